import type { Catalogue, County, Office } from '../catalogue/types.ts';
import { addDays, daysBetween } from '../domain/dates.ts';
import type { WorkCalendar } from '../domain/day-kind.ts';
import { dayPlan, type HoursContext } from '../domain/day-plan.ts';
import { forHours } from './hours-once.ts';
import { packPlans, type PlanTable } from '../domain/plan-table.ts';
import type { Hours } from '../schemas/hours.ts';
import type { Calendar } from '../schemas/calendar.ts';

/** Years of plans that a page carries: the two latest that are known, so that it stays right while unbuilt. */
const YEARS = 2;

const tables = new WeakMap<WorkCalendar, Map<string, PlanTable>>();

/** Undefined where no hours are published, or the office is closed for good: the page then brings no data. */
export function openNowData({ record, county }: Office, { calendars }: Catalogue): PlanTable | undefined {
  const { hours } = record;
  const known = calendars.slice(-YEARS);
  const [first, last] = [known[0], known.at(-1)];
  if (!hours || !first || !last || record.status.state === 'closed') return undefined;
  const context = contextOf(county, known);
  const from = `${first.year}-01-01`;
  return forHours(tables, hours, context, () => {
    const days = daysBetween(from, lastDay(last.year, hours, county)) + 1;
    return packPlans(
      from,
      Array.from({ length: days }, (_, day) => dayPlan(addDays(from, day), hours, context)),
    );
  });
}

/** The end of the last known year, or of what the office and its county know beyond it. */
const lastDay = (year: number, { exceptions = [] }: Hours, { record }: County): string =>
  [`${year}-12-31`, ...[...exceptions, ...(record.localHolidays ?? [])].map(({ to }) => to)]
    .filter((day) => day <= `${year + 1}-12-31`)
    .sort()
    .at(-1) ?? '';

/** What judging the hours of an office of a county needs. */
export const contextOf = ({ record }: County, calendars: readonly Calendar[]): HoursContext => ({
  calendars,
  local: record.localHolidays,
  lunarMonths: calendars.flatMap((one) => one.lunarMonths ?? []),
});

/** Which offices of many are open, for one page: each table once, and per office the number of its table. */
export function openOffices(offices: readonly Office[], catalogue: Catalogue) {
  const numbers = new Map<string, number>();
  const tables: PlanTable[] = [];
  const byOffice = new Map<string, number>();
  for (const office of offices) {
    const table = openNowData(office, catalogue);
    if (!table) continue;
    const key = JSON.stringify(table);
    const number = numbers.get(key) ?? tables.push(table) - 1;
    numbers.set(key, number);
    byOffice.set(office.id, number);
  }
  return { tables, byOffice };
}

export type OpenOffices = ReturnType<typeof openOffices>;
