import { placeIn } from '../../domain/area.ts';
import type { Catalogue, Document, Office } from '../../catalogue/types.ts';
import type { HoursContext } from '../../domain/day-plan.ts';
import { internationalPhone } from '../../domain/phones.ts';
import { provinceOf } from '../../domain/provinces.ts';
import { paths } from '../../domain/urls.ts';
import type { Hours, Season } from '../../schemas/hours.ts';
import type { ServiceRecord } from '../../schemas/service.ts';
import type { Crumb } from '../crumbs.ts';
import { contextOf } from '../open-now.ts';
import { specialDays } from '../special-days.ts';

/** Makes a path of the site an address that others can open. */
export type Address = (path: string) => string;

/** A part of the linked data (schema.org) of a page; everything in it stands on the page too. */
export type Structured = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

/** The way to a page; undefined for a page that stands at the top. */
export function breadcrumbData(crumbs: readonly Crumb[], address: Address): Structured | undefined {
  if (crumbs.length < 2) return undefined;
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      ...(path && { item: address(path) }),
    })),
  };
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The dates of a season in one year; a season that is the whole year has none. One that runs over New Year ends in the next. */
function validity({ from, to }: Season, year: number) {
  if (from === '01-01' && to === '12-31') return {};
  return { validFrom: `${year}-${from}`, validThrough: `${to < from ? year + 1 : year}-${to}` };
}

const isWholeYear = (season: Season) => season.from === '01-01' && season.to === '12-31';

const specification = (span: string, rest: object) => {
  const [opens, closes] = span.split('-');
  return { '@type': 'OpeningHoursSpecification', opens, closes, ...rest };
};

/** A season that runs over New Year has begun in the year before the first. */
const yearsOf = ({ from, to }: Season, years: readonly number[]) =>
  to < from ? [...years.slice(0, 1).map((year) => year - 1), ...years] : years;

/** The week of a season, for each year whose calendar is known: elsewhere nobody can say. */
const seasonData = (season: Season, years: readonly number[]) =>
  (isWholeYear(season) ? [0] : yearsOf(season, years)).flatMap((year) =>
    season.week.flatMap(({ days, sessions }) =>
      sessions.map((span) =>
        specification(span, { dayOfWeek: days.map((day) => DAYS[day - 1]), ...validity(season, year) }),
      ),
    ),
  );

/** Days unlike the week; closed is said as schema.org users say it, from midnight to midnight. */
const specialData = (hours: Hours, context: HoursContext) =>
  specialDays(hours, context).flatMap(({ from, to, openings }) =>
    (openings.length > 0 ? openings : ['00:00-00:00']).map((span) =>
      specification(span, { validFrom: from, validThrough: to }),
    ),
  );

function hoursData(hours: Hours, context: HoursContext) {
  const years = context.calendars.map(({ year }) => year);
  const special = specialData(hours, context);
  return {
    openingHoursSpecification: hours.seasons.flatMap((season) => seasonData(season, years)),
    ...(special.length > 0 && { specialOpeningHoursSpecification: special }),
  };
}

const addressData = ({ record, county }: Office, { site }: Catalogue) => ({
  '@type': 'PostalAddress',
  addressCountry: 'CN',
  addressRegion: provinceOf(site.city.code) ?? site.city.name,
  addressLocality: placeIn(site.city.name, county.record.name),
  ...(record.place?.address && { streetAddress: record.place.address }),
  ...(record.place?.postcode && { postalCode: record.place.postcode }),
});

/** Only a surveyed point is the place of an office; anything coarser would send people to the wrong door. */
function geoData({ record: { place } }: Office) {
  const point = place?.point;
  if (point?.precision !== 'office') return {};
  return { geo: { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lon } };
}

function contactData({ record }: Office) {
  const phone = record.phones?.find(({ use }) => use === 'consult');
  const fax = record.phones?.find(({ use }) => use === 'fax');
  return {
    ...(phone && { telephone: internationalPhone(phone.number) }),
    ...(fax && { faxNumber: internationalPhone(fax.number) }),
    ...(record.email && { email: record.email }),
  };
}

/** A real office as a GovernmentOffice; a closed one has no hours. */
export function officeData(office: Office, catalogue: Catalogue, address: Address): Structured {
  const { record, county, townships } = office;
  const open = record.status.state !== 'closed';
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentOffice',
    '@id': address(paths.office(office.id)),
    name: record.name,
    url: address(paths.office(office.id)),
    address: addressData(office, catalogue),
    areaServed: townships.map((one) => one.record.name),
    parentOrganization: { '@type': 'GovernmentOrganization', name: county.record.bureau.name },
    ...contactData(office),
    ...geoData(office),
    ...(open && record.hours && hoursData(record.hours, contextOf(county, catalogue.calendars))),
  };
}

/** A guide as a GovernmentService. Who decides stands first in it: the office only shows the way to many. */
export function serviceData(
  { slug, data }: Document<ServiceRecord>,
  { site }: Catalogue,
  address: Address,
): Structured {
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentService',
    '@id': address(paths.service(slug)),
    name: data.title,
    alternateName: data.aliases,
    description: data.summary,
    url: address(paths.service(slug)),
    areaServed: site.city.name,
    ...(data.decides.who && {
      provider: { '@type': 'GovernmentOrganization', name: data.decides.who },
    }),
    serviceOutput: data.result,
    termsOfService: data.fee.text,
  };
}
