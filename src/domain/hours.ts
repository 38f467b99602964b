import type { Hours, Season } from '../schemas/hours.ts';
import { dayInWords, inWords } from './dates.ts';
import { makeUpSessions } from './day-plan.ts';
import { sessionInWords } from './times.ts';

const DAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** ISO weekdays as people say them: runs of three or more are joined (`周一至周五`), others listed. */
export function daysInWords(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs.map(runInWords).join('、');
}

function runInWords(run: readonly number[]): string {
  const name = (day: number | undefined) => DAY_NAMES[(day ?? 1) - 1] ?? '';
  return run.length > 2 ? `${name(run[0])}至${name(run.at(-1))}` : run.map(name).join('、');
}

/** `全年` for a season that is the whole year, otherwise its first and last day. */
export const seasonInWords = (season: Season): string =>
  season.from === '01-01' && season.to === '12-31'
    ? '全年'
    : `${dayInWords(season.from)}—${dayInWords(season.to)}`;

/** Each season as lines to read: its span, and per group of days the sessions. */
export function hoursInWords(hours: Hours) {
  return hours.seasons.map((season) => ({
    name: season.name,
    span: seasonInWords(season),
    lines: season.week.map((part) => ({
      days: daysInWords(part.days),
      sessions: part.sessions.map(sessionInWords).join('，'),
    })),
  }));
}

/** Market days (赶场日) as people say them: `赶场日（农历逢1、4、7）加开08:00—11:00`. */
export function marketDaysInWords(market: NonNullable<Hours['marketDays']>): string {
  const days = `${market.calendar === 'lunar' ? '农历' : '公历'}逢${market.digits.join('、')}`;
  const note = market.note ? `，${market.note}` : '';
  return `赶场日（${days}）加开${market.sessions.map(sessionInWords).join('，')}${note}`;
}

/** What holds on holidays and on make-up days; an office that is not open all five weekdays leaves the latter open. */
export const restInWords = ({ seasons }: Hours): string =>
  seasons.every(({ week }) => makeUpSessions(week))
    ? '法定节假日不办公，调休上班日照常办公'
    : '法定节假日不办公，调休上班日是否办公请先电话联系';

type Exception = NonNullable<Hours['exceptions']>[number];

/** A dated exception with its reason: `2026年12月4日不在所内办公：…`. */
export function exceptionInWords({ from, to, sessions, reason }: Exception): string {
  const days = from === to ? inWords(from) : `${inWords(from)}至${inWords(to)}`;
  return `${days}${sessions.length ? sessions.map(sessionInWords).join('，') : '不在所内办公'}：${reason}`;
}
