import type { Catalogue, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { communityView } from './communities.ts';

/** Where on an office's page its villages stand. */
const served = (office: Office) => `${paths.office(office.id)}#served`;

const formerOf = (office: Office) =>
  office.townships.flatMap(({ record }) => (record.former ?? []).map(({ name }) => name));

/** Villages that are gone, merged within the township or together with their own. */
const goneOf = (office: Office) =>
  office.townships.flatMap(({ record }) => [
    ...(record.formerVillages ?? []),
    ...(record.former ?? []).flatMap(({ villages }) => villages ?? []),
  ]);

const officeView = (office: Office) => ({
  name: office.record.shortName,
  path: paths.office(office.id),
  served: served(office),
  former: formerOf(office),
  communities: office.communities.map(communityView),
  gone: [...new Set(goneOf(office))],
});

/** Every township, village and community by county, each with the office it belongs to. */
export const placesView = ({ counties }: Catalogue) =>
  counties.map((county) => ({
    name: county.record.name,
    path: paths.county(county.slug),
    communities: county.townships.reduce((sum, township) => sum + township.communities.length, 0),
    offices: county.offices.map(officeView),
  }));

export type PlacesView = ReturnType<typeof placesView>;
