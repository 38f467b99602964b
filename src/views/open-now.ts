import type { Catalogue, County, Office } from '../catalogue/types.ts';
import type { HoursContext } from '../domain/day-plan.ts';
import type { Hours } from '../schemas/hours.ts';

/** What a script needs to say whether an office is open: its hours, the years of holidays, the lunar months. */
export interface OpenNowData extends HoursContext {
  readonly hours: Pick<Hours, 'seasons' | 'marketDays' | 'exceptions'>;
}

/** The same for every office of a county that has published its hours, by the office's id. */
export const countyOpenNow = (county: County, catalogue: Catalogue): ReadonlyMap<string, OpenNowData> =>
  new Map(
    county.offices.flatMap((office) => {
      const data = openNowData(office, catalogue);
      return data ? [[office.id, data] as const] : [];
    }),
  );

/** Undefined where no hours are published, or the office is closed for good: the page then brings no data. */
export function openNowData({ record, county }: Office, { calendars }: Catalogue): OpenNowData | undefined {
  const { hours } = record;
  if (!hours || record.status.state === 'closed') return undefined;
  const { seasons, marketDays, exceptions } = hours;
  const recent = calendars.slice(-2);
  return {
    hours: { seasons, ...(marketDays && { marketDays }), ...(exceptions && { exceptions }) },
    calendars: recent.map(({ year, off, work }) => ({ year, off, work })),
    local: county.record.localHolidays?.map(({ name, from, to }) => ({ name, from, to })),
    lunarMonths:
      marketDays?.calendar === 'lunar' ? recent.flatMap((one) => one.lunarMonths ?? []) : undefined,
  };
}
