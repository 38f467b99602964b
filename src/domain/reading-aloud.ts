import { HOTLINES } from './phones.ts';

/** Voices stop by themselves in long sentences (Chromium after about 15 seconds), so a piece is no longer than this. */
const LONGEST = 80;

const SENTENCE = /[^。！？；\n]+[。！？；]?/g;
const PART = new RegExp(`.{1,${LONGEST}}(?=[，、：（]|$)|.{1,${LONGEST}}`, 'g');

/** Numbers to dial: said digit by digit; amounts and dates are said whole. */
const DIALLED = new RegExp(
  `\\b(?:0\\d{2,3}-\\d{6,8}|1[3-9]\\d{9}|[2-8]\\d{6,7}|400-?\\d{3}-?\\d{4}|${HOTLINES.join('|')})(?![\\d元日天人件个])`,
  'g',
);
const DIGITS = '零幺二三四五六七八九';

/** Telephone numbers as a voice should say them: digit by digit, with a rest where they are written apart. */
const spoken = (text: string): string =>
  text.replace(DIALLED, (number) =>
    [...number].map((one) => (one === '-' ? '，' : (DIGITS[Number(one)] ?? ''))).join(''),
  );

/** A text in pieces that a voice can say: sentences, long ones cut at commas; empty where there is nothing to say. */
export const piecesToSay = (text: string): string[] =>
  (spoken(text).match(SENTENCE) ?? [])
    .flatMap((sentence) => (sentence.length > LONGEST ? (sentence.match(PART) ?? []) : [sentence]))
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
