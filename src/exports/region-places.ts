/** The places of a region as shards, made of what the finders of its cities hold. Their form is told in `domain/finder/shards.ts`. */
import { packVillage } from '../domain/finder/files.ts';
import { wordOf, type FinderIndex, type FinderOffice, type PlaceKind } from '../domain/finder/places.ts';
import { keysOf, type PlacesFile, shardOf } from '../domain/finder/shards.ts';
import { formatSounds, parseSounds, type Sounds, usualSlug } from '../domain/finder/sounds.ts';

/** A city with its finder's index. */
export interface CityPlaces {
  readonly code: string;
  readonly name: string;
  /** The address of its site; absent where none is known. */
  readonly root: string | undefined;
  readonly index: FinderIndex;
  /** How many notices it has, and how many of them speak of a pair of characters. */
  readonly notices: number;
  readonly terms: Readonly<Record<string, number>>;
}

/** So many names stand in a shard about: some kilobytes. */
const NAMES = 500;

const PAIR = /^\p{Script=Han}{2}$/u;

const FIELDS: readonly PlaceKind[] = ['township', 'former', 'village', 'formerVillage'];

/** A name and where it stands. */
interface Row {
  readonly city: CityPlaces;
  /** Absent for a city or county itself. */
  readonly office?: FinderOffice | undefined;
  /** Absent for the city. */
  readonly county?: FinderIndex['counties'][number] | undefined;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly keys: readonly string[];
}

/** Every name of a city that people may type: itself, its counties, townships and villages, today's and former. */
function rowsOf(city: CityPlaces): Row[] {
  const { name, index } = city;
  const own = { city, kind: 'county', name, keys: keysOf(wordOf(name, index.sounds), true) } as const;
  return [
    own,
    ...index.places.flatMap(({ kind, word, county, office }): Row[] => {
      if (kind !== 'county' && !FIELDS.includes(kind)) return [];
      return [{ city, county, office, kind, name: word.name, keys: keysOf(word, !/illage/.test(kind)) }];
    }),
  ];
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
      const read = city.index.sounds.get(one);
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
    cities.of(
      city,
      () => `${city.code} ${unspaced(city.name)} ${city.root ?? '-'} ${city.index.offices.length}`,
    );
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

/** The shards of a region by their numbers; every number has one. */
export function placeShards(cities: readonly CityPlaces[]): PlacesFile[] {
  const rows = cities.flatMap(rowsOf);
  const count = Math.max(1, Math.ceil(rows.length / NAMES));
  const shards = Array.from({ length: count }, () => new Set<Row>());
  for (const row of rows) for (const key of row.keys) shards[shardOf(key, count)]?.add(row);
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
  return shards.map((held, at) => fileOf([...held], spoken[at] ?? new Map(), notices));
}
