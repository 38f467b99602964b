/**
 * The places of a whole region, cut into shards by how names begin: a reader of a nation fetches the one that holds
 * what was typed. `exports/region-places.ts` writes them, the box and the search of a region read them.
 */
import { unpackVillage } from './files.ts';
import { hasHan, normalise } from './normalise.ts';
import { placesOf, wordOf } from './places.ts';
import type { FinderCounty, FinderIndex, FinderOffice, Place } from './places.ts';
import { parseSounds } from './sounds.ts';

/** One shard; the lists name each other by their places in them. */
export interface PlacesFile {
  /** `a阿 an安岸 …`, as in the city's files. */
  readonly sounds: string;
  /** `区划代码 名称 网址 几个所`; the address is `-` where none is known. */
  readonly cities: readonly string[];
  /** `第几个市 slug 名称 几个所` */
  readonly counties: readonly string[];
  /** `第几个县 slug 名称|乡镇,乡镇|旧乡镇|村 村|旧村`: of an office only the names that are of this shard. */
  readonly offices: string;
  /** How many notices the whole region has. */
  readonly notices: number;
  /** `第几个市:几篇 …` for pairs of characters of this shard, from titles and summaries of notices. */
  readonly terms: Readonly<Record<string, string>>;
}

/** Where the shards stand below the base. */
export const shardPath = (number: number): string => `/data/places/${number}.json`;

/** With how many characters or letters a name is looked up. */
const KEY = 2;

/** What a typed text is looked up by; undefined while it is too short to be. */
export function keyOf(text: string): string | undefined {
  const typed = normalise(text);
  const key = [...typed].slice(0, KEY).join('');
  return [...key].length === KEY && (hasHan(key) || /^[a-z]{2}$/.test(key)) ? key : undefined;
}

/** What a name is found by: its characters, and for names that people type in letters its sounds and initials. */
export function keysOf(name: string, sounds: readonly (readonly string[])[]): string[] {
  const [first = [], second = []] = sounds;
  const letters = first.flatMap((syllable) => [
    ...(syllable.length > 1 ? [syllable.slice(0, KEY)] : []),
    ...second.map((next) => syllable.charAt(0) + next.charAt(0)),
  ]);
  const own = [...name].slice(0, KEY).join('');
  return [...new Set([...([...own].length === KEY ? [own] : []), ...letters])].filter(
    (key) => [...key].length === KEY,
  );
}

/** In which of so many shards a key stands (FNV-1a). */
export function shardOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % count;
}

/** The places of a shard, and where the cities are. */
export interface RegionIndex extends FinderIndex {
  /** The address of a city's site by its code. */
  readonly roots: ReadonlyMap<string, string>;
  /** How many notices the whole region has, and which cities' notices speak of a pair of characters. */
  readonly notices: number;
  readonly terms: ReadonlyMap<string, readonly Spoken[]>;
}

/** So many notices of a city. */
interface Spoken {
  readonly city: FinderCounty;
  readonly count: number;
}

interface City {
  readonly code: string;
  readonly name: string;
}

const listed = (part = '', between: string): string[] => part.split(between).filter(Boolean);

function readOffice(
  line: string,
  counties: readonly (FinderCounty & { readonly bare: string })[],
  known: Pick<FinderIndex, 'sounds' | 'misspelt'>,
): Place[] {
  const [head = '', townships, former, villages, gone] = line.split('|');
  const [at = '', slug = '', name = ''] = head.split(' ');
  const county = counties[Number(at)];
  if (!county) return [];
  const names = [...listed(townships, ','), ...listed(former, ',')];
  const office: FinderOffice = {
    id: `${county.slug}/${slug}`,
    name: `${name}司法所`,
    townships: names.length > 0 ? names : [name],
    heads: `${county.bare.charAt(0)}${name.charAt(0)}`,
    county,
  };
  const owner = { county, office };
  return [
    ...placesOf(known, { kind: 'township', ...owner }, listed(townships, ',')),
    ...placesOf(known, { kind: 'former', ...owner }, listed(former, ',')),
    ...placesOf(known, { kind: 'village', ...owner }, listed(villages, ' ').map(unpackVillage)),
    ...placesOf(known, { kind: 'formerVillage', ...owner }, listed(gone, ' ').map(unpackVillage)),
  ];
}

const bareCounty = (slug: string, name: string, offices: number) => ({
  slug,
  name,
  also: [],
  // Only their number is told.
  offices: Array.from<FinderOffice>({ length: offices }),
});

/** The places of a shard as the finder searches them. An id is `区划代码/<county>/<office>`. */
export function decodePlaces(file: PlacesFile): RegionIndex {
  const known = { sounds: parseSounds(file.sounds), misspelt: {} };
  const roots = new Map<string, string>();
  const cities = file.cities.map((line): City & FinderCounty => {
    const [code = '', name = '', root = '-', offices = '0'] = line.split(' ');
    if (/^https?:\/\//.test(root)) roots.set(code, root);
    return { ...bareCounty(code, name, Number(offices)), code };
  });
  const counties = file.counties.map((line) => {
    const [at = '', slug = '', name = '', offices = '0'] = line.split(' ');
    const city = cities[Number(at)];
    const whole = city && city.name !== name ? `${city.name}${name}` : name;
    return { ...bareCounty(`${city?.code}/${slug}`, whole, Number(offices)), bare: name };
  });
  const lines = listed(file.offices, '\n');
  const terms = Object.entries(file.terms).map(([term, said]) => {
    const spoken = listed(said, ' ').flatMap((one): Spoken[] => {
      const [at, count] = one.split(':').map(Number);
      const city = cities[at ?? -1];
      return city ? [{ city, count: count ?? 0 }] : [];
    });
    return [term, spoken] as const;
  });
  return {
    ...known,
    roots,
    notices: file.notices,
    terms: new Map(terms),
    stamp: '',
    city: wordOf('', known.sounds),
    counties,
    offices: [],
    places: [
      ...cities.flatMap((county) => placesOf(known, { kind: 'county', county }, [county.name])),
      ...counties.flatMap((county) => placesOf(known, { kind: 'county', county }, [county.bare])),
      ...lines.flatMap((line) => readOffice(line, counties, known)),
    ],
  };
}
