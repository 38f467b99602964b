/** What was learnt of how people in danger write, against how others ask. */
import { isHan, plain, signsOf, unique } from './tokens.ts';

/** Part of `data/search/urgent.gbk.txt`. */
export interface Alarm {
  /** How far a text that says nothing is from danger. */
  readonly bias: number;
  /**
   * What the places say that a character or a pair may fall on, in their order. A byte is a step and what is voted
   * there: from the first on four for every number of places further, one vote against danger, one for it, two, two; the
   * last four are a step alone. More votes for a place follow.
   */
  readonly weights: readonly number[];
  /** By danger: the characters that speak for it, once, twice … as much. */
  readonly kinds: readonly (readonly string[])[];
}

/** So many votes are a weight of 1. */
export const FINENESS = 2;
/** What a byte may vote. */
const VOTES = [-1, 1, -2, 2];
const MOST = 2;
/** The byte of no step and the first vote, as of GBK's characters; and the longest step. */
const FIRST = 0xa1;
const LONGEST = 22;
const PLACES = 24_576;
const BREAK = /[^\p{L}\p{N}]+/gu;
/** Kinds that are as likely, but for this, are shown together. */
const CLOSE = 1;

/** A text as its words of danger are looked for: without spaces and signs. */
export const unbroken = (text: string): string => plain(text).replace(BREAK, '');

/** The characters of a text that are not letters or digits. */
export const charactersOf = (text: string): string[] => [...unbroken(text)].filter(isHan);

/** The place that a sign falls on: always the same, and the same for a few others. */
export function placeOfSign(sign: string): number {
  let mixed = 2_166_136_261;
  for (const character of sign) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 16_777_619);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % PLACES;
}

/** The characters of a text and their pairs, that danger is told by. */
export const alarmSigns = (text: string): string[] => signsOf(unbroken(text));

/** The places of all signs of a text. */
const placesOf = (text: string): number[] => unique(alarmSigns(text).map(placeOfSign));

/** Writes the votes of places. */
export function packVotes(votes: ReadonlyMap<number, number>): number[] {
  const packed: number[] = [];
  const put = (step: number, vote: number) => packed.push(FIRST + step * VOTES.length + VOTES.indexOf(vote));
  let at = 0;
  for (const [place, many] of [...votes].sort(([a], [b]) => a - b))
    for (let left = many; left !== 0;) {
      for (; place - at >= LONGEST; at += LONGEST) put(LONGEST, 1);
      const vote = Math.max(-MOST, Math.min(MOST, left));
      put(place - at, vote);
      [at, left] = [place, left - vote];
    }
  return packed;
}

/** The votes by place. */
function readVotes(packed: readonly number[]): Int8Array {
  const votes = new Int8Array(PLACES);
  let at = 0;
  for (const byte of packed) {
    const step = Math.floor((byte - FIRST) / VOTES.length);
    at += step;
    if (step < LONGEST) votes[at] = (votes[at] ?? 0) + (VOTES[(byte - FIRST) % VOTES.length] ?? 0);
  }
  return votes;
}

/** Makes the judge of how much a text sounds like danger: likelier than not above 0. */
export function alarmJudge({ bias, weights }: Alarm): (text: string) => number {
  const votes = readVotes(weights);
  return (text) => placesOf(text).reduce((sum, place) => sum + (votes[place] ?? 0) / FINENESS, bias);
}

/** The dangers, by their number, that a text sounds most like. */
export function kindsOf({ kinds }: Alarm, text: string): number[] {
  const characters = unique(charactersOf(text));
  const scores = kinds.map((levels) =>
    levels.reduce(
      (sum, list, at) => sum + (at + 1) * characters.filter((one) => list.includes(one)).length,
      0,
    ),
  );
  const most = Math.max(...scores);
  return scores.flatMap((score, kind) => (score >= most - CLOSE ? [kind] : []));
}
