import { describe, expect, it } from 'vitest';
import { disguisedAt, hasFullWidth, quote, removeHiddenCharacters } from '../../src/domain/text.ts';
import { isTime, parseSession } from '../../src/domain/times.ts';
import { auditYear, isInSpan } from '../../src/domain/year.ts';

describe('a text as a message quotes it', () => {
  it('is one line, and no longer than it need be', () => {
    expect(quote('  甲\n\n  乙\t丙 ')).toBe('甲 乙 丙');
    expect(quote('甲'.repeat(40))).toBe('甲'.repeat(40));
    expect(quote('甲'.repeat(41))).toBe(`${'甲'.repeat(40)}…`);
    expect(quote('甲乙丙', 2)).toBe('甲乙…');
  });
});

describe('characters that pass for others', () => {
  it.each([
    ['办公电话：а', { at: 5, char: 'а' }],
    ['Aλ', { at: 1, char: 'λ' }],
    ['λA', { at: 0, char: 'λ' }],
    ['甲\u0301\u0301\u0301乙', { at: 1, char: '\u0301' }],
  ])('%j: where', (text, where) => {
    expect(disguisedAt(text)).toEqual(where);
  });

  it('Greek by itself, two marks on a letter and Chinese are what they are', () => {
    for (const text of ['角α', 'e\u0301\u0302', '司法所', '']) expect(disguisedAt(text)).toBeUndefined();
  });

  it('full-width digits and letters are seen, Chinese marks beyond them are not', () => {
    expect(['１', 'ａ', '，', '\u3000'].map(hasFullWidth)).toEqual([true, true, true, true]);
    expect(['1', '。', '、', '司法所'].map(hasFullWidth)).toEqual([false, false, false, false]);
  });

  it('what nobody sees goes, the shape of a rare character stays', () => {
    expect(removeHiddenCharacters('甲\u200b乙\u202e丙葛\u{e0100}')).toBe('甲乙丙葛\u{e0100}');
    expect(removeHiddenCharacters('甲\t乙\n')).toBe('甲\t乙\n');
  });
});

describe('days of the year', () => {
  it.each([
    ['05-01', '09-30', ['05-01', '07-15', '09-30'], ['04-30', '10-01']],
    ['10-01', '04-30', ['10-01', '12-31', '01-01', '04-30'], ['05-01', '09-30']],
    ['02-29', '02-29', ['02-29'], ['02-28', '03-01', '01-01']],
  ])('%s to %s', (from, to, within, beside) => {
    expect(within.filter((day) => !isInSpan(day, { from, to }))).toEqual([]);
    expect(beside.filter((day) => isInSpan(day, { from, to }))).toEqual([]);
  });

  it('what no span covers and what two cover is told as runs, over the ends of months, not over New Year', () => {
    const spans = [
      { from: '01-02', to: '06-30' },
      { from: '06-30', to: '09-30' },
      { from: '09-30', to: '12-30' },
    ];
    expect(auditYear(spans)).toEqual({
      gaps: [
        { from: '01-01', to: '01-01' },
        { from: '12-31', to: '12-31' },
      ],
      overlaps: [
        { from: '06-30', to: '06-30' },
        { from: '09-30', to: '09-30' },
      ],
    });
    expect(auditYear([{ from: '03-02', to: '01-30' }])).toEqual({
      gaps: [{ from: '01-31', to: '03-01' }],
      overlaps: [],
    });
    expect(auditYear([])).toEqual({ gaps: [{ from: '01-01', to: '12-31' }], overlaps: [] });
  });
});

describe('times of a day', () => {
  it('are written with two digits each', () => {
    expect(['00:00', '24:00', '24:01', '9:00', '09:60', '25:00', ''].map(isTime)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('a session is two times with one hyphen', () => {
    expect(parseSession('09:00-12:00')).toEqual({ from: 540, to: 720 });
    for (const text of ['09:00', '09:00-12:00-13:00'])
      expect(parseSession(text)).toBe('应写成“起-止”两个时间');
    expect(parseSession('9-12:00')).toBe('“9”不是 24 小时制的时间');
    expect(parseSession('09:00-')).toBe('“”不是 24 小时制的时间');
    expect(parseSession('09:00-09:00')).toBe('结束 09:00 不晚于开始 09:00');
  });
});
