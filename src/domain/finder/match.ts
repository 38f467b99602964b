import { memo } from '../memo.ts';
import type { FinderCounty, FinderIndex, FinderOffice, PlaceKind, FinderPlace, Word } from './places.ts';

/** What a match costs; 0 is the name itself, letter by letter. */
const COST = {
  /** Typed in pinyin, and per letter left out. */
  pinyin: 4,
  letter: 0.5,
  /** Per character before and behind what was typed, other than the kind of place at the end. */
  before: 12,
  behind: 3,
  tail: 1,
  /** Characters passed over in the middle: 和平乡 for 和平彝族乡. */
  passed: 2,
  /** Found by the county or township in front. */
  along: 4,
  /** Only the county was named. */
  member: 45,
} as const;

const letters = (query: string, at: number, syllable: string): number => {
  let length = 0;
  while (length < syllable.length && query[at + length] === syllable[length]) length += 1;
  return length;
};

/** What is left of a name behind the part that was typed. */
const rest = (word: Word, unit: number): number => {
  const behind = Math.max(word.tail - unit, 0) * COST.behind;
  return behind + (unit < word.characters.length ? COST.tail : 0);
};

/**
 * The cost of reading all of a query from a place in it on, beginning at a character of a name; undefined when it
 * cannot be done. A character is typed as itself or by the beginning of its pinyin; any number may be missing at the end.
 */
export function eat(query: string, at: number, word: Word, unit: number): number | undefined {
  if (at >= query.length) return rest(word, unit);
  const { characters, sounds } = word;
  const character = characters[unit];
  if (character === undefined) return undefined;
  if (query.startsWith(character, at)) return eat(query, at + character.length, word, unit + 1);
  for (const syllable of sounds[unit] ?? []) {
    for (let length = letters(query, at, syllable); length > 0; length -= 1) {
      const cost = eat(query, at + length, word, unit + 1);
      if (cost !== undefined) return cost + COST.letter * (syllable.length - length);
    }
  }
  return unit >= 2 ? passOver(query, at, word, unit) : undefined;
}

/** The cost of going on at the kind of place, or at its last character: 和平乡 for 和平彝族乡, 峨边县 for 峨边彝族自治县. */
function passOver(query: string, at: number, word: Word, unit: number): number | undefined {
  for (const end of [word.tail, word.characters.length - 1]) {
    const cost = end > unit ? eat(query, at, word, end) : undefined;
    if (cost !== undefined) return cost + COST.passed * (end - unit);
  }
  return undefined;
}

/** The cost of finding a query in a name, from its beginning or from within. */
function costOf(query: string, word: Word): number | undefined {
  if (!word.heads.includes(query.slice(0, 1))) return undefined;
  for (let unit = 0; unit < word.characters.length; unit += 1) {
    const cost = eat(query, 0, word, unit);
    if (cost !== undefined) return cost + unit * COST.before;
  }
  return undefined;
}

/** How far a query names a place in front of another: 犍为 or 犍为县, 峨边 or 峨边县, but not 犍 alone. */
function past(query: string, at: number, name: string, tail: number): number {
  let length = 0;
  while (length < name.length && query[at + length] === name[length]) length += 1;
  if (length < 2) return at;
  if (length >= tail) return at + length;
  const end = [name.slice(tail), name.slice(-1)].find((one) => query.startsWith(one, at + length));
  return at + length + (end?.length ?? 0);
}

/** Where in a query the county may begin: at its beginning, behind 乐山市, or behind 乐山 (乐山市中区). */
function afterCity(query: string, { name, tail }: Word): number[] {
  const at = past(query, 0, name, tail);
  return at === 0 ? [0] : [...new Set([at, tail])];
}

/** Where in a query a name may begin, and where what stands in front of it begins. */
interface Start {
  readonly from: number;
  readonly at: number;
}

/** Kinds of names that people say behind their township's. */
const BEHIND_TOWNSHIP: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'village',
  'formerVillage',
  'misspelling',
]);

/** Makes the answer to where in a query a name may begin behind its county and township: not at the beginning. */
function startsIn(query: string, city: Word): (place: FinderPlace) => readonly Start[] {
  const behind = memo((county: FinderCounty) =>
    afterCity(query, city).map((from) => {
      const ends = [county.name, ...county.also].map((name) =>
        past(query, from, name, name.search(/(?:自治县|[县区市旗])$/)),
      );
      return { from, afterCounty: Math.max(...ends) };
    }),
  );
  const startsOf = (county: FinderCounty, townships: readonly string[]): Start[] =>
    behind(county).flatMap(({ from, afterCounty }) => {
      // 沙湾镇 in 沙湾区: what looks like the county may be the township already.
      const after = townships.flatMap((name) =>
        [from, afterCounty].map((at) => past(query, at, name, name.length - 1)),
      );
      return [...new Set([from, afterCounty, ...after])].flatMap((at) => (at > 0 ? [{ from, at }] : []));
    });
  const inCounty = memo((county: FinderCounty) => startsOf(county, []));
  const inTownship = memo(({ county, townships }: FinderOffice) => startsOf(county, townships));
  return ({ kind, county, office }) =>
    office && BEHIND_TOWNSHIP.has(kind) ? inTownship(office) : inCounty(county);
}

/** The cost of a query that begins with the city, county or township: 犍为县罗城, 苏稽新华村. */
function costAlong(query: string, place: FinderPlace, starts: readonly Start[]): number | undefined {
  const costs = starts.flatMap(({ from, at }) => {
    if (at < query.length) return eat(query, at, place.word, 0) ?? [];
    return place.kind === 'township' && at > from ? COST.member : [];
  });
  return costs.length > 0 ? Math.min(...costs) + COST.along : undefined;
}

/** Makes the cost of a query for a place, the cheaper of the two ways. */
export function costsOf(query: string, { city }: FinderIndex): (place: FinderPlace) => number | undefined {
  const starts = startsIn(query, city);
  const more = /[a-z]/.test(query) ? COST.pinyin : 0;
  const first = query.charAt(0);
  const isAlong = ({ office }: FinderPlace) =>
    office !== undefined && (office.heads.includes(first) || city.name.includes(first));
  return (place) => {
    const direct = costOf(query, place.word);
    const own = direct ?? (isAlong(place) ? costAlong(query, place, starts(place)) : undefined);
    return own === undefined ? undefined : own + more;
  };
}
