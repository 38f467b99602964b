import { formerNames, type FormerNames } from './former.ts';
import { KNOWN_READINGS } from './known-readings.ts';
import { countyBase, townshipBase } from './names.ts';
import { matchPoints, type GeoNamesPlace, type Points } from './points.ts';
import { bureauName, countyRecord, divisionsRecord, officeRecord } from './records.ts';
import { siteRecord } from './site-record.ts';
import { distinctSlugs, readingsFor, type Readings } from './slugs.ts';
import { isCounty, townshipsOf, type City } from './tree.ts';

/** Everything the generator knows about a city before a file is written. */
export interface CityPlan {
  readonly city: City;
  /** The prefecture that it lies in, where the site is one county's. */
  readonly within?: City | undefined;
  readonly readings: Readings;
  readonly former: FormerNames;
  readonly points: Points;
  /** Slugs of counties by 6 digits. */
  readonly counties: ReadonlyMap<string, string>;
  /** Slugs of townships by 9 digits. */
  readonly townships: ReadonlyMap<string, string>;
}

interface Given {
  readonly now: City;
  /** The prefecture, where the site is one county's. */
  readonly within?: City | undefined;
  readonly before: City | undefined;
  readonly places: readonly GeoNamesPlace[];
  readonly readings: Readings;
  readonly byHand: ReadonlyMap<string, GeoNamesPlace>;
}

const NOTHING: FormerNames = { townships: new Map(), villages: new Map(), communities: new Map(), lost: [] };

/** Of what was found for a prefecture by code, what is the site's own. */
const ownOf = <T>({ counties }: City, map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  new Map([...map].filter(([key]) => counties.some(({ code }) => key.startsWith(code))));

/** What concerns a site of those that were compared: places move between counties, so all of them are. */
const formerOf = (city: City, former: FormerNames): FormerNames => ({
  townships: ownOf(city, former.townships),
  villages: ownOf(city, former.villages),
  communities: ownOf(city, former.communities),
  lost: former.lost.filter(
    ({ county }) => !isCounty(city) || city.counties.some(({ name }) => name === county),
  ),
});

/** A place's name may stand in another county too: points are found among all, and kept of the site's own. */
const pointsOf = (city: City, points: Points): Points => ({
  townships: ownOf(city, points.townships),
  seats: ownOf(city, points.seats),
  unused: isCounty(city) ? [] : points.unused,
});

/** Decides every name, slug, former name and point of the city. */
export function planCity({ now, within, before, places, readings: own, byHand }: Given): CityPlan {
  const named = [
    now,
    ...now.counties,
    ...townshipsOf(now),
    ...townshipsOf(now).flatMap((one) => one.villages),
  ];
  const readings = readingsFor(named, KNOWN_READINGS, own);
  const townships = now.counties.map((one) => distinctSlugs(one.townships, townshipBase, readings));
  return {
    city: now,
    within,
    readings,
    former: before ? formerOf(now, formerNames(before, within ?? now)) : NOTHING,
    points: pointsOf(now, matchPoints(within ?? now, before, places, readings, byHand)),
    counties: distinctSlugs(now.counties, countyBase, readings),
    townships: new Map(townships.flatMap((slugs) => [...slugs])),
  };
}

/** One file of the content: its path in the content folder and what it holds. */
export interface ContentFile {
  readonly path: string;
  readonly kind: 'site' | 'readings' | 'redirects' | 'county' | 'divisions' | 'office';
  readonly value: unknown;
}

/** The files that say something about this city. */
export function filesOf(plan: CityPlan): ContentFile[] {
  const { city, points, former, townships } = plan;
  const within = plan.within ?? city;
  const [only] = city.counties;
  const bureau = plan.within && only && bureauName(only, within);
  const files: ContentFile[] = [
    { path: 'site.json', kind: 'site', value: siteRecord(city, points, bureau) },
    { path: 'readings.json', kind: 'readings', value: { readings: plan.readings } },
    { path: 'redirects.json', kind: 'redirects', value: { redirects: [] } },
  ];
  for (const [at, county] of city.counties.entries()) {
    const slug = plan.counties.get(county.code) ?? '';
    const seat = points.seats.get(county.code);
    const record = countyRecord(county, within, at + 1, seat);
    files.push({ path: `counties/${slug}.json`, kind: 'county', value: record });
    files.push({
      path: `divisions/${slug}.json`,
      kind: 'divisions',
      value: divisionsRecord(county, townships, former),
    });
    for (const township of county.townships) {
      const path = `offices/${slug}/${townships.get(township.code) ?? ''}/office.json`;
      const value = officeRecord(county, township, points.townships.get(township.code));
      files.push({ path, kind: 'office', value });
    }
  }
  return files;
}
