import type { Calendar } from '../schemas/calendar.ts';
import { addDays, weekday } from './dates.ts';
import { longestHolidays } from './holiday-bounds.ts';

/** What counting needs of a calendar file. */
export type WorkCalendar = Pick<Calendar, 'year' | 'off' | 'work'>;

export interface WorkDays {
  /** The State Council's arrangement, a year each; a year that is not among them is unknown. */
  readonly calendars: readonly WorkCalendar[];
  /** Days off of one place only, such as a 自治县's own holidays (全国年节及纪念日放假办法). */
  readonly local?: WorkCalendar['off'] | undefined;
}

export type DayKind =
  | { readonly kind: 'workday' }
  /** `name`: the holiday's, or 周末. */
  | { readonly kind: 'rest'; readonly name: string }
  /** No calendar of that year: nobody can say, not even for a Monday or a Sunday. */
  | { readonly kind: 'unknown'; readonly year: number };

const WEEKEND = '周末';

/** Works the people that day? Monday to Friday unless off; a make-up day (调休上班) works though at a weekend. */
export function dayKind(date: string, { calendars, local = [] }: WorkDays): DayKind {
  const within = (span: { from: string; to: string }) => span.from <= date && date <= span.to;
  const year = Number(date.slice(0, 4));
  const calendar = calendars.find((one) => one.year === year);
  const off = local.find(within) ?? calendar?.off.find(within);
  if (off) return { kind: 'rest', name: off.name };
  if (!calendar) return { kind: 'unknown', year };
  const works = weekday(date) <= 5 || calendar.work.includes(date);
  return works ? { kind: 'workday' } : { kind: 'rest', name: WEEKEND };
}

/**
 * What to take for granted of a year without a calendar.
 * `most`: every day may be a workday, weekends too, since any of them may become a make-up day: no count can
 * end sooner. `fewest`: weekends rest and every holiday takes the most days that it may: see `longestHolidays`.
 */
export type Assumption = 'most' | 'fewest';

export interface Counted {
  readonly date: string;
  /** The first year without a calendar that the count ran into. */
  readonly unknown?: number | undefined;
}

/** The `count`th workday after `from` (before it when `step` is -1); `from` itself is not counted. */
export function countWorkdays(
  from: string,
  count: number,
  step: 1 | -1,
  days: WorkDays,
  assume: Assumption,
): Counted {
  const mayRest = longestHolidays();
  let date = from;
  let left = count;
  let unknown: number | undefined;
  while (left > 0) {
    date = addDays(date, step);
    const day = dayKind(date, days);
    if (day.kind === 'unknown') {
      unknown ??= day.year;
      if (assume === 'most' || (weekday(date) <= 5 && !mayRest(date))) left -= 1;
    } else if (day.kind === 'workday') left -= 1;
  }
  return { date, unknown };
}

/** The holidays, by name and in order, that have a day after `from` up to and including `to`, weekends aside. */
export function holidaysBetween(from: string, to: string, { calendars, local = [] }: WorkDays): string[] {
  const spans = [...calendars.flatMap((one) => one.off), ...local];
  const met = spans.filter((span) => span.from <= to && span.to > from);
  return [...new Set(met.sort((a, b) => (a.from < b.from ? -1 : 1)).map((span) => span.name))];
}
