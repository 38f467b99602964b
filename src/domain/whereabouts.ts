import type { Whereabouts, WhereaboutsEntry } from '../schemas/whereabouts.ts';
import { addDays, weekday } from './dates.ts';
import { parseSession } from './times.ts';
import { dayKind, type WorkDays } from './day-kind.ts';

/** Where people are, by the day: the entries of a date go before the weekly plan (design §3, facts A8-3). */

/** A row of a day or of the plan: of whom, when, in which state. */
type Undated = Omit<WhereaboutsEntry, 'date'>;
type Sessioned = Pick<WhereaboutsEntry, 'person' | 'session'>;

/** The plan's rows for a date by its weekday, whether it is worked or not; none outside the plan's span. */
function plannedOn({ plan }: Whereabouts, date: string): WhereaboutsEntry[] {
  if (!plan || date < plan.from || date > plan.until) return [];
  const rows = plan.week.filter((one) => one.days.includes(weekday(date)));
  return rows.map(({ days: _, ...row }) => ({ date, ...row }));
}

/** The rows of a date. Who has an entry of that date has only that: the plan says nothing more of him. */
export function rowsOn(file: Whereabouts, date: string): WhereaboutsEntry[] {
  const entered = file.entries.filter((one) => one.date === date);
  const known = new Set(entered.map((one) => one.person));
  const rows = [...entered, ...plannedOn(file, date).filter((one) => !known.has(one.person))];
  return rows.sort((a, b) => compare(a.session, b.session) || compare(a.person, b.person));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The dates from a day on, that day included. */
const datesFrom = (from: string, days: number) =>
  Array.from({ length: days }, (_, ahead) => addDays(from, ahead));

/** The rows of some days. The plan holds on days known to be worked only: a year without a calendar has none. */
export function resolve(file: Whereabouts, from: string, days: number, work: WorkDays): WhereaboutsEntry[] {
  const { plan: _, ...entered } = file;
  return datesFrom(from, days).flatMap((date) =>
    rowsOn(dayKind(date, work).kind === 'workday' ? file : entered, date),
  );
}

/** Of some days, those known to be rest days. */
export const restDays = (from: string, days: number, work: WorkDays): string[] =>
  datesFrom(from, days).filter((date) => dayKind(date, work).kind === 'rest');

/** The file without what is over: entries of past days, a plan that has ended (facts A8-3: nothing piles up). */
export function prune(file: Whereabouts, today: string): Whereabouts {
  const { entries, plan, ...rest } = file;
  return {
    ...rest,
    entries: entries.filter((one) => one.date >= today),
    ...(plan && plan.until >= today && { plan }),
  };
}

/** The last date that a file says anything of; undefined when it says nothing. */
export const lastDate = ({ entries, plan }: Whereabouts): string | undefined =>
  [...entries.map((one) => one.date), ...(plan ? [plan.until] : [])].sort().at(-1);

/** True where two rows share a minute. Rows whose session cannot be read share none. */
export function overlap(a: Sessioned, b: Sessioned): boolean {
  const [one, other] = [parseSession(a.session), parseSession(b.session)];
  if (typeof one === 'string' || typeof other === 'string') return false;
  return one.from < other.to && other.from < one.to;
}

/** The row of a day by which the substitute is away himself while he stands in; undefined when he is there. */
export function absentSubstitute<R extends Undated>(row: Undated, sameDay: readonly R[]): R | undefined {
  const standsIn = (one: R) => one.person === row.substitute && one.person !== row.person;
  return sameDay.find((one) => standsIn(one) && one.state !== '在岗' && overlap(one, row));
}
