import { withoutAsking } from './stop.ts';
import { gramsOf, isHan } from './tokens.ts';

/** A part of a query that is looked up by itself. */
export interface QueryPiece {
  readonly text: string;
  /** A single character says little; it counts only where nothing else is left. */
  readonly strong: boolean;
}

const piece = (text: string): QueryPiece => ({ text, strong: [...text].length > 1 });

/** Joins neighbouring single characters: they are usually a name. */
function joinSingles(words: readonly string[]): QueryPiece[] {
  const joined: string[] = [];
  let singles = '';
  for (const word of [...words, '']) {
    if ([...word].length === 1) {
      singles += word;
      continue;
    }
    if (singles) joined.push(singles);
    singles = '';
    if (word) joined.push(word);
  }
  return joined.map(piece);
}

/**
 * Makes the cutter of text that no dictionary knows: by the browser's words, else into pairs. Its words hold a phone up
 * for a tenth of a second, so they are loaded for the first text that may be more than one piece.
 */
function unknownCutter(): (text: string) => QueryPiece[] {
  if (!('Segmenter' in Intl)) return (text) => gramsOf(text).map(piece);
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    if ([...text].length <= 2) return [piece(text)];
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return joinSingles([...segmenter.segment(text)].map(({ segment }) => segment));
  };
}

/** The longest word of the dictionary at a place of a run; undefined when none begins there. */
function wordAt(run: string, at: number, words: ReadonlySet<string>, longest: number): string | undefined {
  for (let length = Math.min(longest, run.length - at); length >= 2; length -= 1) {
    const word = run.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

/** Makes the cutter of runs: known words first, words of asking dropped, the rest as the browser cuts it. */
export function cutter(dictionary: Iterable<string>): (run: string) => QueryPiece[] {
  const words = new Set(dictionary);
  const longest = Math.max(2, ...[...words].map((word) => word.length));
  const cutUnknown = unknownCutter();
  const rest = (text: string) => withoutAsking(text).flatMap(cutUnknown);
  return (run) => {
    if (!isHan(run)) return [{ text: run, strong: true }];
    const pieces: QueryPiece[] = [];
    let unknown = '';
    for (let at = 0; at < run.length;) {
      const word = wordAt(run, at, words, longest);
      if (word) pieces.push(...rest(unknown), piece(word));
      unknown = word ? '' : unknown + run.charAt(at);
      at += word?.length ?? 1;
    }
    return [...pieces, ...rest(unknown)];
  };
}
