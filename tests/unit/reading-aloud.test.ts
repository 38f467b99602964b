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

  it('says numbers to dial digit by digit, amounts and dates as they are', () => {
    expect(piecesToSay('电话0833-2123456，或者打12348。')).toEqual([
      '电话零八三三，二幺二三四五六，或者打幺二三四八。',
    ]);
    expect(piecesToSay('打2123456，编号511123105。').join('')).toBe('打二幺二三四五六，编号511123105。');
    expect(piecesToSay('2026年11月30日，120元，110件。打110。').join('')).toBe(
      '2026年11月30日，120元，110件。打幺幺零。',
    );
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
