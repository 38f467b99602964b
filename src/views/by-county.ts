import type { Catalogue, County } from '../catalogue/types.ts';
import { inCounty } from '../domain/urls.ts';
import type { Crumb } from './crumbs.ts';

/** What one of the pages is of that list every office: all of the city, its totals, or one county of it. */
export interface CountyPart {
  readonly city: string;
  /** The city's name, or the county's. */
  readonly place: string;
  /** The slug of the county; absent on the page of the city. */
  readonly county?: string | undefined;
  /** True for the totals of a city whose counties have pages of their own. */
  readonly byCounty: boolean;
}

/** The part of a page that is a county's where one is given, else the city's: its totals where it goes `byCounty`. */
export const partOf = (
  { site }: Pick<Catalogue, 'site'>,
  county: County | undefined,
  byCounty: boolean,
): CountyPart => ({
  city: site.city.name,
  place: county?.record.name ?? site.city.name,
  county: county?.slug,
  byCounty,
});

/** The address of a page of the city in so far as it is of a part. */
export const pathOf = (page: string, { county }: CountyPart): string =>
  county === undefined ? page : inCounty(page, county);

/** Where a county stands on the page of a city: on a page of its own, or further down. */
export const countyOn = (page: string, county: string, { byCounty }: CountyPart): string =>
  byCounty ? inCounty(page, county) : `#${county}`;

/** The end of the way to a page of the city, or to the part of it that is a county's. */
export const partCrumbs = (name: string, page: string, { county, place }: CountyPart): Crumb[] =>
  county === undefined ? [{ name }] : [{ name, path: page }, { name: place }];
