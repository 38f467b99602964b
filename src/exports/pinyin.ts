import { pinyin } from 'pinyin-pro';

/** Readings by characters, the syllables divided by spaces, as in readings.json. */
export type Readings = Readonly<Record<string, string>>;

/** What pinyin-pro says, one syllable per character; '' where a character has no reading. */
function dictionary(characters: readonly string[]): string[] {
  const read = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });
  const together = read(characters.join(''));
  const each = together.length === characters.length ? together : characters.map((one) => read(one)[0] ?? '');
  return each.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/**
 * The toneless syllables of a name, ü as v, one per character. The longest reading that begins at a character
 * wins over the dictionary, which still sees the whole name and so reads the rest in its context.
 */
export function syllables(name: string, readings: Readings = {}): string[] {
  const characters = [...name];
  const result = dictionary(characters);
  const keys = Object.keys(readings).sort((a, b) => b.length - a.length);
  for (let at = 0; at < characters.length;) {
    const rest = characters.slice(at).join('');
    const key = keys.find((candidate) => rest.startsWith(candidate));
    const own = key ? (readings[key] ?? '').split(' ') : [];
    own.forEach((syllable, index) => (result[at + index] = syllable));
    at += Math.max([...(key ?? '')].length, 1);
  }
  return result;
}

/**
 * How the characters of some names are read: as in the name, and as a stranger would read them (犍 also jian, 柏 also
 * bai), since people type either.
 */
export function soundsOfNames(names: Iterable<string>, readings: Readings): Map<string, string[]> {
  const sounds = new Map<string, string[]>();
  const add = (character: string, syllable: string | undefined) => {
    const known = sounds.get(character) ?? [];
    const isNew = /\p{Script=Han}/u.test(character) && syllable && !known.includes(syllable);
    if (isNew) sounds.set(character, [...known, syllable]);
  };
  for (const name of new Set(names)) {
    const asRead = [syllables(name, readings), syllables(name)];
    [...name].forEach((character, at) => {
      for (const reading of asRead) add(character, reading[at]);
      add(character, syllables(character)[0]);
    });
  }
  return sounds;
}

/** A name in letters: whole, and by its initials; what stands in brackets is not typed. */
function lettersOf(name: string): string {
  const all = syllables(name.replace(/（.*$/u, ''));
  return `${all.join('')} ${all.map((syllable) => syllable.charAt(0)).join('')}`;
}

/** A guide as people type it who do not write characters: by its title, and by what most people call it. */
export const guideLetters = (title: string, also: readonly string[]): string =>
  [title.replace(/^申请/u, ''), ...also.slice(0, 2)].map(lettersOf).join(' ');
