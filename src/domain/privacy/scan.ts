/** The personal-data guard: what in a text must not be published (facts F, A8). Pure; the same for files, names and messages. */
import { findHomes } from './homes.ts';
import type { Candidate, Match } from './kinds.ts';
import { isGraver } from './kinds.ts';
import { findMaskedNumbers } from './masked.ts';
import { findNames } from './names.ts';
import { normalise, withoutMarkup, type Normalised } from './normalise.ts';
import { withDigits } from './numerals.ts';
import { findNumbers } from './numbers.ts';
import { findShapes } from './words.ts';

/** What may stand in a log instead of the value: enough to recognise it beside the file, too little to use it. */
export function mask(value: string): string {
  const chars = [...value.replace(/[\r\n\t]/g, ' ')];
  const mail = /^(.)[^@]*(@.+)$/.exec(value);
  if (mail) return `${mail[1]}***${mail[2]}`;
  if (chars.length <= 3) return `${chars[0] ?? ''}${'*'.repeat(Math.max(1, chars.length - 1))}`;
  return `${chars.slice(0, 2).join('')}${'*'.repeat(chars.length - 3)}${chars.at(-1)}`;
}

/** Numbers, where marks part them but do not end them. */
function* numbersIn(text: string): Generator<Candidate> {
  yield* findNumbers(text);
  yield* findMaskedNumbers(text);
  const digits = withDigits(text);
  if (digits !== undefined) yield* findNumbers(digits);
}

/** Words, as a reader sees them. */
function* wordsIn(text: string): Generator<Candidate> {
  yield* findShapes(text);
  yield* findHomes(text);
  yield* findNames(text);
}

/** Of two findings at one place the graver, else the longer, else the earlier one. */
function strongest(found: readonly Match[]): Match[] {
  const better = (a: Match, b: Match) =>
    isGraver(a.grade, b.grade) || (a.grade === b.grade && a.end - a.start > b.end - b.start);
  const taken = new Set<number>();
  const kept: Match[] = [];
  for (const one of found.toSorted((a, b) => (better(a, b) ? -1 : better(b, a) ? 1 : a.start - b.start))) {
    const places = Array.from({ length: one.end - one.start }, (_, at) => one.start + at);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Everything in a text that looks like personal data, in order, with offsets of the text as given. */
export function scanText(text: string): Match[] {
  const plain = normalise(text);
  const bare = withoutMarkup(plain);
  const placed = ({ at }: Normalised, found: Iterable<Candidate>) =>
    [...found].map((one) => ({
      ...one,
      start: at[one.start] ?? 0,
      end: endOf(at, one.end, text),
      masked: mask(one.value),
    }));
  return strongest([...placed(plain, numbersIn(plain.text)), ...placed(bare, wordsIn(bare.text))]);
}

/** An address that a forge makes up so that nobody's own is published. */
const FORGE_ADDRESS = /<[^<>]*@(?:[^<>]*\.)?noreply\.[^<>]*>/i;

/** The same for who signs a commit: `name <address>`. */
export const scanSigner = (signer: string): Match[] => scanText(signer.replace(FORGE_ADDRESS, ''));

/** Where the original of the last character ends: not where the next one begins, hidden ones may lie between. */
function endOf(at: Uint32Array, end: number, text: string): number {
  const last = at[end - 1] ?? 0;
  const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  // What is written by its number (`&#49;`) has a length of its own.
  return '&%'.includes(text[last] ?? '') ? Math.max(last + width, at[end] ?? 0) : last + width;
}
