/** Voices stop by themselves in long sentences (Chromium after about 15 seconds), so a piece is no longer than this. */
const LONGEST = 80;

const SENTENCE = /[^。！？；\n]+[。！？；]?/g;
const PART = new RegExp(`.{1,${LONGEST}}(?=[，、：（]|$)|.{1,${LONGEST}}`, 'g');

/** A text in pieces that a voice can say: sentences, long ones cut at commas; empty where there is nothing to say. */
export const piecesToSay = (text: string): string[] =>
  (text.match(SENTENCE) ?? [])
    .flatMap((sentence) => (sentence.length > LONGEST ? (sentence.match(PART) ?? []) : [sentence]))
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));

/** How fast a voice can speak; 1 is its own pace. */
export const RATES = [0.6, 0.8, 1, 1.25] as const;
