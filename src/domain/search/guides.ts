import { memo } from '../memo.ts';
import { paths } from '../urls.ts';
import { coreOf } from './stop.ts';
import { gramsOf, isHan, runsOf, unique } from './tokens.ts';
import { isPrimary, listOf, type Answer, type InstantGuide, type InstantIndex } from './types.ts';

/** An answer with how well it fits; only the order of the numbers matters. */
export interface ScoredAnswer {
  readonly answer: Answer;
  readonly score: number;
}

/** A way of saying what a guide is about, and how much it counts there. */
interface Phrase {
  readonly text: string;
  readonly weight: number;
}

/** Texts, a line each: those that are cut into pairs of characters, and those that are one word (`gramsOf`). */
interface Lines {
  cut: string;
  whole: string;
}

interface Guide {
  readonly guide: InstantGuide;
  readonly phrases: readonly Phrase[];
  readonly said: Readonly<Lines>;
  /** All that is said of it, its summary included. */
  readonly about: Readonly<Lines>;
  readonly letters: readonly string[];
}

/** The first guide that a word leads to is meant most. */
const RANKS = [1.15, 1, 0.85] as const;

/** Of each guide, what the everyday words say that lead to it. */
function saidOf(words: InstantIndex['words']): ReadonlyMap<number, Phrase[]> {
  const said = new Map<number, Phrase[]>();
  for (const { say, to } of words)
    to.forEach((at, rank) => {
      const own = listOf(say).map((text) => ({ text, weight: RANKS[rank] ?? 0.8 }));
      said.set(at, [...(said.get(at) ?? []), ...own]);
    });
  return said;
}

const isCut = (text: string): boolean => text.length > 1 && isHan(text);

/** The lines of texts, after those that there are. */
function linesOf(texts: readonly string[], before: Readonly<Lines> = { cut: '\n', whole: '\n' }): Lines {
  const lines = { ...before };
  for (const text of texts) lines[isCut(text) ? 'cut' : 'whole'] += `${text}\n`;
  return lines;
}

/** Whether a pair or a word is one of those of the lines. */
const holds = ({ cut, whole }: Lines, gram: string): boolean =>
  ((gram.length === 2 || isCut(gram)) && cut.includes(gram)) || whole.includes(`\n${gram}\n`);

function guidesOf({ guides, words }: InstantIndex): Guide[] {
  const everyday = saidOf(words);
  return guides.map((guide, at) => {
    const phrases = [
      ...runsOf(guide.title).map((text) => ({ text, weight: isPrimary(guide.kind) ? 1 : 0.8 })),
      ...listOf(guide.also).map((text) => ({ text, weight: 1.1 })),
      ...(everyday.get(at) ?? []),
    ];
    const said = linesOf(phrases.map(({ text }) => text));
    return { guide, phrases, said, about: linesOf(runsOf(guide.text), said), letters: listOf(guide.letters) };
  });
}

/** How rare a pair of characters is among all phrases: rare ones tell more. */
const rarityOf = (guides: readonly Guide[]): ((gram: string) => number) =>
  memo((gram) => Math.log(1 + guides.length / (guides.filter(({ said }) => holds(said, gram)).length || 1)));

/** Fewer letters than these begin too many names, and fewer end too many. */
const LETTERS = 3;
const LAST_LETTERS = 5;

/** What a text in letters says of a guide: its name, or the beginning or the end of it. */
function spelt(query: string, letters: readonly string[]): number {
  if (!/^[a-z]+$/.test(query) || query.length < LETTERS) return 0;
  if (letters.includes(query)) return 60;
  const ends = query.length >= LAST_LETTERS;
  const held = letters.some((one) => one.startsWith(query) || (ends && one.endsWith(query)));
  return held ? 5 * query.length : 0;
}

const summing = (rarity: (gram: string) => number) => (grams: readonly string[]) =>
  grams.reduce((total, gram) => total + rarity(gram), 0);

const lengthOf = (text: string): number => [...text].length;

/** What one phrase adds: said in full, being typed, or said in part, by the pairs that it has in common with the query. */
function gain(
  query: string,
  common: readonly string[],
  one: Phrase,
  { sum, cut }: { sum: (grams: readonly string[]) => number; cut: (text: string) => readonly string[] },
): number {
  if (one.text === query) return one.weight * 60;
  if (query.includes(one.text)) return one.weight * 11 * lengthOf(one.text);
  if (one.text.includes(query) && lengthOf(query) > 1) return one.weight * 9 * lengthOf(query);
  const held = common.length === 0 ? [] : cut(one.text).filter((gram) => common.includes(gram));
  if (held.length === 0) return 0;
  const covered = sum(held) / sum(cut(one.text));
  return covered > 0.3 ? one.weight * 8 * lengthOf(one.text) * covered ** 2 : 0;
}

/** What being about something counts, beside its very words; below this share it is chance. */
const ABOUT = 4;
const LEAST_SHARE = 0.2;

/** What no phrase says alone but the guide as a whole: how much of the query it speaks of. */
function aboutness(
  grams: readonly string[],
  about: Lines,
  sum: (grams: readonly string[]) => number,
): number {
  const held = grams.filter((gram) => holds(about, gram));
  const share = sum(held) / sum(grams);
  return share >= LEAST_SHARE ? ABOUT * sum(held) * share : 0;
}

/** The best phrase counts in full, the others a little: they may say the same again. */
function total(gains: readonly number[]): number {
  const sorted = gains.filter((one) => one > 0).sort((a, b) => b - a);
  return sorted.slice(0, 4).reduce((sum, one, at) => sum + (at === 0 ? one : one * 0.3), 0);
}

/** What the likelihood of a question counts, beside what a phrase adds. */
const ASKED = 20;
/** What offices do in general is meant less often than what people can get there. */
const GENERAL = 0.8;

/** Ways of saying that one has no money, beside the one that guides are found by. */
const WITHOUT_MONEY = /(?:没有|没得|莫得)钱/gu;

/** How likely each answer is by how others have asked, by its address (`askedJudge`). */
export type Likely = ReadonlyMap<string, number>;

/** Makes the matcher of guides: by title, by what people say, by everyday words, and by what they have asked. */
export function guideMatcher(index: InstantIndex): (text: string, likely?: Likely) => ScoredAnswer[] {
  const guides = guidesOf(index);
  const sum = summing(rarityOf(guides));
  const cut = memo((text: string) => unique(gramsOf(text)));
  return (text, likely) => {
    const query = runsOf(text).join('').replace(WITHOUT_MONEY, '没钱');
    const core = coreOf(text);
    const cores = gramsOf(core);
    const grams = unique([...gramsOf(query), ...cores]);
    const asked = unique([core, query]);
    return guides.flatMap(({ guide, phrases, said: lines, about, letters }) => {
      const common = grams.filter((gram) => holds(lines, gram));
      const gains = phrases.map((one) =>
        Math.max(...asked.map((own) => gain(own, common, one, { sum, cut }))),
      );
      const { path, title, kind, text: says } = guide;
      const said = total([...gains, spelt(query, letters)]) + aboutness(cores, about, sum);
      const meant = path.startsWith(paths.functions) ? GENERAL : 1;
      const score = meant * (said + ASKED * (likely?.get(path) ?? 0));
      return score > 0 ? [{ answer: { path, title, kind, text: says }, score }] : [];
    });
  };
}
