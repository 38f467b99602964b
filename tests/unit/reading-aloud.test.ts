import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesToSay } from '../../src/domain/reading-aloud.ts';

describe('a text to be read aloud', () => {
  it('is cut into sentences', () => {
    expect(piecesToSay('先打电话。带身份证；不收费！\n地址：镇上')).toEqual([
      '先打电话。',
      '带身份证；',
      '不收费！',
      '地址：镇上',
    ]);
  });

  it('leaves out what has no words', () => {
    expect(piecesToSay('——\n›\n。')).toEqual([]);
  });

  it('loses no word, and has no piece too long for a voice', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const text = fc.string({
      unit: fc.constantFrom('司', '法', '所', '，', '。', '、', 'a', '1', ' ', '\n'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, (one) => {
        const pieces = piecesToSay(one);
        expect(letters(pieces.join(''))).toBe(letters(one));
        expect(pieces.every((piece) => piece.length <= 81)).toBe(true);
      }),
    );
  });
});
