/** The places of a region as shards, made of what the finders of its cities hold. Their form is told in `domain/finder/shards.ts`. */
import { packVillage } from '../domain/finder/files.ts';
import {
  wordOf,
  type FinderIndex,
  type FinderOffice,
  type PlaceKind,
  type Word,
} from '../domain/finder/places.ts';
import { keysOf, numberOf, type PlacesFile, shardOf } from '../domain/finder/shards.ts';
import { formatSounds, parseSounds, type Sounds, usualSlug } from '../domain/finder/sounds.ts';

/** What a region keeps of a city's finder while it reads the others: of a nation, all of them would fill the memory. */
export interface CityNames {
  readonly rows: readonly Named[];
  readonly sounds: Sounds;
  readonly offices: number;
}

/** A city with the names of its finder. */
export interface CityPlaces {
  readonly code: string;
  readonly name: string;
  /** The address of its site; absent where none is known. */
  readonly root: string | undefined;
  readonly names: CityNames;
  /** How many notices it has, and how many of them speak of a pair of characters. */
  readonly notices: number;
  readonly terms: Readonly<Record<string, number>>;
}

/** So many names stand in a shard about: some kilobytes. */
const NAMES = 500;

const PAIR = /^\p{Script=Han}{2}$/u;

const FIELDS: readonly PlaceKind[] = ['township', 'former', 'village', 'formerVillage'];

/** A name of a city. */
interface Named {
  /** Absent for a city or county itself. */
  readonly office?: FinderOffice | undefined;
  /** Absent for the city. */
  readonly county?: FinderIndex['counties'][number] | undefined;
  readonly kind: PlaceKind;
  readonly name: string;
  /** The numbers of the keys that it is found by. */
  readonly keys: readonly number[];
}

/** A name and the city where it stands. */
interface Row extends Named {
  readonly city: CityPlaces;
}

const numbersOf = (word: Word, inLetters: boolean): number[] => keysOf(word, inLetters).map(numberOf);

/** Every name in a city that people may type: its counties, townships and villages, today's and former. */
export const namesIn = ({ places, sounds, offices }: FinderIndex): CityNames => ({
  rows: places.flatMap(({ kind, word, county, office }): Named[] => {
    if (kind !== 'county' && !FIELDS.includes(kind)) return [];
    return [{ county, office, kind, name: word.name, keys: numbersOf(word, !/illage/.test(kind)) }];
  }),
  sounds,
  offices: offices.length,
});

/** The names of a city, its own first. */
function rowsOf(city: CityPlaces): Row[] {
  const { name, names } = city;
  const own = { city, kind: 'county', name, keys: numbersOf(wordOf(name, names.sounds), true) } as const;
  return [own, ...names.rows.map((row) => ({ ...row, city }))];
}

/** Numbers things in the order in which they are met. */
class Numbered<T> {
  readonly lines: string[] = [];
  private readonly at = new Map<T, number>();
  of(thing: T, line: () => string): number {
    const known = this.at.get(thing) ?? this.lines.push(line()) - 1;
    this.at.set(thing, known);
    return known;
  }
}

const unspaced = (text: string) => text.replace(/\s/g, '');

/** The characters of a shard with their readings: of its names, and of those that addresses are told by. */
const soundsIn = (rows: readonly Row[]): Sounds => {
  const sounds = new Map<string, readonly string[]>();
  for (const { name, city, county, office } of rows)
    for (const one of new Set([...name, ...(county?.name ?? ''), ...(office?.name ?? '')])) {
      const read = city.names.sounds.get(one);
      if (read) sounds.set(one, [...new Set([...(sounds.get(one) ?? []), ...read])]);
    }
  return sounds;
};

/** A pair of characters and the cities whose notices speak of it. */
type Terms = ReadonlyMap<string, readonly { readonly city: CityPlaces; readonly count: number }[]>;

function fileOf(rows: readonly Row[], spoken: Terms, notices: number): PlacesFile {
  const [cities, counties] = [new Numbered<CityPlaces>(), new Numbered<object>()];
  const sounds = formatSounds(soundsIn(rows));
  const read = parseSounds(sounds);
  const unusual = (slug: string, name: string) => (slug === usualSlug(name, read) ? '' : slug);
  const cityAt = (city: CityPlaces) =>
    cities.of(city, () => `${city.code} ${unspaced(city.name)} ${city.root ?? '-'} ${city.names.offices}`);
  const countyAt = ({ city, county }: Row) =>
    county &&
    counties.of(
      county,
      () =>
        `${cityAt(city)} ${unusual(county.slug, unspaced(county.name))} ${unspaced(county.name)} ${county.offices.length}`,
    );
  const offices = new Map<FinderOffice, { row: Row; names: Map<PlaceKind, string[]> }>();
  for (const row of rows) {
    cityAt(row.city);
    countyAt(row);
    if (!row.office) continue;
    const held = offices.get(row.office) ?? { row, names: new Map<PlaceKind, string[]>() };
    held.names.set(row.kind, [...(held.names.get(row.kind) ?? []), row.name]);
    offices.set(row.office, held);
  }
  const lines = [...offices].map(([office, { row, names }]) => {
    const slug = office.id.split('/')[1] ?? '';
    const fields = FIELDS.map((kind) =>
      /illage/.test(kind)
        ? (names.get(kind) ?? []).map(packVillage).join(' ')
        : (names.get(kind) ?? []).join(),
    );
    const name = unspaced(office.name.replace(/司法所$/, ''));
    const own = name === names.get('township')?.[0] ? '' : name;
    const head = `${countyAt(row)} ${unusual(slug, name)} ${own}`.trimEnd();
    return [head, ...fields].join('|').replace(/\|+$/, '');
  });
  const terms = Object.fromEntries(
    [...spoken].map(([term, said]) => [
      term,
      said.map(({ city, count }) => `${cityAt(city)}:${count}`).join(' '),
    ]),
  );
  return {
    notices,
    terms,
    sounds,
    cities: cities.lines,
    counties: counties.lines,
    offices: lines.join('\n'),
  };
}

/** The shards of a region by their numbers, each as it is asked for; every number has one. */
export function* placeShards(cities: readonly CityPlaces[]): Generator<PlacesFile> {
  const rows = cities.flatMap(rowsOf);
  const count = Math.max(1, Math.ceil(rows.length / NAMES));
  const shards = Array.from({ length: count }, () => new Set<Row>());
  for (const row of rows) for (const key of row.keys) shards[key % count]?.add(row);
  const spoken = Array.from(
    { length: count },
    () => new Map<string, { city: CityPlaces; count: number }[]>(),
  );
  for (const city of cities)
    for (const [term, said] of Object.entries(city.terms)) {
      if (!PAIR.test(term)) continue;
      const held = spoken[shardOf(term, count)];
      held?.set(term, [...(held.get(term) ?? []), { city, count: said }]);
    }
  const notices = cities.reduce((sum, one) => sum + one.notices, 0);
  for (const [at, held] of shards.entries()) yield fileOf([...held], spoken[at] ?? new Map(), notices);
}
