import { coreOf } from './stop.ts';
import { gramsOf, unique } from './tokens.ts';
import { listOf, type InstantIndex } from './types.ts';

/** `data/search/asked.json`: what people have asked, divided by spaces, by the address of the guide that answers it. */
export type AskedIndex = Readonly<Record<string, string>>;

/** How much the pairs of all guides count beside those of one: few questions must not make a guide sure of itself. */
const SMOOTHING = 16;

/** How often each pair of characters stands in what is said of a guide, and how many pairs that are. */
interface Said {
  readonly path: string;
  readonly times: ReadonlyMap<string, number>;
  readonly all: number;
}

const pairsOf = (text: string): string[] => unique(gramsOf(coreOf(text)));

function counted(texts: readonly string[]): Omit<Said, 'path'> {
  const times = new Map<string, number>();
  const pairs = texts.flatMap(pairsOf);
  for (const pair of pairs) times.set(pair, (times.get(pair) ?? 0) + 1);
  return { times, all: pairs.length };
}

function saidOf({ guides, words }: InstantIndex, asked: AskedIndex): Said[] {
  return guides.flatMap(({ path, title, kind, also }, at) => {
    if (kind === '制度' || !asked[path]) return [];
    const said = words.filter(({ to }) => to.includes(at)).flatMap(({ say }) => listOf(say));
    return [{ path, ...counted([title, ...listOf(also), ...said, ...listOf(asked[path])]) }];
  });
}

/**
 * Makes the judge of questions that nobody has put in just these words: naive Bayes over pairs of characters, learnt
 * from what people have asked. Gives by address how much likelier a guide makes the text than chance does (natural
 * logarithm, above 0 only).
 */
export function askedJudge(
  index: InstantIndex,
  asked: AskedIndex,
): (text: string) => ReadonlyMap<string, number> {
  const said = saidOf(index, asked);
  const everywhere = new Map<string, number>();
  for (const { times } of said)
    for (const [pair, count] of times) everywhere.set(pair, (everywhere.get(pair) ?? 0) + count);
  const all = said.reduce((sum, one) => sum + one.all, 0);
  const gain = ({ times, all: own }: Said, pair: string): number => {
    const chance = (everywhere.get(pair) ?? 0) / all;
    return Math.log(((times.get(pair) ?? 0) + SMOOTHING * chance) / (own + SMOOTHING) / chance);
  };
  return (text) => {
    const pairs = pairsOf(text);
    const known = pairs.filter((pair) => everywhere.has(pair));
    const share = ({ times }: Said) => known.filter((pair) => times.has(pair)).length / pairs.length;
    const scores = said.map((one) => {
      const sum = known.reduce((total, pair) => total + gain(one, pair), 0);
      return [one.path, sum * Math.sqrt(share(one))] as const;
    });
    return new Map(scores.filter(([, score]) => score > 0));
  };
}
