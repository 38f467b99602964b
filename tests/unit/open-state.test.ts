import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SolarDay } from 'tyme4ts';
import { ROOT } from '../../src/command/command.ts';
import { addDays } from '../../src/domain/dates.ts';
import { dayPlan, type HoursContext } from '../../src/domain/day-plan.ts';
import { lunarDay } from '../../src/domain/day-plan.ts';
import { packPlans, planFrom, type PlanTable } from '../../src/domain/plan-table.ts';
import { momentInShanghai } from '../../src/domain/moment.ts';
import { openState } from '../helpers/open-state.ts';
import { calendar } from '../../src/schemas/calendar.ts';
import type { Hours } from '../../src/schemas/hours.ts';

const year2026 = calendar.parse(JSON.parse(readFileSync(join(ROOT, 'national/calendar/2026.json'), 'utf8')));
const context: HoursContext = { calendars: [year2026], lunarMonths: year2026.lunarMonths };
const DAYS_2026 = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));

const weekdays = (sessions: string[], days = [1, 2, 3, 4, 5]) => [{ days, sessions }];
const wholeYear = (sessions: string[], days?: number[]): Hours => ({
  seasons: [{ name: '全年', from: '01-01', to: '12-31', week: weekdays(sessions, days) }],
});
const ordinary = wholeYear(['09:00-12:00', '13:00-17:00']);
const seasonal: Hours = {
  seasons: [
    { name: '夏季', from: '05-01', to: '09-30', week: weekdays(['08:30-12:00', '15:00-18:00']) },
    { name: '冬季', from: '10-01', to: '04-30', week: weekdays(['09:00-12:00', '13:30-17:00']) },
  ],
  marketDays: { calendar: 'lunar', digits: [1, 4, 7], sessions: ['08:00-11:00'] },
  exceptions: [{ from: '2026-12-04', to: '2026-12-04', sessions: [], reason: '国家宪法日活动' }],
};
const twoDays = wholeYear(['09:30-12:00'], [1, 4]);

const at = (date: string, time: string, hours: Hours = ordinary) => {
  const [h = 0, m = 0] = time.split(':').map(Number);
  return openState(hours, context, { date, minute: h * 60 + m });
};

describe('the open or closed word', () => {
  it('is right before, in, between and after the sessions of a workday', () => {
    expect(at('2026-11-23', '08:59')).toEqual({
      state: 'closed',
      why: '未到办公时间',
      next: { date: '2026-11-23', minute: 540 },
    });
    expect(at('2026-11-23', '09:00')).toEqual({ state: 'open', until: { date: '2026-11-23', minute: 720 } });
    expect(at('2026-11-23', '12:00')).toMatchObject({ state: 'closed', why: '午休', next: { minute: 780 } });
    expect(at('2026-11-23', '17:00')).toMatchObject({
      state: 'closed',
      why: '已过办公时间',
      next: { date: '2026-11-24', minute: 540 },
    });
  });

  it('is closed at a weekend and at Spring Festival, and says when it opens again', () => {
    expect(at('2026-11-22', '10:00')).toMatchObject({
      state: 'closed',
      why: '周末',
      next: { date: '2026-11-23' },
    });
    expect(at('2026-02-17', '10:00')).toMatchObject({
      state: 'closed',
      why: '春节放假',
      next: { date: '2026-02-24' },
    });
  });

  it('is open on a make-up Saturday, like a Friday, and says so', () => {
    expect(at('2026-02-14', '10:00')).toEqual({
      state: 'open',
      until: { date: '2026-02-14', minute: 720 },
      why: '调休上班',
    });
  });

  it('keeps on a make-up day the hours of Fridays where they are its own', () => {
    const week = [...weekdays(['09:00-17:00'], [1, 2, 3, 4]), ...weekdays(['09:00-12:00'], [5])];
    const short: Hours = { seasons: [{ name: '全年', from: '01-01', to: '12-31', week }] };
    expect(at('2026-02-14', '11:00', short)).toMatchObject({ state: 'open', until: { minute: 720 } });
    expect(at('2026-02-14', '14:00', short).state).toBe('closed');
  });

  it('names both reasons when a make-up day is also a market day', () => {
    expect(at('2026-02-14', '10:00', seasonal)).toMatchObject({ state: 'open', why: '调休上班、赶场日加开' });
  });

  it('is unknown on a make-up Saturday for an office that is open only on some weekdays', () => {
    expect(at('2026-02-14', '10:00', twoDays).state).toBe('unknown');
    expect(at('2026-11-24', '10:00', twoDays)).toMatchObject({ state: 'closed', why: '非办公日' });
  });

  it('is open at a weekend where the week says so, and all of a make-up day', () => {
    const saturdays: Hours = {
      seasons: [
        {
          name: '全年',
          from: '01-01',
          to: '12-31',
          week: [...weekdays(['09:00-12:00', '13:00-17:00']), ...weekdays(['09:00-11:00'], [6])],
        },
      ],
    };
    expect(at('2026-11-28', '10:00', saturdays)).toEqual({
      state: 'open',
      until: { date: '2026-11-28', minute: 660 },
    });
    expect(at('2026-11-29', '10:00', saturdays)).toMatchObject({ state: 'closed', why: '周末' });
    expect(at('2026-10-03', '10:00', saturdays)).toMatchObject({ state: 'closed', why: '国庆节放假' });
    expect(at('2026-02-14', '10:00', saturdays)).toEqual({
      state: 'open',
      until: { date: '2026-02-14', minute: 720 },
    });
    expect(at('2026-02-14', '14:00', saturdays)).toMatchObject({ state: 'open', why: '调休上班' });
  });

  it('tells the reason of this minute, and the end of the whole stretch', () => {
    // 2026-12-09 is the first day of a lunar month: the market opens at 8, the office at 9.
    const until = { date: '2026-12-09', minute: 720 };
    expect(at('2026-12-09', '08:30', seasonal)).toEqual({ state: 'open', until, why: '赶场日加开' });
    expect(at('2026-12-09', '09:30', seasonal)).toEqual({ state: 'open', until });
  });

  it('calls a pause 午休 only around noon', () => {
    const early: Hours = {
      ...ordinary,
      marketDays: { calendar: 'solar', digits: [3], sessions: ['07:00-08:00'] },
    };
    expect(at('2026-11-23', '08:30', early)).toMatchObject({ state: 'closed', why: '两段办公时间之间' });
    expect(at('2026-11-23', '12:30', early)).toMatchObject({ state: 'closed', why: '午休' });
  });

  it('follows market days by the solar calendar, 0 for the 10th, 20th and 30th', () => {
    const tens: Hours = {
      ...ordinary,
      marketDays: { calendar: 'solar', digits: [0], sessions: ['08:00-11:00'] },
    };
    expect(at('2026-05-30', '10:00', tens)).toMatchObject({ state: 'open', why: '赶场日加开' });
    expect(at('2026-05-31', '10:00', tens)).toMatchObject({ state: 'closed', why: '周末' });
    // 2026-09-20 is a Sunday worked in place of a holiday; 2026-10-01 a holiday.
    expect(at('2026-09-20', '08:30', tens)).toMatchObject({ state: 'open', why: '赶场日加开' });
  });

  it('looks beyond a long closure', () => {
    const rebuilt: Hours = {
      ...ordinary,
      exceptions: [{ from: '2026-03-02', to: '2026-06-30', sessions: [], reason: '搬迁' }],
    };
    expect(at('2026-03-02', '10:00', rebuilt)).toEqual({
      state: 'closed',
      why: '搬迁',
      next: { date: '2026-07-01', minute: 540 },
    });
  });

  it('is right around the end of February, in a leap year too', () => {
    expect(at('2026-02-28', '10:00')).toMatchObject({ state: 'open', why: '调休上班' });
    expect(at('2026-02-28', '18:00')).toMatchObject({ next: { date: '2026-03-02', minute: 540 } });
    const leap = { calendars: [{ year: 2028, off: [], work: [] }] };
    const winter = { ...seasonal, marketDays: undefined };
    const on = (date: string) => openState(winter, leap, { date, minute: 600 });
    expect(on('2028-02-29')).toMatchObject({ state: 'open', until: { date: '2028-02-29' } });
    expect(openState(winter, leap, { date: '2028-02-28', minute: 1100 })).toMatchObject({
      next: { date: '2028-02-29', minute: 540 },
    });
  });

  it('is the same in the last minute of a year as in the first of the next', () => {
    const both = {
      calendars: [
        { year: 2025, off: [], work: [] },
        { year: 2026, off: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }], work: ['2026-01-04'] },
      ],
    };
    const next = { date: '2026-01-04', minute: 540 };
    expect(openState(ordinary, both, { date: '2025-12-31', minute: 1439 })).toEqual({
      state: 'closed',
      why: '已过办公时间',
      next,
    });
    expect(openState(ordinary, both, { date: '2026-01-01', minute: 0 })).toEqual({
      state: 'closed',
      why: '元旦放假',
      next,
    });
  });

  it('changes with the season on its first day', () => {
    expect(at('2026-09-30', '08:45', seasonal).state).toBe('open');
    expect(at('2026-10-08', '08:45', seasonal).state).toBe('closed');
  });

  it('knows dated exceptions and their reason', () => {
    expect(at('2026-12-04', '10:00', seasonal)).toMatchObject({ state: 'closed', why: '国家宪法日活动' });
  });

  it('is unknown in a year without a calendar, and never guesses across its border', () => {
    expect(at('2027-01-04', '10:00')).toEqual({ state: 'unknown', why: '本站还没有2027年的放假安排' });
    expect(at('2026-12-31', '17:30')).toEqual({ state: 'closed', why: '已过办公时间', next: undefined });
  });

  it('is unknown where the office has told no hours', () => {
    expect(openState(undefined, context, { date: '2026-11-23', minute: 600 }).state).toBe('unknown');
  });

  it('follows local holidays of the county', () => {
    const local = { ...context, local: [{ name: '彝族年', from: '2026-11-24', to: '2026-11-24' }] };
    expect(openState(ordinary, local, { date: '2026-11-24', minute: 600 })).toMatchObject({
      state: 'closed',
      why: '彝族年放假',
    });
  });

  it('goes by the clock of Shanghai, wherever the reader is', () => {
    expect(momentInShanghai(new Date('2026-11-22T16:30:00Z'))).toEqual({ date: '2026-11-23', minute: 30 });
    expect(momentInShanghai(new Date('2026-02-28T15:59:00Z'))).toEqual({ date: '2026-02-28', minute: 1439 });
  });
});

/** An independent list of holidays (a published package). */
const independent = createRequire(import.meta.url)('holiday-calendar/data/CN/2026.json') as {
  dates: { date: string; type: 'public_holiday' | 'transfer_workday' }[];
};

describe('the calendar of 2026', () => {
  it('has every day off and every make-up day of an independent list', () => {
    const off = DAYS_2026.filter((date) => year2026.off.some((span) => span.from <= date && date <= span.to));
    const expected = (type: string) =>
      independent.dates
        .filter((day) => day.type === type)
        .map((day) => day.date)
        .sort();
    expect(off).toEqual(expected('public_holiday'));
    expect([...year2026.work].sort()).toEqual(expected('transfer_workday'));
  });

  it('has the lunar day of every date right', () => {
    const wrong = DAYS_2026.filter((date) => {
      const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
      return lunarDay(date, year2026.lunarMonths ?? []) !== SolarDay.fromYmd(y, m, d).getLunarDay().getDay();
    });
    expect(wrong).toEqual([]);
  });

  it('says nothing about dates that its lunar months do not reach', () => {
    expect(lunarDay('2025-12-19', year2026.lunarMonths ?? [])).toBeUndefined();
    expect(lunarDay('2027-01-15', year2026.lunarMonths ?? [])).toBeUndefined();
  });
});

describe('the table of plans that a page carries', () => {
  it.each([
    ['an ordinary office', ordinary],
    ['an office with seasons, market days and an exception', seasonal],
    ['an office that is open on two days', twoDays],
  ])('says of every day of 2026 what the hours say, for %s', (_, hours) => {
    const plans = DAYS_2026.map((date) => dayPlan(date, hours, context));
    const table = JSON.parse(JSON.stringify(packPlans('2026-01-01', plans))) as PlanTable;
    expect(DAYS_2026.map((date) => planFrom(table, date))).toEqual(plans);
  });

  it('has room for more kinds of days than there are letters', () => {
    const plans = DAYS_2026.map((_, day) => ({ kind: 'closed' as const, why: `第${day % 90}种` }));
    const table = packPlans('2026-01-01', plans);
    expect(DAYS_2026.map((date) => planFrom(table, date))).toEqual(plans);
    expect(planFrom(table, '2027-01-01').kind).toBe('unknown');
  });

  it('says of days that it does not reach that nobody knows', () => {
    const table = packPlans('2026-01-01', [{ kind: 'closed', why: '元旦' }]);
    expect(planFrom(table, '2027-01-01')).toEqual({ kind: 'unknown', why: '本站还没有2027年的放假安排' });
    expect(planFrom(table, '2025-12-31').kind).toBe('unknown');
  });
});
