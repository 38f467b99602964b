import { rank, type ScoredPlace } from './find.ts';
import type { FinderHit } from './found.ts';
import { eat } from './match.ts';
import { hasHan, triageWays } from './normalise.ts';
import type { FinderIndex, FinderPlace, Word } from './places.ts';
import { blur, type Sounds } from './sounds.ts';

/** How each typed character may be read, blurred; a letter stands for itself. */
export const readingsOf = (query: string, sounds: Sounds): string[][] =>
  [...query].map((one) => (sounds.get(one) ?? [one]).map(blur));

/** True when so many characters of a name sound as what was typed, from a character on. */
const soundsAs = (typed: readonly (readonly string[])[], word: Word, from: number): boolean =>
  typed.every((readings, at) =>
    (word.sounds[from + at] ?? []).some((syllable) => readings.includes(blur(syllable))),
  );

/** The name as it sounds, so that typed pinyin is compared without what the dialect does not tell apart. */
const blurred = (word: Word): Word => ({
  ...word,
  sounds: word.sounds.map((syllables) => syllables.map(blur)),
});

/** The cost of a name that sounds like the query: per character too many; undefined when it does not. */
export function costOfSound(
  query: string,
  typed: readonly (readonly string[])[],
  word: Word,
): number | undefined {
  if (!hasHan(query)) return eat(blur(query), 0, blurred(word), 0);
  const last = word.characters.length - typed.length;
  for (let from = 0; from <= last; from += 1) if (soundsAs(typed, word, from)) return from * 12 + last - from;
  return undefined;
}

const WEIGHT = { township: 0, county: 2, former: 8, village: 12, formerVillage: 18 } as const;
const weightOf = ({ kind }: FinderPlace) =>
  kind in WEIGHT ? WEIGHT[kind as keyof typeof WEIGHT] : undefined;

/**
 * What sounds like a typed text, for texts that no name fits: 苏基镇 for 苏稽镇, `sujizen` for `sujizhen`. `more`
 * tells how characters are read that occur in no name.
 */
export function findNear(index: FinderIndex, more: Sounds, text: string): FinderHit[] {
  for (const query of triageWays(text)) {
    if (query.length < 2 || /\d/.test(query)) continue;
    const typed = readingsOf(query, new Map([...more, ...index.sounds]));
    const scored = index.places.flatMap((place): ScoredPlace[] => {
      const weight = weightOf(place);
      const cost = weight === undefined ? undefined : costOfSound(query, typed, place.word);
      return cost === undefined || weight === undefined ? [] : [{ place, cost: cost + weight }];
    });
    if (scored.length > 0) return rank(scored, query, true);
  }
  return [];
}
