import type { Catalogue, Office } from '../catalogue/types.ts';
import { addDays, dateInShanghai } from '../domain/dates.ts';
import { dayPlan, type Opening } from '../domain/day-plan.ts';
import { contextOf } from '../views/open-now.ts';
import { addressLine, contentLines, escaped } from './content-lines.ts';

/** How far ahead the calendar reaches; whoever subscribes gets the later days with a later build. */
const DAYS = 60;

const stamp = (instant: Date) => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Minutes of a day in Shanghai, which keeps UTC+8 all year, as an instant. */
const at = (date: string, minutes: number) =>
  stamp(new Date(Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000));

interface Settings {
  readonly url: string;
  readonly now: Date;
}

/** Whether an office keeps hours that are published. */
export const hasCalendar = ({ record: { hours, status } }: Office): boolean =>
  hours !== undefined && status.state !== 'closed';

/** When the office is open in the coming days (RFC 5545), holidays, make-up days and market days counted in. */
export function officeCalendar(
  { id, record, county }: Office,
  { site, calendars }: Catalogue,
  { url, now }: Settings,
): string | undefined {
  const { hours } = record;
  if (!hours) return undefined;
  const context = contextOf(county, calendars);
  const today = dateInShanghai(now);
  const event = (date: string, { from, to, why }: Opening) => [
    'BEGIN:VEVENT',
    `UID:${date}-${from}@${id}.${site.city.code}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${at(date, from)}`,
    `DTEND:${at(date, to)}`,
    `SUMMARY:${escaped(`${record.shortName}办公${why ? `（${why}）` : ''}`)}`,
    ...(record.place?.address ? [`LOCATION:${escaped(record.place.address)}`] : []),
    ...addressLine(url),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  const events = Array.from({ length: DAYS }, (_, day) => addDays(today, day)).flatMap((date) => {
    const plan = dayPlan(date, hours, context);
    return plan.kind === 'open' ? plan.openings.flatMap((one) => event(date, one)) : [];
  });
  if (events.length === 0) return undefined;
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(site.title)}//open-office//ZH`,
    `X-WR-CALNAME:${escaped(`${record.name}办公时间`)}`,
    ...events,
    'END:VCALENDAR',
  ]);
}
