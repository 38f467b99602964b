import { addDays, inWords } from '../dates.ts';
import type { WorkDays } from '../day-kind.ts';
import { countWorkdays } from '../workdays.ts';
import type { Verdict } from './evidence.ts';

/** Information must be public within so many working days of its making or change (政府信息公开条例第二十六条). */
export const DISCLOSURE_WORKDAYS = 20;

/** The last day of a term. Where it runs into a year without a calendar, only the earliest and latest are known. */
export interface Deadline {
  readonly earliest: string;
  readonly latest: string;
  readonly unknown?: number | undefined;
}

/** The last day on which information that arose on a day may become public. */
export function dueAfter(from: string, work: WorkDays, workdays = DISCLOSURE_WORKDAYS): Deadline {
  const earliest = countWorkdays(from, workdays, 1, work, 'most');
  if (earliest.unknown === undefined) return { earliest: earliest.date, latest: earliest.date };
  const latest = countWorkdays(from, workdays, 1, work, 'fewest').date;
  return { earliest: earliest.date, latest, unknown: earliest.unknown };
}

/** Whether a deadline has passed on a day. While an unknown year leaves it open, nothing is called stale. */
export function assessDeadline(
  { earliest, latest, unknown }: Deadline,
  what: string,
  today: string,
): Verdict {
  if (today > latest) {
    const note = `${what}，应不迟于${inWords(latest)}更新`;
    return { state: 'lapsed', reason: 'update', since: addDays(latest, 1), note };
  }
  if (unknown === undefined)
    return { state: 'holds', until: latest, note: `${what}，应不迟于${inWords(latest)}更新` };
  return {
    state: 'holds',
    until: today > earliest ? latest : earliest,
    note: `${what}；没有${unknown}年的放假安排，更新期限最早${inWords(earliest)}、最迟${inWords(latest)}`,
  };
}
