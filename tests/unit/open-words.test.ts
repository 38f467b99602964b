import { describe, expect, it } from 'vitest';
import { clock, openInWords } from '../../src/domain/open-words.ts';

const now = { date: '2026-11-22', minute: 600 };

describe('what a reader is told', () => {
  it('is until when it is open, and why it is open on such a day', () => {
    expect(openInWords({ state: 'open', until: { date: '2026-11-22', minute: 720 } }, now)).toEqual({
      word: '正在办公',
      text: '到12:00',
    });
    expect(
      openInWords({ state: 'open', until: { date: '2026-11-22', minute: 720 }, why: '调休上班' }, now).text,
    ).toBe('到12:00（调休上班）');
  });

  it.each([
    ['2026-11-22', '午休，13:00开门'],
    ['2026-11-23', '午休，明天13:00开门'],
    ['2026-11-24', '午休，2026年11月24日（周二）13:00开门'],
  ])('is when it opens again on %s', (date, text) => {
    expect(openInWords({ state: 'closed', why: '午休', next: { date, minute: 780 } }, now)).toEqual({
      word: '现在不办公',
      text,
    });
  });

  it('is to call first where nobody can say', () => {
    const said = openInWords({ state: 'unknown', why: '本站还没有2027年的放假安排' }, now);
    expect(said).toEqual({ word: '是否办公不清楚', text: '本站还没有2027年的放假安排。去之前请先打电话。' });
  });

  it('writes 08:30 as 08:30', () => {
    expect([clock(510), clock(0), clock(1440)]).toEqual(['08:30', '00:00', '24:00']);
  });
});
