/** How characters are read: toneless pinyin, ü as v. A character may have several readings, all of which are understood. */
export type Sounds = ReadonlyMap<string, readonly string[]>;

/** Reads a table `a阿 an安岸`. */
export function parseSounds(table: string): Sounds {
  const sounds = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of table.matchAll(/([a-z]+)([^a-z\s]+)/g))
    for (const character of characters) sounds.set(character, [...(sounds.get(character) ?? []), syllable]);
  return sounds;
}

/** Writes a table; `parseSounds` gives the same readings back. */
export function formatSounds(sounds: Sounds): string {
  const bySyllable = new Map<string, string>();
  for (const [character, syllables] of sounds)
    for (const syllable of syllables) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  const rows = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1));
  return rows.map(([syllable, characters]) => syllable + characters).join('');
}

/** The one table and the other. */
export const joinSounds = (first: Sounds, second: Sounds): Sounds => {
  const joined = new Map(first);
  for (const [character, syllables] of second)
    joined.set(character, [...new Set([...(joined.get(character) ?? []), ...syllables])]);
  return joined;
};

/** Some four hundred syllables, each asked for thousands of times where a text is compared with every name. */
const blurred = new Map<string, string>();

/**
 * Takes away what speakers of Sichuan's dialect do not tell apart and so type for each other: z and zh, c and ch,
 * s and sh, n and l, and the endings n and ng (《汉语方言概要》 on southwestern Mandarin).
 */
export function blur(pinyin: string): string {
  const known = blurred.get(pinyin);
  if (known !== undefined) return known;
  const fresh = pinyin
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/n(?=[aeiouv])/g, 'l');
  blurred.set(pinyin, fresh);
  return fresh;
}

const KIND = /(?:自治县|街道|\p{Script=Han}族乡|[县区市镇乡])$/u;

/**
 * How a place is written in addresses as a rule: the first readings of its characters, without the kind of place.
 * Undefined where a reading is not known.
 */
export function usualSlug(name: string, sounds: Sounds): string | undefined {
  const read = [...name.replace(KIND, '')].map((character) => sounds.get(character)?.[0]);
  return read.length > 0 && !read.includes(undefined) ? read.join('') : undefined;
}
