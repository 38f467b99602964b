/** Whose notices speak of a text, over all cities of a region: a pair that few notices have tells more. */
import type { AskShard } from '../finder/find-in-region.ts';
import { isHan, runsOf } from './tokens.ts';

/** A city whose notices speak of a text. */
interface Speaking {
  readonly name: string;
  /** The address of its site. */
  readonly url: string;
  /** How many notices at most speak of all that was found of the text. */
  readonly notices: number;
}

/** So many pairs of a text are looked up, each in its shard. */
const MOST_PAIRS = 3;
const MOST_CITIES = 8;

/** The pairs of characters that a text falls into, none over another. */
const pairsOf = (text: string): string[] =>
  runsOf(text)
    .filter(isHan)
    .flatMap((run) => {
      const all = [...run];
      return all.flatMap((one, at) => (at % 2 === 0 && all[at + 1] ? [`${one}${all[at + 1]}`] : []));
    })
    .slice(0, MOST_PAIRS);

/** The cities whose notices speak of every pair of a text, those first that say most of what few say. */
export async function citiesSpeakingOf(text: string, ask: AskShard): Promise<Speaking[]> {
  const pairs = pairsOf(text);
  const cities = new Map<string, { name: string; url: string; score: number; counts: number[] }>();
  for (const pair of pairs) {
    const { terms, notices, roots } = await ask(pair);
    const spoken = terms.get(pair) ?? [];
    const total = spoken.reduce((sum, { count }) => sum + count, 0);
    const weight = Math.log(1 + notices / Math.max(1, total));
    for (const { city, count } of spoken) {
      const url = roots.get(city.slug);
      if (!url) continue;
      const known = cities.get(city.slug) ?? { name: city.name, url, score: 0, counts: [] };
      known.score += weight * Math.log(1 + count);
      known.counts.push(count);
      cities.set(city.slug, known);
    }
  }
  return [...cities.values()]
    .filter(({ counts }) => counts.length === pairs.length)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_CITIES)
    .map(({ name, url, counts }) => ({ name, url, notices: Math.min(...counts) }));
}
