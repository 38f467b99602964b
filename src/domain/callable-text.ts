import { HOTLINES } from './phones.ts';

/** A piece of a sentence: plain words, a number to dial, or the words that stand for the offices' pages. */
interface TextPart {
  readonly text: string;
  readonly kind: 'words' | 'call' | 'offices';
}

/** What a sentence calls the pages of the offices. */
const OFFICES = '各所页面';

/** Hotlines of five digits anywhere; those of three only after 打, since a bare 120 may count anything. */
const TARGETS = new RegExp(
  `(?<!\\d)(?:${HOTLINES.filter(({ length }) => length === 5).join('|')})(?![\\d.])|` +
    `(?<=打)(?:${HOTLINES.filter(({ length }) => length === 3).join('|')})(?!\\d)|${OFFICES}`,
  'g',
);

/** Cuts a sentence so that hotlines can be dialled and the offices' pages be opened; joined, it is the sentence. */
export function callableParts(sentence: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: text, index } of sentence.matchAll(TARGETS)) {
    parts.push({ text: sentence.slice(done, index), kind: 'words' });
    parts.push({ text, kind: text === OFFICES ? 'offices' : 'call' });
    done = index + text.length;
  }
  return [...parts, { text: sentence.slice(done), kind: 'words' } as const].filter(({ text }) => text !== '');
}
