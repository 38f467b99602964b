/** What was learnt of how people in danger write, against how others ask. */
import { isHan, plain, signsOf, unique } from './tokens.ts';

/** Part of `data/search/urgent.json`. */
export interface Alarm {
  /** How far a text that says nothing is from danger. */
  readonly bias: number;
  /** One letter for every place that a character or a pair may fall on: `N` says nothing, earlier ones speak against. */
  readonly weights: string;
  /** By danger: the characters that speak for it, once, twice … as much. */
  readonly kinds: readonly (readonly string[])[];
}

/** The letter of a weight of 0, and how many letters further a weight of 1 is. */
export const NOTHING = 78;
export const FINENESS = 2;
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

/** The places of all signs of a text. */
export const placesOf = (text: string): number[] => unique(signsOf(unbroken(text)).map(placeOfSign));

/** How many places there are. */
export const alarmPlaces = PLACES;

/** How much a text sounds like danger: likelier than not above 0. */
export const alarmOf = ({ bias, weights }: Alarm, text: string): number =>
  placesOf(text).reduce((sum, place) => sum + (weights.charCodeAt(place) - NOTHING) / FINENESS, bias);

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
