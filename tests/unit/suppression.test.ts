import { describe, expect, it } from 'vitest';
import { FEW, RANGE } from '../../src/domain/count-range.ts';
import { addUp, type Count, toldInWords, toldOf } from '../../src/domain/suppression.ts';

const words = (counts: readonly Count[], figure: 'lectures' | 'mediations') =>
  counts.map((count) => toldInWords(toldOf(count, figure)));

describe('a count', () => {
  it('of one to four is told as few; zero, five and more are told', () => {
    expect(words([0, 1, 4, 5, 99_999, undefined, FEW], 'lectures')).toEqual([
      '0',
      FEW,
      FEW,
      '5',
      '99999',
      '待公开',
      FEW,
    ]);
  });

  it('that is part of another, or has one, is told by range', () => {
    expect(words([0, 1, 4, 5, 9, 10, 14, 15, 99_999], 'mediations')).toEqual([
      '0',
      FEW,
      FEW,
      '5至9',
      '5至9',
      '10至14',
      '10至14',
      '15至19',
      '99995至99999',
    ]);
  });

  it('may be written as it is told, and in no other range', () => {
    for (const figure of ['lectures', 'mediations'] as const) {
      const told = Array.from({ length: 200 }, (_, count) => toldInWords(toldOf(count + 1, 'mediations')));
      expect(words(told, figure)).toEqual(told);
      expect(told.every((one) => RANGE.test(one))).toBe(true);
    }
    const wrong = [
      '0',
      '12',
      '1至4',
      '0至4',
      '6至9',
      '5至10',
      '10至15',
      '10至24',
      '05至09',
      '少于10',
      '10-14',
    ];
    expect(wrong.filter((one) => RANGE.test(one))).toEqual([]);
  });
});

describe('a sum', () => {
  const sum = (...counts: Count[]) => toldInWords(addUp(counts.map((count) => toldOf(count, 'lectures'))));

  it('is exact when every count is told', () => {
    expect(sum(5, 0, 12, undefined)).toBe('17');
  });

  it('is what anyone can add up of what is told', () => {
    expect([sum(9, 9, 3), sum(9, 1, 1), sum(0, 3), sum('10至14', FEW)]).toEqual([
      '19至22',
      '11至17',
      FEW,
      '11至18',
    ]);
  });

  it('of nothing reported is nothing', () => {
    expect(sum(undefined, undefined)).toBe('待公开');
    expect(sum()).toBe('待公开');
  });
});
