import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateInShanghai,
  daysBetween,
  inWords,
  isDate,
  isMonth,
  weekday,
} from '../../src/domain/dates.ts';

describe('a date', () => {
  it.each(['2026-11-22', '2024-02-29', '1900-01-01', '2199-12-31'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-2-3',
    '2026/11/22',
    '',
    '0026-01-01',
  ])('%s does not exist', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('is a month only when written year-month', () => {
    expect(['2026-10', '2026-13', '2026-1'].map(isMonth)).toEqual([true, false, false]);
  });

  it('moves over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2026-11-22', '2027-11-22')).toBe(365);
  });

  it('knows its weekday, Monday first', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
  });

  it('is written without padded zeros in running text', () => {
    expect(inWords('2026-01-05')).toBe('2026年1月5日');
  });

  it('is the day in Shanghai, even when it is still yesterday in London', () => {
    expect(dateInShanghai(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(dateInShanghai(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  });
});
