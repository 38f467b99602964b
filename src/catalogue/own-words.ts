/** A place's own everyday words, over the dictionary that comes with the program. */
import type { SynonymRecord } from '../schemas/synonyms.ts';
import type { UrgentRecord } from '../schemas/urgent.ts';
import type { Contents } from './contents.ts';

/** The dictionary without the ways of saying that a place does without; an entry that has none left goes. */
const withoutSayings = (words: readonly SynonymRecord[], without: readonly string[]): SynonymRecord[] =>
  words.flatMap((word) => {
    const say = word.say.filter((one) => !without.includes(one));
    return say.length > 0 ? [{ ...word, say }] : [];
  });

/** Every entry that the search understands: the place's own behind the others. */
export function joinedWords(contents: Contents): SynonymRecord[] {
  const words = contents.of('synonyms')[0]?.data?.words ?? [];
  const own = contents.of('ownWords')[0]?.data;
  return [...withoutSayings(words, own?.without ?? []), ...(own?.words ?? [])];
}

/** Every danger, with how people in it speak here; what a place calls an everyday matter is no danger there. */
export function joinedDangers(contents: Contents): UrgentRecord[] {
  const own = contents.of('ownWords')[0]?.data;
  return (contents.of('synonyms')[0]?.data?.urgent ?? []).map((danger) => {
    const here = (own?.heard ?? []).flatMap(({ title, say }) => (title === danger.title ? say : []));
    const heard = [...(danger.heard ?? []), ...here].filter((one) => !own?.calm?.includes(one));
    return { ...danger, heard };
  });
}
