/** The personal-data guard: what in a text must not be published (facts F, A8). Pure; the same for files, names and messages. */
import type { Candidate, Match } from './kinds.ts';
import { isGraver } from './kinds.ts';
import { mask } from './mask.ts';
import { findNames, speaksOfSensitive } from './names.ts';
import { normalise, withDigits } from './normalise.ts';
import { findMaskedNumbers, findNumbers } from './numbers.ts';
import { findShapes } from './words.ts';

function* candidates(text: string): Generator<Candidate> {
  yield* findNumbers(text);
  yield* findMaskedNumbers(text);
  yield* findShapes(text, speaksOfSensitive(text));
  yield* findNames(text);
  const digits = withDigits(text);
  if (digits !== undefined) yield* findNumbers(digits);
}

/** Of two findings at one place the graver, else the longer one. */
function strongest(found: readonly Candidate[]): Candidate[] {
  const better = (a: Candidate, b: Candidate) =>
    isGraver(a.grade, b.grade) || (a.grade === b.grade && a.end - a.start > b.end - b.start);
  const kept: Candidate[] = [];
  for (const one of found.toSorted((a, b) => (better(a, b) ? -1 : better(b, a) ? 1 : a.start - b.start)))
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** Everything in a text that looks like personal data, in order, with offsets of the text as given. */
export function scanText(text: string): Match[] {
  const { text: plain, at } = normalise(text);
  return strongest([...candidates(plain)]).map((one) => ({
    ...one,
    start: at[one.start] ?? 0,
    end: endOf(at, one.end, text),
    masked: mask(one.value),
  }));
}

/** Where the original of the last character ends: not where the next one begins, hidden ones may lie between. */
function endOf(at: Uint32Array, end: number, text: string): number {
  const last = at[end - 1] ?? 0;
  return last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}
