import type { LimitRecord } from '../schemas/limit.ts';
import { inWordsWithWeekday as inWords } from './dates.ts';
import { type Deadline, deadline, type Rest, type LimitSpan } from './deadlines.ts';
import type { WorkDays } from './day-kind.ts';
import { holidaysBetween } from './workdays.ts';

/** A limit as the calculator shows it: the numbers, and the sentence that the page's table has. */
export interface ShownLimit extends LimitSpan, Pick<LimitRecord, 'label'> {
  readonly text: string;
  /** Nobody checked it (待核). */
  readonly unchecked?: boolean | undefined;
}

interface DeadlineWords {
  /** `最迟2026年11月29日（周日）`. */
  readonly when: string;
  readonly notes: readonly string[];
}

/** The result for people: one line with the date, and what they must know about it. */
export function deadlineInWords(limit: ShownLimit, start: string, days: WorkDays): DeadlineWords {
  const result = deadline(limit, start, days);
  const notes = [workdayNote(limit, start, result, days), firstDayNote(limit), ...about(limit, result)];
  return { when: whenInWords(limit, result), notes: notes.filter((note) => note !== '') };
}

function whenInWords({ direction, whose }: LimitSpan, result: Deadline): string {
  const day = inWords(result.date);
  if (result.kind === 'instant') return `最迟${day}${result.time ?? '的同一时间'}`;
  if (result.kind === 'safe') return whose === 'resident' ? `稳妥起见，最迟${day}` : `最晚可能到${day}`;
  return `${direction === 'atMost' ? '最长到' : '最迟'}${day}`;
}

/** Which days a count of working days left out, where that is known. */
function workdayNote({ unit }: LimitSpan, start: string, { kind, date }: Deadline, days: WorkDays): string {
  if (unit !== '工作日') return '';
  if (kind === 'safe') return '只数工作日。';
  const [from, to] = start < date ? [start, date] : [date, start];
  const holidays = holidaysBetween(from, to, days).map((name) => `、${name}假期`);
  return `只数工作日，周末${holidays.join('')}不算。`;
}

const firstDayNote = ({ direction, whose, unit }: LimitSpan): string =>
  direction === 'atMost' && whose === 'resident' && unit !== '小时' ? '当天算第1天，这样算最稳妥。' : '';

function about(limit: LimitSpan, result: Deadline): string[] {
  if (result.kind === 'safe') {
    const missing = `本站还没有${result.why.year}年的放假安排，`;
    return result.why.bound === 'earliest'
      ? [`${missing}这是最早的可能，不晚于这天办最稳妥。`]
      : [`${missing}这是按放假最多算的，一般会更早。`];
  }
  return result.kind === 'date' && result.rest ? [restInWords(limit, result.rest)] : [];
}

/** What to do about a last day of rest: never rely on its being put off. */
function restInWords({ direction, whose }: LimitSpan, { name, counted, before, after }: Rest): string {
  const rest = name === '周末' ? name : `${name}假期`;
  if (direction === 'before') return `往前数到${inWords(counted)}，是${rest}，所以要提前到这天。`;
  const next = after ? inWords(after) : '休息后的第一个工作日';
  if (whose === 'agency') return `这天是${rest}，一般可以顺延到${next}，以办理机关答复为准。`;
  const early = before ? `最稳妥是不晚于${inWords(before)}` : '早点办最稳妥';
  return `这天是${rest}，${early}。法律一般允许顺延到${next}，以办理机关答复为准。`;
}
