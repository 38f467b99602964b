/** What was learnt of how people in danger write, against how others ask. */
import { isHan, plain, signsOf, unique } from './tokens.ts';

/** Part of `data/search/urgent.json`. */
export interface Alarm {
  /** How far a text that says nothing is from danger. */
  readonly bias: number;
  /**
   * What the places say that a character or a pair may fall on, in their order. A letter is a step and a vote: from `(`
   * on two for every number of places further, the first against danger, the second for it; the last two are a step
   * alone. Several votes for a place follow each other.
   */
  readonly weights: string;
  /** By danger: the characters that speak for it, once, twice … as much. */
  readonly kinds: readonly (readonly string[])[];
}

/** So many votes are a weight of 1. */
export const FINENESS = 2;
/** The letter of no step and a vote against, and the longest step; what JSON must escape lies beyond. */
const FIRST = 40;
const LONGEST = 25;
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
export function packVotes(votes: ReadonlyMap<number, number>): string {
  const letter = (step: number, isFor: boolean) => String.fromCharCode(FIRST + step * 2 + Number(isFor));
  let [packed, at] = ['', 0];
  for (const [place, many] of [...votes].sort(([a], [b]) => a - b))
    for (let left = Math.abs(many); left > 0; left -= 1) {
      for (; place - at >= LONGEST; at += LONGEST) packed += letter(LONGEST, true);
      packed += letter(place - at, many > 0);
      at = place;
    }
  return packed;
}

/** The votes by place. */
function readVotes(packed: string): Int8Array {
  const votes = new Int8Array(PLACES);
  let at = 0;
  for (let index = 0; index < packed.length; index += 1) {
    const code = packed.charCodeAt(index) - FIRST;
    at += code >> 1;
    if (code >> 1 < LONGEST) votes[at] = (votes[at] ?? 0) + (code & 1 ? 1 : -1);
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
