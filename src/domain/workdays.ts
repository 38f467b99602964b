import { addDays, weekday } from './dates.ts';
import { dayKind, type WorkDays } from './day-kind.ts';
import { longestHolidays } from './holiday-bounds.ts';

/**
 * What to take for granted of a year without a calendar.
 * `most`: every day may be a workday, weekends too, since any of them may become a make-up day: no count can
 * end sooner. `fewest`: weekends rest and every holiday takes the most days that it may: see `longestHolidays`.
 */
type Assumption = 'most' | 'fewest';

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
