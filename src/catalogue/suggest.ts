import { distance } from 'fastest-levenshtein';

/**
 * The one of `choices` that an author most likely meant by `word`, or undefined when none is near:
 * case, hyphens and underscores do not count, and at most a quarter of the letters may differ.
 */
export function suggest(word: string, choices: Iterable<string>): string | undefined {
  const plain = simplify(word);
  let best: { choice: string; far: number } | undefined;
  for (const choice of choices) {
    const far = distance(plain, simplify(choice));
    const limit = Math.max(1, Math.floor(Math.max(plain.length, choice.length) / 4));
    if (far <= limit && (!best || far < best.far)) best = { choice, far };
  }
  return best?.choice;
}

const simplify = (word: string) =>
  word
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/g, '');
