import { addDays } from '../domain/dates.ts';
import { dayPlan, type DayPlan, type HoursContext } from '../domain/day-plan.ts';
import type { WorkCalendar } from '../domain/day-kind.ts';
import type { Hours } from '../schemas/hours.ts';
import { forHours } from './hours-once.ts';

/** Days in a row that differ from the ordinary week in the same way; without openings they are closed. */
interface SpecialDays {
  readonly from: string;
  readonly to: string;
  /** `08:30-12:00` each. */
  readonly openings: readonly string[];
}

const two = (value: number) => String(value).padStart(2, '0');

/** Minutes after midnight as `08:30`. */
export const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const openingsOf = (plan: DayPlan) =>
  plan.kind === 'open' ? plan.openings.map(({ from, to }) => `${clock(from)}-${clock(to)}`) : [];

/** The day as the bare week has it: no holiday, no market, no exception. */
const ordinary = (date: string, { seasons }: Hours): DayPlan =>
  dayPlan(date, { seasons }, { calendars: [{ year: Number(date.slice(0, 4)), off: [], work: [] }] });

/** Every day from the first to the last. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Holidays, make-up days, market days and exceptions of all known years, as far as they change the ordinary week;
 * an exception always. A day of which nobody can say anything is left out.
 */
export const specialDays = (hours: Hours, context: HoursContext): readonly SpecialDays[] =>
  forHours(known, hours, context, () => runsOf(hours, context));

const known = new WeakMap<WorkCalendar, Map<string, readonly SpecialDays[]>>();

function runsOf(hours: Hours, context: HoursContext): SpecialDays[] {
  const years = context.calendars.flatMap(({ year }) => daysOf(`${year}-01-01`, `${year}-12-31`));
  const exceptions = (hours.exceptions ?? []).flatMap(({ from, to }) => daysOf(from, to));
  const runs: SpecialDays[] = [];
  for (const day of [...new Set([...years, ...exceptions])].sort()) {
    const plan = dayPlan(day, hours, context);
    const openings = openingsOf(plan);
    const changed = exceptions.includes(day) || openings.join() !== openingsOf(ordinary(day, hours)).join();
    if (plan.kind === 'unknown' || !changed) continue;
    const last = runs.at(-1);
    const joins = last && addDays(last.to, 1) === day && last.openings.join() === openings.join();
    if (joins) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, openings });
  }
  return runs;
}
