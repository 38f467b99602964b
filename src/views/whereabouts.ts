import type { Catalogue, Office } from '../catalogue/types.ts';
import { inWordsWithWeekday } from '../domain/dates.ts';
import { telLink } from '../domain/phones.ts';
import { sessionInWords } from '../domain/times.ts';
import { paths } from '../domain/urls.ts';
import { comingWhereabouts, phoneToAsk, PRESENT } from '../domain/whereabouts-coming.ts';
import type { ComingWhereabouts, PublishedRow, WhereaboutsSource } from '../domain/whereabouts-coming.ts';

/** What the whereabouts of a linked office are worked out from. */
export const whereaboutsSource = (office: Office, { calendars }: Catalogue): WhereaboutsSource => ({
  id: office.id,
  record: office.record,
  staff: office.staff,
  whereabouts: office.whereabouts,
  work: { calendars, local: office.county.record.localHolidays },
});

/** The coming days of an office for its page; the script there picks the current day out of `data` (design §3). */
export function whereaboutsView(office: Office, catalogue: Catalogue, now: Date) {
  const data = comingWhereabouts(whereaboutsSource(office, catalogue), now);
  const closed = office.record.status.state === 'closed';
  return {
    ...tableOf(data),
    alone: data.alone,
    data,
    /** Where fresher data may be found; samples and closed offices have none. */
    source: office.sample || closed ? undefined : paths.whereabouts(office.id),
    ask: askOf(office, catalogue, 'people'),
    closed,
  };
}

export type WhereaboutsView = ReturnType<typeof whereaboutsView>;

/** A row per date, a cell per person; dates are written out, so that they stay true whenever they are read. */
function tableOf({ people, entries, alone }: ComingWhereabouts) {
  const names = new Map(people.map((person) => [person.id, person.name]));
  const cell = (entry: PublishedRow) => ({
    state: entry.state,
    session: entry.session && sessionInWords(entry.session),
    callFirst: alone && entry.state !== PRESENT,
    back: entry.back,
    substitute: entry.substitute && names.get(entry.substitute),
  });
  return {
    people: people.map((person) => person.name),
    rows: [...new Set(entries.map((entry) => entry.date))].map((date) => ({
      date,
      label: inWordsWithWeekday(date),
      cells: people.map(({ id }) =>
        entries.filter((entry) => entry.date === date && entry.person === id).map(cell),
      ),
    })),
  };
}

const LEGAL_HOTLINE = '12348';

/**
 * Whom to ask: the office itself while it is open to people, else the legal services hotline; of people, which that
 * knows nothing of, the city's.
 */
export function askOf({ record }: Office, { site }: Catalogue, about: 'law' | 'people' = 'law') {
  const own = record.status.state === 'closed' ? undefined : phoneToAsk(record);
  const isLegal = about === 'law';
  const hotline =
    site.hotlines.find(({ number }) => (number === LEGAL_HOTLINE) === isLegal) ?? site.hotlines[0];
  const number = own ?? hotline?.number ?? LEGAL_HOTLINE;
  return { number, href: telLink(number), name: own === undefined ? hotline?.name : undefined };
}
