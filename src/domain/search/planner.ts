import { cutter, type QueryPiece } from './cut.ts';
import { rankHits, type Hit, type Ranked } from './ranking.ts';
import { phoneDigits, runsOf, termsOf, unique } from './tokens.ts';

/** A full-text engine that finds the pages holding all of some terms. */
interface Engine<H extends Hit> {
  readonly find: (terms: readonly string[]) => Promise<readonly H[]>;
  /** Whether people usually want such a page. */
  readonly isPrimary: (hit: H) => boolean;
}

export interface Vocabulary {
  /** How many pages the engine holds. */
  readonly pages: number;
  /** Words that must not be cut. */
  readonly words: readonly string[];
  /** What else to look for instead of a word. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
}

type Found<H> = ReadonlyMap<string, H>;

/** The best hit per page. */
function best<H extends Hit>(lists: readonly (readonly H[])[]): Found<H> {
  const found = new Map<string, H>();
  for (const hit of lists.flat()) if (hit.score > (found.get(hit.id)?.score ?? -1)) found.set(hit.id, hit);
  return found;
}

/** The strong pieces of a query; the weak ones only where there are no others. */
function piecesOf(runs: readonly string[], cut: (run: string) => QueryPiece[]): string[] {
  const all = runs.flatMap(cut);
  const strong = all.filter((piece) => piece.strong);
  return unique((strong.length > 0 ? strong : all).map(({ text }) => text));
}

/** Asks the engine each thing once; again where it failed. */
function remembering<H extends Hit>({ find }: Engine<H>): (text: string) => Promise<readonly H[]> {
  const asked = new Map<string, Promise<readonly H[]>>();
  return (text) => {
    const terms = termsOf(text);
    const key = terms.join(' ');
    const answer = asked.get(key) ?? find(terms);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

/**
 * Makes a search for Chinese questions of an engine that can only say which pages hold all terms: the query letter
 * by letter, beside it each of its pieces with what else people call it, ranked by how much of the query a page holds.
 */
export function createPlanner<H extends Hit>(
  engine: Engine<H>,
  { pages, words, synonyms }: Vocabulary,
): (query: string) => Promise<Ranked<H>[]> {
  const cut = cutter([...words, ...synonyms.keys()]);
  const ask = remembering(engine);
  const askPiece = async (piece: string) =>
    best(await Promise.all([piece, ...(synonyms.get(piece) ?? [])].map(ask)));
  return async (query) => {
    const phone = phoneDigits(query);
    const runs = phone ? [phone] : runsOf(query);
    if (runs.length === 0) return [];
    const exact = best([await ask(runs.join(' '))]);
    const pieces = await Promise.all(piecesOf(runs, cut).map(askPiece));
    return rankHits({ exact, pieces, isPrimary: engine.isPrimary, pages });
  };
}
