import { syllables, type Readings } from '../../exports/pinyin.ts';
import type { KnownReading } from './known-readings.ts';

export { syllables, type Readings };

const LONGEST_SLUG = 60;

/** A name as one pinyin word for an address, cut at a syllable when too long; '' when nothing can be read. */
export function slugOf(name: string, readings: Readings = {}): string {
  let word = '';
  for (const syllable of syllables(name, readings)) {
    if (word.length + syllable.length > LONGEST_SLUG - 10) break;
    word += syllable;
  }
  return word.replace(/^[0-9]+/, '');
}

const ENDS: readonly (readonly [string, string])[] = [
  ['街道', 'jiedao'],
  ['地区', 'diqu'],
  ['苏木', 'sumu'],
  ['镇', 'zhen'],
  ['乡', 'xiang'],
  ['县', 'xian'],
  ['区', 'qu'],
  ['市', 'shi'],
  ['旗', 'qi'],
];

interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * A slug for each of the places that share a folder. The first by order keeps the plain word; a later one with
 * the same word gets its kind behind it (`-zhen`), and a number where that is taken too.
 */
export function distinctSlugs(
  places: readonly Named[],
  base: (name: string) => string,
  readings: Readings = {},
): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const place of places) {
    const word = slugOf(base(place.name), readings) || `d${place.code}`;
    const end = ENDS.find(([suffix]) => place.name.endsWith(suffix))?.[1];
    const kind = end && !word.endsWith(end) ? `${word}-${end}` : word;
    let slug = [word, kind].find((candidate) => !taken.has(candidate));
    for (let number = 2; !slug; number++) {
      if (!taken.has(`${kind}-${number}`)) slug = `${kind}-${number}`;
    }
    taken.add(slug);
    slugs.set(place.code, slug);
  }
  return slugs;
}

/** The readings to keep for a city: the known ones that occur in its names, and over them those given by hand. */
export function readingsFor(
  named: readonly Named[],
  known: readonly KnownReading[],
  given: Readings,
): Readings {
  const apply = ({ text, within = '' }: KnownReading) =>
    named.some(({ code, name }) => code.startsWith(within) && name.includes(text));
  const found = known.filter(apply).map(({ text, pinyin: reading }) => [text, reading] as const);
  return { ...Object.fromEntries(found), ...given };
}

/** Characters that place names read in more than one way; those with a second reading only in other words are left out. */
const POLYPHONES = new Set(
  '长重朝乐堡铺埔厦涌曲单解柏行浒洞阿任盖盛繁莘栎浚漯陂圩圳峒荥枞稽宿番弹壳巷什夹勒牟会尉炮蕃郇盱葛纪仇冼员郗隗令',
);

/** Characters of a name whose reading a person should check: several are usual and none is fixed by hand. */
export function doubtful(name: string, readings: Readings): string[] {
  const fixed = new Set(Object.keys(readings).flatMap((key) => (name.includes(key) ? [...key] : [])));
  return [...name].filter((one) => POLYPHONES.has(one) && !fixed.has(one));
}
