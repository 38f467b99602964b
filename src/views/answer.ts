import type { Catalogue, Office } from '../catalogue/types.ts';
import { addDays, dayInWords } from '../domain/dates.ts';
import { dayPlan, type DayPlan } from '../domain/day-plan.ts';
import { clock } from '../domain/open-words.ts';
import { paths } from '../domain/urls.ts';
import { directionsView } from './directions.ts';
import { contextOf } from './open-now.ts';
import { askOf } from './whereabouts.ts';

const WEEK = 7;

/** What the first screen of an office says: whom to call, where, in which hours, what is lacking. */
export function answerView(office: Office, catalogue: Catalogue, today: string) {
  const { record, county, staff, whereabouts } = office;
  const { phones, place, hours } = record;
  const closed = record.status.state === 'closed';
  const directions = directionsView(office, catalogue.site);
  return {
    closed,
    /** The office's own number, else the legal services hotline, said as what it is. */
    call: askOf(office, catalogue),
    bureau: { ...county.record.bureau, path: office.sample ? undefined : paths.bureau(county.slug) },
    address: place?.address,
    /** Where a press on the way leads: into the map where the door was measured, else to what is known of it. */
    way: directions?.exact ? directions.links[0]?.href : undefined,
    week: hours && !closed ? weekOf(office, catalogue, today) : [],
    lacking: [
      ...(phones ? [] : ['电话']),
      ...(place?.address ? [] : ['地址']),
      ...(hours ? [] : ['办公时间']),
      ...(staff ? [] : ['人员']),
      ...(whereabouts ? [] : ['每日去向']),
    ],
  };
}

const sayOpenings = (plan: DayPlan): string =>
  plan.kind === 'open'
    ? plan.openings
        .map(({ from, to, why }) => `${clock(from)}—${clock(to)}${why ? `（${why}）` : ''}`)
        .join('，')
    : plan.kind === 'closed'
      ? `不办公（${plan.why}）`
      : plan.why;

/** The seven days from the day of the build on, each run of like days in a line; dated, so that they stay true. */
function weekOf({ record, county }: Office, { calendars }: Catalogue, today: string) {
  const { hours } = record;
  if (!hours) return [];
  const context = contextOf(county, calendars);
  const days = Array.from({ length: WEEK }, (_, at) => addDays(today, at));
  const lines: { from: string; to: string; text: string }[] = [];
  for (const date of days) {
    const text = sayOpenings(dayPlan(date, hours, context));
    const last = lines.at(-1);
    if (last?.text === text) last.to = date;
    else lines.push({ from: date, to: date, text });
  }
  return lines.map(({ from, to, text }) => ({
    days:
      from === to ? dayInWords(from.slice(5)) : `${dayInWords(from.slice(5))}至${dayInWords(to.slice(5))}`,
    until: to,
    text,
  }));
}
