import type { County, Catalogue } from '../catalogue/types.ts';
import type { HoursContext } from '../domain/day-plan.ts';
import type { Hours } from '../schemas/hours.ts';

/** What a script needs to say whether an office is open: its hours, the years of holidays, the lunar months. */
export interface OpenNowData extends HoursContext {
  readonly hours: Pick<Hours, 'seasons' | 'marketDays' | 'exceptions'>;
}

/** Undefined where no hours are published: the page then says so and brings no data. */
export function openNowData(
  hours: Hours | undefined,
  county: County,
  { calendars }: Catalogue,
): OpenNowData | undefined {
  if (!hours) return undefined;
  const { seasons, marketDays, exceptions } = hours;
  const recent = calendars.slice(-2);
  return {
    hours: { seasons, ...(marketDays && { marketDays }), ...(exceptions && { exceptions }) },
    calendars: recent.map(({ year, off, work }) => ({ year, off, work })),
    local: county.record.localHolidays?.map(({ name, from, to }) => ({ name, from, to })),
    lunarMonths: marketDays?.calendar === 'lunar' ? recent.flatMap((one) => one.lunarMonths ?? []) : undefined,
  };
}
