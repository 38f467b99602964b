/** What the pages of a region say, from what its cities say of themselves. */
import { tilesOf } from '../domain/county-tiles.ts';
import { dateInShanghai, inWords } from '../domain/dates.ts';
import { provinceOf } from '../domain/provinces.ts';
import { type CityState, STANDINGS } from '../domain/region.ts';
import { paths } from '../domain/urls.ts';
import type { ManifestTally } from '../schemas/manifest.ts';

/** The page of a city within the region. */
export const cityPath = (code: string): string => paths.county(code);

const NONE: ManifestTally = {
  published: 0,
  stale: 0,
  missing: 0,
  'not-applicable': 0,
  inherited: 0,
  unverified: 0,
};

const sumOf = (tallies: readonly ManifestTally[]): ManifestTally =>
  tallies.reduce(
    (all, one) => ({
      published: all.published + one.published,
      stale: all.stale + one.stale,
      missing: all.missing + one.missing,
      'not-applicable': all['not-applicable'] + one['not-applicable'],
      inherited: all.inherited + one.inherited,
      unverified: all.unverified + one.unverified,
    }),
    NONE,
  );

/** A line of the table of disclosure. */
const line = (name: string, to: string | undefined, offices: number, counts: ManifestTally) => ({
  name,
  to,
  offices,
  counts,
  owed: counts.published + counts.stale + counts.missing,
});

const shownCity = ({ code, name, state, why, url, manifest }: CityState) => ({
  code,
  name,
  path: cityPath(code),
  url,
  state,
  standing: STANDINGS[state],
  /** What kept it from being had is the operator's matter, and may name their network. */
  why: state === 'failed' ? undefined : why,
  offices: manifest?.counts.offices ?? 0,
  communities: manifest?.counts.communities ?? 0,
  publisher: manifest?.city.publisher,
  /** The day of what is shown. */
  day: manifest && inWords(dateInShanghai(new Date(manifest.builtFor))),
  notice: manifest?.fresh.notice && inWords(manifest.fresh.notice),
  unverified: manifest?.fresh.unverified ?? 0,
  quarantined: manifest?.counts.quarantined ?? 0,
  counties: (manifest?.counties ?? []).map((county) => ({
    name: county.shortName,
    offices: county.offices,
    url: url && `${url}offices/${county.slug}/`,
  })),
  files: manifest ? [manifest.finder.townships, manifest.finder.villages, manifest.search.instant] : [],
  disclosure: {
    total: line(name, undefined, manifest?.counts.offices ?? 0, manifest?.disclosure.counts ?? NONE),
    counties: (manifest?.counties ?? []).map((county) =>
      line(county.name, url && `${url}offices/${county.slug}/`, county.offices, county.disclosure),
    ),
  },
});

export type RegionCityView = ReturnType<typeof shownCity>;

/** Cities by their province, in the order of their codes; one group where the region is a province. */
function byProvince(cities: readonly RegionCityView[]) {
  const groups = Map.groupBy(cities, ({ code }) => provinceOf(code) ?? '其他');
  return [...groups].map(([name, list]) => ({ name, cities: list }));
}

/** More cities than these have no room as tiles on a phone. */
const MOST_TILES = 24;

function tilesView(cities: readonly CityState[]) {
  const shown = ({ code, name, manifest }: CityState) => ({
    name: name.replace(/(?<=..)(?:市|地区|自治州|盟)$/, ''),
    path: cityPath(code),
    offices: manifest?.counts.offices ?? 0,
  });
  const placed = cities.flatMap((city) => (city.manifest?.seat ? [{ city, at: city.manifest.seat }] : []));
  if (placed.length > MOST_TILES || placed.length < 2) return undefined;
  const tiles = tilesOf(placed.map(({ at }) => at));
  return {
    tiles: placed
      .flatMap(({ city }, at) => (tiles[at] ? [{ ...shown(city), ...tiles[at] }] : []))
      .toSorted((a, b) => a.row - b.row || a.column - b.column),
    unplaced: cities.filter(({ manifest }) => !manifest?.seat).map(shown),
  };
}

/** Everything that the pages of a region show of its cities. */
export function regionView(name: string, cities: readonly CityState[]) {
  const shown = cities.map(shownCity);
  const total = (key: 'offices' | 'communities') => shown.reduce((sum, one) => sum + one[key], 0);
  const known = shown.filter(({ disclosure }) => disclosure.total.offices > 0);
  return {
    name,
    cities: shown,
    provinces: byProvince(shown),
    offices: total('offices'),
    communities: total('communities'),
    /** What readers are told of the cities that are not as they should be. */
    troubled: shown.filter(({ state }) => state !== 'current'),
    tiles: tilesView(cities),
    disclosure: [
      ...known.map((one) => ({ ...one.disclosure.total, to: one.path })),
      line(name, undefined, total('offices'), sumOf(known.map((one) => one.disclosure.total.counts))),
    ],
  };
}

export type RegionView = ReturnType<typeof regionView>;
