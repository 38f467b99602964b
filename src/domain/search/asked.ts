/** What was learnt of how people ask: what a question is about that nobody has put in just these words. */
import { learn } from './regression.ts';
import { coreOf } from './stop.ts';
import { signsOf, unique } from './tokens.ts';
import { listOf, type InstantIndex } from './types.ts';

/** What speaks for an answer: by how much, from 1, the characters, then the pairs of characters. */
type Signs = readonly (readonly [characters: string, pairs: string])[];

/** `data/search/asked.json`: what speaks for which answer. */
export interface AskedIndex {
  /** Addresses of guides, and of what is not an office's business; the last one, empty, of what is nobody's here. */
  readonly paths: readonly string[];
  /** How common each is. */
  readonly bias: readonly number[];
  readonly signs: readonly Signs[];
}

/** What people ask, by the address of what answers it; under the empty address what nothing here answers. */
export type Asked = ReadonlyMap<string, readonly string[]>;

/** No sign speaks more for one answer (natural logarithms, whole numbers). */
const LEVELS = 8;
/** In few rounds, so that the examples are not learnt by heart, and without what hardly matters. */
const MANNER = { rounds: 5, pace: 0.5, sparse: 3e-3 };

/** What is said of each answer: title and other names, the everyday words that lead to it, what people have asked. */
function saidOf({ guides, words }: InstantIndex, asked: Asked) {
  const known = guides.flatMap(({ path, title, kind, also }, at) => {
    const own = asked.get(path);
    if (kind === '制度' || !own) return [];
    const said = words.filter(({ to }) => to.includes(at)).flatMap(({ say }) => listOf(say));
    return [{ path, texts: unique([title, ...listOf(also), ...said, ...own]) }];
  });
  return [...known, { path: '', texts: asked.get('') ?? [] }];
}

/** How much more a sign speaks for each answer than for most: what it says of all of them tells nothing. */
function aboveMost(values: Float64Array): number[] {
  const most = [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return [...values].map((value) => Math.min(LEVELS, Math.round(value - most)));
}

/** Learns while the site is built: the same for the same words. */
export function askedFrom(index: InstantIndex, asked: Asked): AskedIndex {
  const said = saidOf(index, asked);
  const examples = said.flatMap(({ texts }, is) =>
    texts.map((text) => ({ signs: signsOf(coreOf(text)), is })),
  );
  const { weights, bias } = learn(examples, said.length, MANNER);
  const speaks = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, values]) => ({ sign, length: [...sign].length, by: aboveMost(values) }));
  const signsFor = (is: number, much: number, size: number) =>
    speaks.flatMap(({ sign, length, by }) => (by[is] === much && length === size ? [sign] : [])).join('');
  return {
    paths: said.map(({ path }) => path),
    bias: [...bias].map((value) => Math.round(value * 10) / 10),
    signs: said.map((_, is) =>
      Array.from({ length: LEVELS }, (__, at) => [signsFor(is, at + 1, 1), signsFor(is, at + 1, 2)] as const),
    ),
  };
}

/** What each sign says: by the number of the answer, how much. */
function readSigns({ signs }: AskedIndex): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const read = new Map<string, Map<number, number>>();
  const note = (sign: string, is: number, much: number) =>
    read.set(sign, (read.get(sign) ?? new Map<number, number>()).set(is, much));
  signs.forEach((levels, is) =>
    levels.forEach(([characters, pairs], at) => {
      for (const one of characters) note(one, is, at + 1);
      for (const pair of pairs.match(/../gsu) ?? []) note(pair, is, at + 1);
    }),
  );
  return read;
}

/** One step of what was learnt counts less than it seems: signs repeat each other. */
const STEP = 0.7;

/**
 * Makes the judge of questions. Gives by address how much likelier an answer is than by chance (natural logarithm,
 * above 0 only); less, the more of the question was never heard; none for what is nobody's business here.
 */
export function askedJudge(index: AskedIndex): (text: string) => ReadonlyMap<string, number> {
  const read = readSigns(index);
  return (text) => {
    const signs = signsOf(coreOf(text));
    const pairs = signs.filter((sign) => [...sign].length > 1);
    const share = Math.sqrt(pairs.filter((pair) => read.has(pair)).length / Math.max(1, pairs.length));
    const known = signs.flatMap((sign) => read.get(sign) ?? []);
    const scores = index.bias.map(
      (bias, is) => STEP * known.reduce((sum, says) => sum + (says.get(is) ?? 0), bias),
    );
    const most = Math.max(...scores);
    if (share === 0 || scores.at(-1) === most) return new Map();
    const all = most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
    const gains = scores.map((score) => share * (score - all + Math.log(scores.length)));
    return new Map(
      index.paths.flatMap((path, is) =>
        path && (gains[is] ?? 0) > 0 ? [[path, gains[is] ?? 0] as const] : [],
      ),
    );
  };
}
