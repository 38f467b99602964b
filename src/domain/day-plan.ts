import type { Hours } from '../schemas/hours.ts';
import { weekday } from './dates.ts';
import { lunarDay } from './lunar.ts';
import { parseSession, type Session } from './times.ts';
import { dayKind, type WorkDays } from './day-kind.ts';
import { isInSpan } from './year.ts';

/** What judging an office's hours needs besides the hours: years of holidays, local ones, first days of lunar months. */
export interface HoursContext extends WorkDays {
  /** First days of lunar months, ascending; for market days that follow the lunar calendar. */
  readonly lunarMonths?: readonly string[] | undefined;
}

/** A stretch of opening, and why it differs from an ordinary one: 调休上班, 赶场日加开, an exception's reason. */
export interface Opening extends Session {
  readonly why?: string | undefined;
}

/** One day of an office: when it is open; or why it is not; or that nobody can say. */
export type DayPlan =
  | { readonly kind: 'open'; readonly openings: readonly Opening[] }
  | { readonly kind: 'closed'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** Everything that an office's hours, the holidays and the market say of one date (Asia/Shanghai). */
export function dayPlan(date: string, hours: Hours, context: HoursContext): DayPlan {
  const exception = hours.exceptions?.find((one) => one.from <= date && date <= one.to);
  if (exception) return planOf(exception.sessions, exception.reason, exception.reason);
  const day = dayKind(date, context);
  if (day.kind === 'unknown') return { kind: 'unknown', why: `本站还没有${day.year}年的放假安排` };
  if (day.kind === 'workday') return workdayPlan(date, hours, context);
  const isWeekend = day.name === '周末';
  return isWeekend && isMarketDay(date, hours, context)
    ? planOf(hours.marketDays?.sessions ?? [], '赶场日加开', day.name)
    : { kind: 'closed', why: day.name };
}

function workdayPlan(date: string, hours: Hours, context: HoursContext): DayPlan {
  const week = hours.seasons.find((season) => isInSpan(date.slice(5), season))?.week ?? [];
  const ordinary = week.find((part) => part.days.includes(weekday(date)))?.sessions;
  const isMakeUp = weekday(date) > 5 && !ordinary;
  const sessions = ordinary ?? (isMakeUp ? makeUpSessions(week) : []);
  if (!sessions) return { kind: 'unknown', why: '调休上班日，是否办公请先电话联系' };
  const openings = toOpenings(sessions, isMakeUp ? '调休上班' : undefined);
  const market = isMarketDay(date, hours, context)
    ? toOpenings(hours.marketDays?.sessions ?? [], '赶场日加开')
    : [];
  const all = merge([...openings, ...market]);
  return all.length ? { kind: 'open', openings: all } : { kind: 'closed', why: '非办公日' };
}

type Week = Hours['seasons'][number]['week'];

/** A make-up day at a weekend works like a Friday, where all five weekdays are worked; else nobody can say. */
function makeUpSessions(week: Week): readonly string[] | undefined {
  const worked = new Set(week.flatMap((part) => part.days));
  if (![1, 2, 3, 4, 5].every((day) => worked.has(day))) return undefined;
  return week.find((part) => part.days.includes(5))?.sessions;
}

/** Market days go by the last digit of the day's number, solar or lunar; 0 stands for 10, 20 and 30. */
function isMarketDay(date: string, { marketDays }: Hours, { lunarMonths }: HoursContext): boolean {
  if (!marketDays) return false;
  const day = marketDays.calendar === 'solar' ? Number(date.slice(8)) : lunarDay(date, lunarMonths ?? []);
  return day !== undefined && marketDays.digits.includes(day % 10);
}

function planOf(sessions: readonly string[], openWhy: string, closedWhy: string): DayPlan {
  const openings = merge(toOpenings(sessions, openWhy));
  return openings.length ? { kind: 'open', openings } : { kind: 'closed', why: closedWhy };
}

const toOpenings = (sessions: readonly string[], why: string | undefined): Opening[] =>
  sessions.flatMap((text) => {
    const session = parseSession(text);
    return typeof session === 'string' ? [] : [{ ...session, why }];
  });

const bothReasons = (a: string, b: string) => (a === b ? a : [a, b].sort().join('、'));

/** Openings in order, joined where they touch or overlap; the part that was open anyway keeps no reason. */
function merge(openings: readonly Opening[]): Opening[] {
  const joined: Opening[] = [];
  for (const one of [...openings].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (!last || one.from > last.to) joined.push(one);
    else if (one.to > last.to || last.why !== one.why)
      joined[joined.length - 1] = {
        from: last.from,
        to: Math.max(last.to, one.to),
        why: last.why && one.why ? bothReasons(last.why, one.why) : undefined,
      };
  }
  return joined;
}
