/** What was learnt of how people ask: what a question is about that nobody has put in just these words. */
import { spread } from '../fingerprint.ts';
import { learn } from './regression.ts';
import { coreOf } from './stop.ts';
import { isHan, signsOf, unique } from './tokens.ts';
import { isPrimary, listOf, type InstantIndex } from './types.ts';

/** `data/search/asked/answers.json`: the answers that something speaks for. */
export interface AskedAnswers {
  /** Addresses of guides, and of what is not an office's business; the last one, empty, of what is nobody's here. */
  readonly paths: readonly string[];
  /** How common each is. */
  readonly bias: readonly number[];
}

/** The same with what speaks for which. */
export interface AskedIndex extends AskedAnswers {
  /**
   * A line for every character that says something, or begins a pair that does: it and what it says, then the second
   * character of each pair and what that says. It is said as `2AC5B`: by 2 for the answers A and C, by 5 for B.
   */
  readonly signs: string;
}

/** So many files share the lines, by the characters that they begin with: a question needs few of them. */
const PARTS = 48;
const partOf = (character: string): number => spread(character) % PARTS;

/** The files of `data/search/asked/`: the answers, and the lines in parts. */
export const ASKED_FILES = ['answers', ...Array.from({ length: PARTS }, (_, part) => `${part}`)];

/** The files whose lines say something of a question. */
export const filesFor = (text: string): string[] =>
  unique([...coreOf(text)].filter(isHan).map((character) => `${partOf(character)}`));

/** What stands in a file of `data/search/asked/`. */
export const askedFile = ({ paths, bias, signs }: AskedIndex, file: string): AskedAnswers | string =>
  file === ASKED_FILES[0]
    ? { paths, bias }
    : signs
        .split('\n')
        .filter(([character = '']) => `${partOf(character)}` === file)
        .join('\n');

/** What a sign says: by the number of the answer, how much. */
type Says = ReadonlyMap<number, number>;

/** What people ask, by the address of what answers it; under the empty address what nothing here answers. */
type AskedQuestions = ReadonlyMap<string, readonly string[]>;

/** No sign speaks more for one answer (natural logarithms, whole numbers). */
const LEVELS = 8;
/** In few rounds, so that the examples are not learnt by heart, and without what hardly matters. */
const MANNER = { rounds: 5, pace: 0.5, sparse: 3e-3 };

/** What is said of each answer: title and other names, the everyday words that lead to it, what people have asked. */
function saidOf({ guides, words }: InstantIndex, asked: AskedQuestions) {
  const known = guides.flatMap(({ path, title, kind, also }, at) => {
    const own = asked.get(path);
    if (!isPrimary(kind) || !own) return [];
    const said = words.filter(({ to }) => to.includes(at)).flatMap(({ say }) => listOf(say));
    return [{ path, texts: unique([title, ...listOf(also), ...said, ...own]) }];
  });
  return [...known, { path: '', texts: asked.get('') ?? [] }];
}

/** How much more a sign speaks for each answer than for most: what it says of all of them tells nothing. */
function aboveMost(values: Float64Array): Float64Array {
  const most = values.toSorted()[values.length >> 1] ?? 0;
  return values.map((value) => Math.min(LEVELS, Math.round(value - most)));
}

/** Learns while the site is built: the same for the same words. */
export function askedFrom(index: InstantIndex, asked: AskedQuestions): AskedIndex {
  const said = saidOf(index, asked);
  const examples = said.flatMap(({ texts }, is) =>
    texts.map((text) => ({ signs: signsOf(coreOf(text)), is })),
  );
  const { weights, bias } = learn(examples, said.length, MANNER);
  return {
    paths: said.map(({ path }) => path),
    bias: [...bias].map((value) => Math.round(value * 10) / 10),
    signs: packSigns(weights),
  };
}

/** The letter of the first answer. */
const FIRST = 58;

/** What a sign says, as it is written. */
function packSays(values: Float64Array): string {
  const those = Array.from({ length: LEVELS }, () => '');
  aboveMost(values).forEach((much, is) => {
    if (much > 0) those[much - 1] += String.fromCharCode(FIRST + is);
  });
  return those.map((say, at) => say && `${at + 1}${say}`).join('');
}

function packSigns(weights: ReadonlyMap<string, Float64Array>): string {
  const lines = new Map<string, { own: string; pairs: string }>();
  for (const [sign, values] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first = '', second = ''] = sign;
    const says = packSays(values);
    const line = lines.get(first) ?? { own: '', pairs: '' };
    if (second && says) line.pairs += second + says;
    else if (says) line.own = says;
    lines.set(first, line);
  }
  return [...lines]
    .flatMap(([first, { own, pairs }]) => (own || pairs ? [first + own + pairs] : []))
    .join('\n');
}

/** What is written of a sign, read. */
const readSays = (packed: string): Says =>
  new Map(
    [...packed.matchAll(/(\d)([^\d]+)/g)].flatMap(([, much, those = '']) =>
      Array.from(those, (one) => [one.charCodeAt(0) - FIRST, Number(much)] as const),
    ),
  );

/** The signs that begin with a character, with what is written of each. */
function readLine(line: string): (readonly [sign: string, packed: string])[] {
  const [first = ''] = line;
  return [...line.matchAll(/(\p{Script=Han})(\P{Script=Han}*)/gu)].flatMap(
    ([, character = '', packed = ''], at) =>
      packed ? [[at === 0 ? first : first + character, packed] as const] : [],
  );
}

/** One step of what was learnt counts less than it seems: signs repeat each other. */
const STEP = 0.7;

/**
 * Makes the judge of questions. Gives by address how much likelier an answer is than by chance (natural logarithm,
 * above 0 only); less, the more of the question was never heard; none for what is nobody's business here.
 */
export function askedJudge(index: AskedIndex): (text: string) => ReadonlyMap<string, number> {
  // Only the lines of a question's own characters are read: all of them hold a phone up.
  const lines = new Map(index.signs.split('\n').map((line) => [/^./u.exec(line)?.[0] ?? '', line]));
  return (text) => {
    const signs = signsOf(coreOf(text));
    const read = new Map(signs.flatMap((sign) => readLine(lines.get(sign) ?? '')));
    const pairs = signs.filter((sign) => [...sign].length > 1);
    const share = Math.sqrt(pairs.filter((pair) => read.has(pair)).length / Math.max(1, pairs.length));
    const known = signs.flatMap((sign) => readSays(read.get(sign) ?? ''));
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
