import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SolarDay } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { dayPlan, type DayPlan, type HoursContext } from '../../src/domain/day-plan.ts';
import { assess, type OpenState } from '../../src/domain/assess-open.ts';
import { momentInShanghai } from '../../src/domain/moment.ts';
import { openState } from '../helpers/open-state.ts';
import { calendar } from '../../src/schemas/calendar.ts';
import type { Hours } from '../../src/schemas/hours.ts';
import { daysOf } from '../helpers/calendars.ts';

/**
 * Every minute of 2026, for offices of several kinds: the answer of the code under test against a flag per minute,
 * filled from a published package of holidays and an almanac, without any of the project's own rules.
 */
const DAYS = daysOf(2026);
const DAY = 1440;
const MINUTES = DAYS.length * DAY;

const independent = createRequire(import.meta.url)('holiday-calendar/data/CN/2026.json') as {
  dates: { date: string; name_cn: string; type: 'public_holiday' | 'transfer_workday' }[];
};
const special = new Map(independent.dates.map((day) => [day.date, day]));

type Sessions = readonly string[];
const week = (days: number[], ...sessions: string[]) => ({ days, sessions });
const WORKDAYS = [1, 2, 3, 4, 5];
const season = (from: string, to: string, ...parts: ReturnType<typeof week>[]) => ({
  name: '季',
  from,
  to,
  week: parts,
});
const allYear = (...parts: ReturnType<typeof week>[]): Hours => ({
  seasons: [season('01-01', '12-31', ...parts)],
});
const seasons = {
  seasons: [
    season('05-01', '09-30', week(WORKDAYS, '08:30-12:00', '15:00-18:00')),
    season('10-01', '04-30', week(WORKDAYS, '09:00-12:00', '13:30-17:00')),
  ],
};
interface Office {
  readonly hours: Hours;
  readonly local?: { name: string; from: string; to: string }[];
}

const OFFICES: Readonly<Record<string, Office>> = {
  'an ordinary office': { hours: allYear(week(WORKDAYS, '09:00-12:00', '13:00-17:00')) },
  'one with seasons, lunar market days and a day away': {
    hours: {
      ...seasons,
      marketDays: { calendar: 'lunar', digits: [1, 4, 7], sessions: ['08:00-11:00'] },
      exceptions: [{ from: '2026-12-04', to: '2026-12-04', sessions: [], reason: '宪法日活动' }],
    },
  },
  'one with solar market days and a long move': {
    hours: {
      ...seasons,
      marketDays: { calendar: 'solar', digits: [0, 5], sessions: ['07:00-08:00', '12:30-14:00'] },
      exceptions: [{ from: '2026-03-02', to: '2026-05-20', sessions: ['10:00-11:00'], reason: '搬迁' }],
    },
  },
  'one that works on Saturday mornings too': {
    hours: allYear(week(WORKDAYS, '08:00-18:00'), week([6], '09:00-11:30')),
  },
  'one open on two days of the week': { hours: allYear(week([1, 4], '09:30-12:00')) },
  'one that never closes on workdays': { hours: allYear(week(WORKDAYS, '00:00-24:00')) },
  'one in a county with holidays of its own': {
    hours: allYear(week(WORKDAYS, '09:00-12:00', '14:00-17:30')),
    local: [
      { name: '地方节', from: '2026-02-13', to: '2026-02-14' },
      { name: '地方年', from: '2026-11-19', to: '2026-11-21' },
    ],
  },
};

/** Why each minute is open (`''` for as usual), `undefined` where it is shut; why the day is shut as a whole. */
interface Day {
  readonly minutes: (string | undefined)[];
  readonly shut: string;
  readonly unsure?: boolean;
  /** The first and the last minute that is open; -1 where none is. */
  readonly first: number;
  readonly last: number;
}

const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function mark(minutes: (string | undefined)[], sessions: Sessions, why: string): void {
  for (const session of sessions)
    for (let at = minuteOf(session.slice(0, 5)); at < minuteOf(session.slice(6)); at += 1) {
      const before = minutes[at];
      minutes[at] =
        before === undefined ? why : before === '' || before === why ? before : `${before}、${why}`;
    }
}

function slowDay(date: string, { hours, local = [] }: Office): Omit<Day, 'first' | 'last'> {
  const minutes = new Array<string | undefined>(DAY).fill(undefined);
  const exception = hours.exceptions?.find((one) => one.from <= date && date <= one.to);
  if (exception) {
    mark(minutes, exception.sessions, exception.reason);
    return { minutes, shut: exception.reason };
  }
  const own = local.find((one) => one.from <= date && date <= one.to);
  const day = special.get(date);
  if (own) return { minutes, shut: `${own.name}放假` };
  if (day?.type === 'public_holiday') return { minutes, shut: `${day.name_cn}放假` };
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const monthDay = date.slice(5);
  const now = hours.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
  const on = (one: number) => now?.week.find(({ days }) => days.includes(one))?.sessions;
  mark(minutes, on(weekday) ?? [], '');
  const makeUp = day?.type === 'transfer_workday';
  const whole = WORKDAYS.every((one) => on(one));
  if (makeUp && !whole && !on(weekday)) return { minutes, shut: '', unsure: true };
  if (makeUp && whole) mark(minutes, on(5) ?? [], '调休上班');
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const number =
    hours.marketDays?.calendar === 'solar' ? d : SolarDay.fromYmd(y, m, d).getLunarDay().getDay();
  if (hours.marketDays?.digits.includes(number % 10)) mark(minutes, hours.marketDays.sessions, '赶场日加开');
  return { minutes, shut: weekday > 5 ? '周末' : '非办公日' };
}

/** `2026-01-01 540` as a count of minutes from the beginning of the year. */
const count = ({ date, minute }: { date: string; minute: number }) =>
  (Date.parse(date) - Date.parse('2026-01-01')) / 60_000 + minute;

/** What the slow way says, in one line. */
function slowly(office: Office): string[] {
  const days = DAYS.map((date): Day => {
    const day = slowDay(date, office);
    const isOpen = (one: string | undefined) => one !== undefined;
    return { ...day, first: day.minutes.findIndex(isOpen), last: day.minutes.findLastIndex(isOpen) };
  });
  const open = days.flatMap(({ minutes }) => minutes);
  const unsure = (at: number) => days[Math.floor(at / DAY)]?.unsure === true;
  const said = new Array<string>(MINUTES);
  let [closes, opens]: [number, number | undefined] = [MINUTES, undefined];
  for (let at = MINUTES - 1; at >= 0; at -= 1) {
    const why = open[at];
    if (unsure(at)) [opens, closes] = [undefined, at];
    else if (why === undefined) closes = at;
    if (unsure(at)) said[at] = 'unknown';
    else if (why !== undefined) [said[at], opens] = [`open ${closes} ${why}`, at];
    else said[at] = `closed ${opens} ${shutWhy(days[Math.floor(at / DAY)]!, at % DAY)}`;
  }
  return said;
}

function shutWhy({ minutes, shut, first, last }: Day, minute: number): string {
  if (first < 0) return shut;
  if (minute < first) return '未到办公时间';
  if (minute > last) return '已过办公时间';
  let [before, after] = [minute, minute];
  while (minutes[before] === undefined) before -= 1;
  while (minutes[after] === undefined) after += 1;
  return before + 1 < 14 * 60 && after > 11.5 * 60 ? '午休' : '两段办公时间之间';
}

function inOneLine(state: OpenState): string {
  if (state.state === 'unknown') return 'unknown';
  if (state.state === 'open') return `open ${count(state.until)} ${state.why ?? ''}`;
  return `closed ${state.next && count(state.next)} ${state.why}`;
}

const year2026 = calendar.parse(JSON.parse(readFileSync(join(ROOT, 'national/calendar/2026.json'), 'utf8')));
const contextOf = ({ local }: Office): HoursContext => ({
  calendars: [year2026],
  local,
  lunarMonths: year2026.lunarMonths,
});

describe(`each of the ${MINUTES} minutes of 2026`, () => {
  it.each(Object.entries(OFFICES))(
    'state, reason and next change agree with brute force for %s',
    (_, office) => {
      const context = contextOf(office);
      const plans = new Map<string, DayPlan>();
      const planOn = (date: string) => {
        const plan = plans.get(date) ?? dayPlan(date, office.hours, context);
        plans.set(date, plan);
        return plan;
      };
      const expected = slowly(office);
      let compared = 0;
      const differing: string[] = [];
      for (const date of DAYS)
        for (let minute = 0; minute < DAY; minute += 1, compared += 1) {
          const told = inOneLine(assess(planOn, { date, minute }));
          if (told !== expected[compared])
            differing.push(`${date} ${minute}: ${told}, not ${expected[compared]}`);
        }
      expect(differing.slice(0, 5)).toEqual([]);
      expect(compared).toBe(525_600);
      // Reading each plan once is only for speed: the function for any office and instant says the same.
      for (const date of DAYS)
        for (const minute of [0, 600, 750, 1439])
          expect(openState(office.hours, context, { date, minute })).toEqual(
            assess(planOn, { date, minute }),
          );
    },
  );

  it('is the minute of Shanghai that an instant lies in', () => {
    const wrong = DAYS.flatMap((date) =>
      [0, 1, 959, 960, 1439].filter((minute) => {
        const told = momentInShanghai(new Date(Date.parse(date) + (minute - 8 * 60) * 60_000 + 59_999));
        return told.date !== date || told.minute !== minute;
      }),
    );
    expect(wrong).toEqual([]);
  });
});
