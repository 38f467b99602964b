/** Identity numbers, mobile numbers and bank cards (facts F3–F5). */
import { card } from './card.ts';
import { digitStrings } from './digits.ts';
import { identity } from './identity.ts';
import type { Candidate } from './kinds.ts';
import { mobile } from './mobile.ts';
import type { Assess } from './said.ts';

/** An identity number may pass the check of cards by chance: it is asked first. */
const ASSESSORS: readonly Assess[] = [identity, mobile, card];

const BEFORE = 240;

/** The numbers of persons in a normalised text. */
export function* findNumbers(text: string): Generator<Candidate> {
  for (const number of digitStrings(text)) {
    const before = text.slice(Math.max(0, number.start - BEFORE), number.start);
    for (const assess of ASSESSORS) {
      const verdict = assess(number, before);
      if (!verdict) continue;
      yield { value: number.digits, ...verdict, start: number.start, end: number.end };
      break;
    }
  }
}
