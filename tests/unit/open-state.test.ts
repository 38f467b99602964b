import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SolarDay } from 'tyme4ts';
import { ROOT } from '../../scripts/lib/command.ts';
import { addDays } from '../../src/domain/dates.ts';
import { dayPlan, type HoursContext } from '../../src/domain/day-plan.ts';
import { lunarDay } from '../../src/domain/lunar.ts';
import { packPlans, planFrom, type PlanTable } from '../../src/domain/plan-table.ts';
import { momentInShanghai } from '../../src/domain/moment.ts';
import { openState } from '../../src/domain/open-state.ts';
import { calendar } from '../../src/schemas/calendar.ts';
import type { Hours } from '../../src/schemas/hours.ts';

const year2026 = calendar.parse(JSON.parse(readFileSync(join(ROOT, 'content/calendar/2026.json'), 'utf8')));
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
      why: '春节',
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

  it('names both reasons when a make-up day is also a market day', () => {
    expect(at('2026-02-14', '10:00', seasonal)).toMatchObject({ state: 'open', why: '调休上班、赶场日加开' });
  });

  it('is unknown on a make-up Saturday for an office that is open only on some weekdays', () => {
    expect(at('2026-02-14', '10:00', twoDays).state).toBe('unknown');
    expect(at('2026-11-24', '10:00', twoDays)).toMatchObject({ state: 'closed', why: '非办公日' });
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
    expect(openState(ordinary, local, { date: '2026-11-24', minute: 600 })).toMatchObject({ why: '彝族年' });
  });

  it('goes by the clock of Shanghai, wherever the reader is', () => {
    expect(momentInShanghai(new Date('2026-11-22T16:30:00Z'))).toEqual({ date: '2026-11-23', minute: 30 });
    expect(momentInShanghai(new Date('2026-02-28T15:59:00Z'))).toEqual({ date: '2026-02-28', minute: 1439 });
  });
});

/** Brute force with an independent list of holidays and an independent lunar calendar: a flag per minute of a day. */
const independent = createRequire(import.meta.url)('holiday-calendar/data/CN/2026.json') as {
  dates: { date: string; type: 'public_holiday' | 'transfer_workday' }[];
};
const types = new Map(independent.dates.map((day) => [day.date, day.type]));

function minutesOpen(date: string, hours: Hours): Uint8Array {
  const flags = new Uint8Array(1440);
  const fill = (sessions: readonly string[]) => {
    for (const text of sessions) {
      const [from = 0, to = 0] = text.split('-').map((t) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3)));
      flags.fill(1, from, to);
    }
  };
  const exception = hours.exceptions?.find((one) => one.from <= date && date <= one.to);
  if (exception) return (fill(exception.sessions), flags);
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const isWeekend = day === 0 || day === 6;
  const type = types.get(date);
  const isHoliday = type === 'public_holiday';
  const solar = SolarDay.fromYmd(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
  if (!isHoliday && hours.marketDays?.digits.includes(solar.getLunarDay().getDay() % 10))
    fill(hours.marketDays.sessions);
  const works = type === 'transfer_workday' || (!isHoliday && !isWeekend);
  const monthDay = date.slice(5);
  const season = hours.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
  if (works) fill(season?.week[0]?.sessions ?? []);
  return flags;
}

describe('every minute of 2026', () => {
  it.each([
    ['an ordinary office', ordinary],
    ['an office with seasons, market days and an exception', seasonal],
    ['an office that works through noon', wholeYear(['08:00-18:00'])],
    ['an office open till midnight', wholeYear(['00:00-24:00'])],
  ])('agrees with brute force for %s', (_, hours) => {
    let differing = 0;
    for (const date of DAYS_2026) {
      const plan = dayPlan(date, hours, context);
      const openings = plan.kind === 'open' ? plan.openings : [];
      minutesOpen(date, hours).forEach((open, minute) => {
        if (openings.some((one) => one.from <= minute && minute < one.to) !== (open === 1)) differing += 1;
      });
    }
    expect(differing).toBe(0);
  });

  it('the next change that is told is the next change that happens', () => {
    const flags = DAYS_2026.map((date) => minutesOpen(date, seasonal));
    const isOpen = (day: number, minute: number) => flags[day]?.[minute] === 1;
    for (let day = 0; day < 330; day += 1)
      for (const minute of [0, 479, 480, 659, 660, 719, 720, 900, 1079, 1080, 1439]) {
        const date = DAYS_2026[day] ?? '';
        const told = openState(seasonal, context, { date, minute });
        let [d, m] = [day, minute];
        while (isOpen(d, m) === isOpen(day, minute) && !(m === 1439 && isOpen(day, minute)))
          [d, m] = m === 1439 ? [d + 1, 0] : [d, m + 1];
        const change = { date: DAYS_2026[d], minute: m };
        expect([
          date,
          minute,
          told.state === 'open' ? told.until : told.state === 'closed' ? told.next : '?',
        ]).toEqual([date, minute, change]);
      }
  });
});

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

  it('says of days that it does not reach that nobody knows', () => {
    const table = packPlans('2026-01-01', [{ kind: 'closed', why: '元旦' }]);
    expect(planFrom(table, '2027-01-01')).toEqual({ kind: 'unknown', why: '本站还没有2027年的放假安排' });
    expect(planFrom(table, '2025-12-31').kind).toBe('unknown');
  });
});
