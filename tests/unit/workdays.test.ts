import { describe, expect, it } from 'vitest';
import { dayKind } from '../../src/domain/day-kind.ts';
import { countWorkdays, holidaysBetween } from '../../src/domain/workdays.ts';
import { daysOf, past, workdaysOf, year2026 } from '../helpers/calendars.ts';

const known = { calendars: [year2026] };

describe('a day of 2026', () => {
  it('is one of 248 working days, or not', () => {
    const working = daysOf(2026).filter((day) => dayKind(day, known).kind === 'workday');
    expect(working).toHaveLength(248);
    expect(working).toEqual(workdaysOf(year2026));
  });

  it.each([
    ['2026-02-14', 'a Saturday made up for 春节', { kind: 'workday' }],
    ['2026-09-20', 'a Sunday made up for 国庆节', { kind: 'workday' }],
    ['2026-02-16', 'a Monday of 春节', { kind: 'rest', name: '春节' }],
    ['2026-11-22', 'a plain Sunday', { kind: 'rest', name: '周末' }],
    ['2027-01-04', 'a Monday nobody knows about', { kind: 'unknown', year: 2027 }],
    ['2027-01-03', 'a Sunday nobody knows about', { kind: 'unknown', year: 2027 }],
  ])('%s, %s', (day, _what, expected) => {
    expect(dayKind(day, known)).toEqual(expected);
  });

  it('is off where a place has a holiday of its own, and only there', () => {
    const local = [{ name: '彝族年', from: '2026-11-20', to: '2026-11-24' }];
    expect(dayKind('2026-11-23', { ...known, local })).toEqual({ kind: 'rest', name: '彝族年' });
    expect(dayKind('2026-11-23', known)).toEqual({ kind: 'workday' });
  });
});

describe('the holidays of a span', () => {
  it('are named in order', () => {
    expect(holidaysBetween('2026-09-22', '2026-10-12', known)).toEqual(['中秋节', '国庆节']);
    expect(holidaysBetween('2026-10-07', '2026-10-12', known)).toEqual([]);
    const local = [{ name: '火把节', from: '2026-09-23', to: '2026-09-23' }];
    expect(holidaysBetween('2026-09-22', '2026-10-12', { ...known, local })).toEqual([
      '火把节',
      '中秋节',
      '国庆节',
    ]);
  });
});

/** Counts over a year as if it were not known, and as it then was. */
function outside(calendar: (typeof past)[number]): string[] {
  const working = workdaysOf(calendar);
  return daysOf(calendar.year).flatMap((from) => {
    const first = working.findIndex((day) => day > from);
    return [1, 5, 20, 60].flatMap((count) => {
      const real = first < 0 ? undefined : working[first + count - 1];
      if (real === undefined) return [];
      const early = countWorkdays(from, count, 1, { calendars: [] }, 'most').date;
      const late = countWorkdays(from, count, 1, { calendars: [] }, 'fewest').date;
      return early <= real && real <= late ? [] : [`${from}+${count}: ${early} ≤ ${real} ≤ ${late}`];
    });
  });
}

/** The same, counted back. */
function outsideBackwards(calendar: (typeof past)[number]): string[] {
  const working = workdaysOf(calendar).reverse();
  return daysOf(calendar.year).flatMap((from) => {
    const first = working.findIndex((day) => day < from);
    return [1, 5, 20].flatMap((count) => {
      const real = first < 0 ? undefined : working[first + count - 1];
      if (real === undefined) return [];
      const early = countWorkdays(from, count, -1, { calendars: [] }, 'fewest').date;
      const late = countWorkdays(from, count, -1, { calendars: [] }, 'most').date;
      return early <= real && real <= late ? [] : [`${from}-${count}: ${early} ≤ ${real} ≤ ${late}`];
    });
  });
}

describe('a year without calendar is bounded on both sides', () => {
  it.each([...past, year2026].map((one) => [one.year, one] as const))(
    'as %i turned out',
    (_year, calendar) => {
      expect(outside(calendar)).toEqual([]);
      expect(outsideBackwards(calendar)).toEqual([]);
    },
  );
});
