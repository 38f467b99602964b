import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../src/domain/dates.ts';
import { deadline, type LimitSpan } from '../../src/domain/deadlines.ts';
import { daysOf, workdaysOf, year2026 } from '../helpers/calendars.ts';

const known = { calendars: [year2026] };
const working = workdaysOf(year2026);
const days2026 = daysOf(2026);

const limit = (text: string, whose: LimitSpan['whose'] = 'resident'): LimitSpan => {
  const [direction, value, unit] = text.split(' ');
  return { direction, unit, whose, value: Number(value) } as LimitSpan;
};
const ends = (text: string, start: string, whose?: LimitSpan['whose']) =>
  deadline(limit(text, whose), start, known);

const aDay = fc.constantFrom(...days2026);
const whose = fc.constantFrom<LimitSpan['whose'][]>('resident', 'agency');
const unit = fc.constantFrom<LimitSpan['unit'][]>('日', '工作日', '月', '年');

describe('working days, compared with a count day by day', () => {
  it('forward from every day of 2026, 1 to 60: the same date, or a safe one beyond the year', () => {
    const wrong: string[] = [];
    for (const start of days2026) {
      const later = working.filter((day) => day > start);
      for (let value = 1; value <= 60; value += 1) {
        const expected = later[value - 1];
        const { kind, date } = ends(`within ${value} 工作日`, start, 'agency');
        const right = expected ? kind === 'date' && date === expected : kind === 'safe' && date >= '2027';
        if (!right) wrong.push(`${start}+${value}: ${kind} ${date}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('back from every day of 2026, 1 to 60', () => {
    const wrong: string[] = [];
    for (const start of days2026) {
      const sooner = working.filter((day) => day < start);
      for (let value = 1; value <= 60; value += 1) {
        const expected = sooner.at(-value);
        const { kind, date } = ends(`before ${value} 工作日`, start);
        const right = expected ? kind === 'date' && date === expected : kind === 'safe' && date < '2026';
        if (!right) wrong.push(`${start}-${value}: ${kind} ${date}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('any deadline', () => {
  it('moves on when the event is later, and when the span is longer', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.nat(40),
        fc.integer({ min: 1, max: 60 }),
        unit,
        whose,
        (start, later, value, of, who) => {
          const date = (n: number, from: string) => ends(`within ${n} ${of}`, from, who).date;
          expect(date(value, addDays(start, later)) >= date(value, start)).toBe(true);
          expect(date(value + 1, start) >= date(value, start)).toBe(true);
        },
      ),
    );
  });

  it('beyond the known year is a safe date, never a plain one', () => {
    const direction = fc.constantFrom('within', 'atMost');
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 1, max: 400 }),
        unit,
        direction,
        whose,
        (start, value, of, how, who) => {
          const result = ends(`${how} ${value} ${of}`, start, who);
          expect(result.kind).toBe(result.date >= '2027' ? 'safe' : 'date');
        },
      ),
    );
  });

  it('is never later for a resident than for an agency', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 90 }), unit, (start, value, of) => {
        const text = `within ${value} ${of}`;
        expect(ends(text, start, 'resident').date <= ends(text, start, 'agency').date).toBe(true);
      }),
    );
  });

  it('of a year not known lies between what can be: 10 working days from 24 December', () => {
    const early = ends('within 10 工作日', '2026-12-24');
    expect(early).toEqual({ kind: 'safe', date: '2027-01-05', why: { year: 2027, bound: 'earliest' } });
    const late = ends('within 10 工作日', '2026-12-24', 'agency');
    expect(late).toEqual({ kind: 'safe', date: '2027-01-11', why: { year: 2027, bound: 'latest' } });
  });
});

describe('days, months and years by the calendar', () => {
  it('do not count the day of the event', () => {
    expect(ends('within 10 日', '2026-11-02')).toEqual({ kind: 'date', date: '2026-11-12' });
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (start, months, end) => {
    expect(addMonths(start, months)).toBe(end);
  });

  it('on a day of rest: not put off for the resident, but told', () => {
    const rest = { name: '国庆节', counted: '2026-10-04', before: '2026-09-30', after: '2026-10-08' };
    expect(ends('within 60 日', '2026-08-05')).toEqual({ kind: 'date', date: '2026-10-04', rest });
  });

  it('beyond the known year: the date itself for a resident, the longest holiday for an agency', () => {
    expect(ends('within 45 日', '2026-12-25')).toMatchObject({ kind: 'safe', date: '2027-02-08' });
    expect(ends('within 45 日', '2026-12-25', 'agency')).toMatchObject({ kind: 'safe', date: '2027-02-18' });
  });

  it('before an event: the last workday that is early enough', () => {
    expect(ends('before 3 日', '2026-11-20')).toEqual({ kind: 'date', date: '2026-11-17' });
    expect(ends('before 3 日', '2026-10-10')).toMatchObject({
      kind: 'date',
      date: '2026-09-30',
      rest: { counted: '2026-10-07' },
    });
    expect(ends('before 1 月', '2026-03-31')).toMatchObject({ date: '2026-02-28' });
  });

  it('at most so long: the first day counts for a resident', () => {
    expect(ends('atMost 7 日', '2026-11-02')).toEqual({ kind: 'date', date: '2026-11-08' });
    expect(ends('atMost 6 月', '2026-03-15')).toMatchObject({ date: '2026-09-14' });
    expect(ends('atMost 7 日', '2026-11-02', 'agency')).toMatchObject({ date: '2026-11-09' });
  });
});

describe('hours', () => {
  it.each([
    ['within 24 小时', undefined, { date: '2026-12-01' }],
    ['within 24 小时', '09:30', { date: '2026-12-01', time: '09:30' }],
    ['within 36 小时', '20:00', { date: '2026-12-02', time: '08:00' }],
    ['before 2 小时', '01:00', { date: '2026-11-29', time: '23:00' }],
    ['within 2 小时', undefined, { date: '2026-11-30', time: '02:00' }],
  ])('%s from %s', (text, time, expected) => {
    expect(deadline(limit(text), '2026-11-30', known, time)).toEqual({ kind: 'instant', ...expected });
  });
});
