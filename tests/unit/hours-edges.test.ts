import { describe, expect, it } from 'vitest';
import { isDate } from '../../src/domain/dates.ts';
import { dayPlan, type HoursContext } from '../../src/domain/day-plan.ts';
import { hasExpired } from '../../src/domain/expiry.ts';
import type { Hours } from '../../src/schemas/hours.ts';
import { year2026 } from '../helpers/calendars.ts';
import { openState } from '../helpers/open-state.ts';

const season = (from: string, to: string, days = [1, 2, 3, 4, 5]) => ({
  name: '示例',
  from,
  to,
  week: [{ days, sessions: ['09:00-12:00'] }],
});
const context: HoursContext = { calendars: [year2026] };
const plan = (date: string, hours: Hours) => dayPlan(date, hours, context);
const at = (date: string, minute: number, hours: Hours) => openState(hours, context, { date, minute });

describe('days at the edge', () => {
  it('a day that no season covers is no day of work', () => {
    const hours = { seasons: [season('05-01', '09-30')] };
    expect(plan('2026-11-23', hours)).toEqual({ kind: 'closed', why: '非办公日' });
    // A make-up day has nothing to be like.
    expect(plan('2026-02-14', hours)).toEqual({
      kind: 'unknown',
      why: '调休上班日，是否办公请先电话联系',
    });
  });

  it('a make-up day is unsure as soon as one weekday is not worked', () => {
    const unsure = { kind: 'unknown', why: '调休上班日，是否办公请先电话联系' };
    expect(plan('2026-02-14', { seasons: [season('01-01', '12-31', [1, 2, 3, 4])] })).toEqual(unsure);
    expect(plan('2026-02-14', { seasons: [season('01-01', '12-31', [2, 3, 4, 5])] })).toEqual(unsure);
    expect(plan('2026-02-14', { seasons: [season('01-01', '12-31')] })).toEqual({
      kind: 'open',
      openings: [{ from: 540, to: 720, why: '调休上班' }],
    });
  });

  it('a local holiday is named once', () => {
    const on = (name: string) =>
      dayPlan(
        '2026-11-23',
        { seasons: [season('01-01', '12-31')] },
        {
          ...context,
          local: [{ from: '2026-11-23', to: '2026-11-23', name }],
        },
      );
    expect(on('示例年')).toEqual({ kind: 'closed', why: '示例年放假' });
    expect(on('示例年放假')).toEqual({ kind: 'closed', why: '示例年放假' });
    expect(on('假日节')).toEqual({ kind: 'closed', why: '假日节放假' });
  });

  it('a market within the ordinary hours changes nothing, one beside them is told, lunar ones only where months are known', () => {
    const hours = (sessions: string[], calendar: 'solar' | 'lunar' = 'solar'): Hours => ({
      seasons: [season('01-01', '12-31')],
      marketDays: { calendar, digits: [3], sessions },
    });
    expect(plan('2026-11-23', hours(['10:00-11:00']))).toEqual({
      kind: 'open',
      openings: [{ from: 540, to: 720, why: undefined }],
    });
    expect(plan('2026-11-23', hours(['12:00-13:00']))).toEqual({
      kind: 'open',
      openings: [
        { from: 540, to: 720, why: undefined },
        { from: 720, to: 780, why: '赶场日加开' },
      ],
    });
    expect(plan('2026-11-23', hours(['12:00-13:00'], 'lunar'))).toEqual({
      kind: 'open',
      openings: [{ from: 540, to: 720, why: undefined }],
    });
    expect(plan('2026-11-24', hours(['12:00-13:00']))).toMatchObject({ openings: [{ to: 720 }] });
  });

  it('market and make-up day at once: both reasons, in one order', () => {
    const hours: Hours = {
      seasons: [season('01-01', '12-31')],
      marketDays: { calendar: 'solar', digits: [4], sessions: ['09:00-10:00'] },
    };
    expect(plan('2026-02-14', hours)).toEqual({
      kind: 'open',
      openings: [
        { from: 540, to: 600, why: '调休上班、赶场日加开' },
        { from: 600, to: 720, why: '调休上班' },
      ],
    });
  });

  it('what is no session opens nothing', () => {
    const hours = { seasons: [{ ...season('01-01', '12-31'), week: [{ days: [1], sessions: ['上午'] }] }] };
    expect(plan('2026-11-23', hours)).toEqual({ kind: 'closed', why: '非办公日' });
  });
});

describe('the word at the edge of a session', () => {
  const pauses = (...sessions: string[]): Hours => ({
    seasons: [{ ...season('01-01', '12-31'), week: [{ days: [1, 2], sessions }] }],
  });
  const why = (minute: number, hours: Hours) => {
    const state = at('2026-11-23', minute, hours);
    return 'why' in state ? state.why : undefined;
  };

  it('a pause is lunch only where it lies about noon', () => {
    expect(why(720, pauses('09:00-12:00', '14:00-17:00'))).toBe('午休');
    expect(why(840, pauses('09:00-14:00', '15:00-17:00'))).toBe('两段办公时间之间');
    expect(why(839, pauses('09:00-13:59', '15:00-17:00'))).toBe('午休');
    expect(why(600, pauses('09:00-10:00', '11:30-17:00'))).toBe('两段办公时间之间');
    expect(why(600, pauses('09:00-10:00', '11:31-17:00'))).toBe('午休');
  });

  it('open to the last minute, and to midnight and beyond where the next day begins so', () => {
    const night = pauses('22:00-24:00', '00:00-06:00');
    expect(at('2026-11-23', 1439, night)).toMatchObject({
      state: 'open',
      until: { date: '2026-11-24', minute: 360 },
    });
    expect(at('2026-11-24', 1439, night)).toMatchObject({ until: { date: '2026-11-24', minute: 1440 } });
    expect(at('2026-11-23', 720, pauses('09:00-12:00', '12:00-13:00'))).toMatchObject({
      until: { date: '2026-11-23', minute: 780 },
    });
  });

  it('the next opening is later the same day, or another day; of a year without calendar nothing is said', () => {
    const hours = pauses('09:00-12:00', '14:00-17:00');
    expect(at('2026-11-23', 780, hours)).toMatchObject({ next: { date: '2026-11-23', minute: 840 } });
    expect(at('2026-11-24', 1020, hours)).toMatchObject({ next: { date: '2026-11-30', minute: 540 } });
    expect(at('2026-12-31', 600, hours)).toEqual({ state: 'closed', why: '非办公日', next: undefined });
    expect(at('2027-01-04', 600, hours)).toEqual({ state: 'unknown', why: '本站还没有2027年的放假安排' });
  });
});

describe('spans of dates', () => {
  it('a notice holds through its last day', () => {
    const expired = ['2026-11-21', '2026-11-22', '2026-11-23', undefined].map((day) =>
      hasExpired(day, '2026-11-22'),
    );
    expect(expired).toEqual([true, false, false, false]);
  });

  it('dates are of 1900 to 2199', () => {
    expect(['1899-12-31', '1900-01-01', '2199-12-31', '2200-01-01'].map(isDate)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
