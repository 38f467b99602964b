import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';

type Address = (path: string) => string;

/** Every village and community with the offices that serve it. */
export const villageItems = ({ counties }: Catalogue) =>
  counties.flatMap(({ record: county, townships }) =>
    townships.flatMap(({ record: township, communities }) =>
      communities.map(({ record, offices }) => ({
        code: record.code,
        name: record.name,
        kind: record.kind,
        former: record.former,
        township: { code: township.code, name: township.name },
        county: { code: county.code, name: county.name },
        offices: offices.map(({ id }) => id),
      })),
    ),
  );

/** Every guide with all elements that its page shows. */
export const serviceItems = ({ services }: Catalogue, address: Address) =>
  services.map(({ slug, data }) => ({ slug, ...data, url: address(paths.service(slug)) }));

/** Every law that guides rest on, with its editions and the articles they use. */
export const lawItems = ({ laws }: Catalogue, address: Address) =>
  laws.map(({ slug, record }) => ({
    slug,
    name: record.name,
    shortName: record.shortName,
    kind: record.kind,
    number: record.number,
    issuer: record.issuer,
    status: record.status,
    statusNote: record.statusNote,
    successor: record.successor,
    editions: record.editions,
    articles: record.articles,
    textAt: record.textAt,
    url: address(paths.law(slug)),
  }));

/** Days off and make-up days of the known years, and the days off of single counties. */
export const calendarItems = ({ calendars, counties }: Catalogue) =>
  calendars.map((calendar) => ({
    ...calendar,
    local: counties.flatMap(({ record }) =>
      (record.localHolidays ?? [])
        .filter(({ from }) => from.startsWith(`${calendar.year}-`))
        .map((span) => ({ county: record.code, ...span })),
    ),
  }));
