/**
 * The places of a whole region, cut into shards by how names begin: a reader of a nation fetches the one that holds
 * what was typed. `exports/region-places.ts` writes them, the box and the search of a region read them.
 */
import { unpackVillage } from './files.ts';
import { hasHan, normalise } from './normalise.ts';
import { placesOf, wordOf } from './places.ts';
import type { FinderCounty, FinderIndex, FinderOffice, FinderPlace, Word } from './places.ts';
import { parseSounds, usualSlug } from './sounds.ts';

/** One shard; the lists name each other by their places in them. */
export interface PlacesFile {
  /** `a阿 an安岸 …`, as in the city's files. */
  readonly sounds: string;
  /** `区划代码 名称 网址 几个所`; the address is `-` where none is known. */
  readonly cities: readonly string[];
  /** `第几个市 slug 名称 几个所`; the usual slug is left out, its space not. */
  readonly counties: readonly string[];
  /**
   * `第几个县 slug 名称|乡镇,乡镇|旧乡镇|村 村|旧村`: of an office only the names that are of this shard; the usual slug is
   * left out, and a name that is the first township's.
   */
  readonly offices: string;
  /** How many notices the whole region has. */
  readonly notices: number;
  /** `第几个市:几篇 …` for pairs of characters of this shard, from titles and summaries of notices. */
  readonly terms: Readonly<Record<string, string>>;
}

/** Where the shards stand below the base. */
export const shardPath = (number: number): string => `/data/places/${number}.json`;

/** With how many characters a name is looked up, and with how many letters, which begin more names. */
const KEY = 2;
const LETTERS = 3;

/** What a typed text is looked up by; undefined while it is too short to be. */
export function keyOf(text: string): string | undefined {
  const typed = [...normalise(text)];
  const key = typed.slice(0, KEY).join('');
  if (typed.length < KEY) return undefined;
  if (hasHan(key)) return key;
  return /^[a-z]{2,3}$/.exec(typed.slice(0, LETTERS).join(''))?.[0];
}

/** The ways to type so many letters of some syllables, of each its first ones. */
function beginnings([first, ...rest]: readonly (readonly string[])[], letters: number): string[] {
  if (letters === 0) return [''];
  return (first ?? []).flatMap((syllable) =>
    Array.from({ length: Math.min(letters, syllable.length) }, (_, at) => syllable.slice(0, at + 1)).flatMap(
      (typed) => beginnings(rest, letters - typed.length).map((more) => typed + more),
    ),
  );
}

/**
 * What a name is found by: its characters, and for names that people type in letters how these begin. Two letters are
 * the initials of a name of two characters, whatever kind of place stands behind it.
 */
export function keysOf({ characters, sounds, tail }: Word, inLetters: boolean): string[] {
  const own = characters.slice(0, KEY).join('');
  const initials = sounds.map((syllables) => syllables.map((one) => one.charAt(0)));
  const short = tail === KEY || characters.length === KEY ? beginnings(initials, KEY) : [];
  const letters = inLetters ? [...beginnings(sounds, LETTERS), ...short] : [];
  return [...new Set([...(characters.length < KEY ? [] : [own]), ...letters])];
}

/** The number of a key, by which it is told apart and its shard is found (FNV-1a). */
export function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** In which of so many shards a key stands. */
export const shardOf = (key: string, count: number): number => numberOf(key) % count;

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
): FinderPlace[] {
  const [head = '', townships, former, villages, gone] = line.split('|');
  const [at = '', unusual = '', own = ''] = head.split(' ');
  const county = counties[Number(at)];
  if (!county) return [];
  const names = [...listed(townships, ','), ...listed(former, ',')];
  const name = own || (names[0] ?? '');
  const slug = unusual || usualSlug(name, known.sounds);
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
    const [at = '', unusual = '', name = '', offices = '0'] = line.split(' ');
    const slug = unusual || usualSlug(name, known.sounds);
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
