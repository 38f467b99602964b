/**
 * Deadlines: informs, does not decide.
 *
 * How the law counts, as far as it is known (the texts agree wherever they were read, but nobody compared them
 * with the official edition, so pages call what rests on the last of them 待核):
 * - The day of the event does not count; an hour counts from the moment itself (民法典第二百零一条, 民事诉讼法第八十五条).
 * - A span of months or years ends on the same day number, or on the month's last day (民法典第二百零二条).
 * - A last day that is a day of rest gives way to the first day after it (民法典第二百零三条, 民事诉讼法第八十五条).
 *   Whether that helps in the matter at hand is not for this site to say: it is told, never relied upon.
 *
 * Where the future is unknown, and where the law leaves a choice, a resident's deadline is the earliest that it
 * can be and an agency's the latest: who trusts it loses nothing.
 */
import type { LimitRecord } from '../schemas/limit.ts';
import { addDays, addMonths } from './dates.ts';
import { dayKind, type WorkDays } from './day-kind.ts';
import { type Counted, countWorkdays } from './workdays.ts';
import { minutesOf } from './times.ts';

type Hours = Pick<LimitRecord, 'value' | 'direction' | 'whose'>;

const DAY = 1440;

const two = (value: number) => String(value).padStart(2, '0');

/**
 * When a number of hours has passed, counted from the moment itself (民法典第二百零一条). Without the time of the
 * event, whole days end at the same time of day; other spans are counted from the day's first moment for a
 * resident (the earliest end) and from its last for an agency (the latest).
 */
function hoursLater({ value, direction, whose }: Hours, start: string, time?: string) {
  const hours = direction === 'before' ? -value : value;
  const given = time === undefined ? undefined : minutesOf(time);
  if (given === undefined && value % 24 === 0) return { date: addDays(start, hours / 24) };
  const minutes = (given ?? (whose === 'resident' ? 0 : DAY)) + hours * 60;
  const days = Math.floor(minutes / DAY);
  const rest = minutes - days * DAY;
  return { date: addDays(start, days), time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}` };
}

export type LimitSpan = Pick<LimitRecord, 'value' | 'unit' | 'direction' | 'whose'>;

/** A counted last day that is a day of rest. */
export interface Rest {
  readonly name: string;
  readonly counted: string;
  /** The last workday before it and the first after it, where the calendars tell. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export type Deadline =
  | { readonly kind: 'date'; readonly date: string; readonly rest?: Rest | undefined }
  /** It depends on `year`, of which there is no calendar: the earliest or the latest possible date. */
  | {
      readonly kind: 'safe';
      readonly date: string;
      readonly why: { readonly year: number; readonly bound: 'earliest' | 'latest' };
    }
  /** `time` is `HH:MM`; absent: the same time of day as the event. */
  | { readonly kind: 'instant'; readonly date: string; readonly time?: string | undefined };

/** When a limit runs out whose event is on the day `start` (`YYYY-MM-DD`), at `time` (`HH:MM`) where that is known. */
export function deadline(limit: LimitSpan, start: string, days: WorkDays, time?: string): Deadline {
  if (limit.unit === '小时') return { kind: 'instant', ...hoursLater(limit, start, time) };
  if (limit.unit === '工作日') return byWorkdays(limit, start, days);
  return settled(limit, lastDay(limit, start), days);
}

const isBackwards = ({ direction }: LimitSpan) => direction === 'before';

/**
 * The longest a thing may last (`atMost`): for the person who must be back in time the day itself is the first
 * one, which is the stricter of two readings.
 */
const countsFirstDay = ({ direction, whose }: LimitSpan) => direction === 'atMost' && whose === 'resident';

function lastDay(limit: LimitSpan, start: string): string {
  const value = isBackwards(limit) ? -limit.value : limit.value;
  const end =
    limit.unit === '日' ? addDays(start, value) : addMonths(start, limit.unit === '年' ? value * 12 : value);
  return countsFirstDay(limit) ? addDays(end, -1) : end;
}

function byWorkdays(limit: LimitSpan, start: string, days: WorkDays): Deadline {
  const backwards = isBackwards(limit);
  const early = limit.whose === 'resident';
  const from = countsFirstDay(limit) ? addDays(start, -1) : start;
  // Counting back, more days off lead to an earlier date.
  const assume = early === backwards ? 'fewest' : 'most';
  return known(limit, countWorkdays(from, limit.value, backwards ? -1 : 1, days, assume));
}

const known = (limit: LimitSpan, { date, unknown }: Counted): Deadline =>
  unknown === undefined ? { kind: 'date', date } : safe(limit, date, unknown);

const safe = ({ whose }: LimitSpan, date: string, year: number): Deadline => ({
  kind: 'safe',
  date,
  why: { year, bound: whose === 'resident' ? 'earliest' : 'latest' },
});

const workdayUpTo = (date: string, days: WorkDays) => countWorkdays(addDays(date, 1), 1, -1, days, 'fewest');
const workdayFrom = (date: string, days: WorkDays) => countWorkdays(addDays(date, -1), 1, 1, days, 'fewest');
const ifKnown = ({ date, unknown }: Counted) => (unknown === undefined ? date : undefined);

/** What a last day by the calendar means, given the kind of day it is. */
function settled(limit: LimitSpan, date: string, days: WorkDays): Deadline {
  const day = dayKind(date, days);
  if (day.kind === 'workday') return { kind: 'date', date };
  if (limit.direction === 'before' && limit.whose === 'resident') return earlier(limit, date, days);
  if (day.kind === 'rest') return { kind: 'date', date, rest: restOn(limit, date, day.name, days) };
  const late = limit.direction === 'within' && limit.whose === 'agency';
  return safe(limit, late ? workdayFrom(date, days).date : date, day.year);
}

/** The days around a last day of rest; only a span to act within is put off. */
function restOn({ direction }: LimitSpan, counted: string, name: string, days: WorkDays): Rest | undefined {
  if (direction !== 'within') return undefined;
  const [before, after] = [workdayUpTo(counted, days), workdayFrom(counted, days)].map(ifKnown);
  return { name, counted, before, after };
}

/** Nothing puts off what is due *before* an event: on a day of rest, the workday before it is the last chance. */
function earlier(limit: LimitSpan, counted: string, days: WorkDays): Deadline {
  const { date, unknown } = workdayUpTo(counted, days);
  if (unknown !== undefined) return safe(limit, date, unknown);
  const day = dayKind(counted, days);
  return { kind: 'date', date, rest: day.kind === 'rest' ? { name: day.name, counted } : undefined };
}
