import type { Hours } from '../schemas/hours.ts';
import { weekday, daysBetween } from './dates.ts';
import { parseSession, type Session } from './times.ts';
import { dayKind, WEEKEND, type WorkDays } from './day-kind.ts';
import { isInSpan } from './year.ts';

/** The longest lunar month, in days. */
const LONGEST = 30;

/**
 * The day of the lunar month, 1 to 30, counted from the first days of lunar months (ascending);
 * undefined where the list does not reach.
 */
export function lunarDay(date: string, firstDays: readonly string[]): number | undefined {
  const first = firstDays.findLast((day) => day <= date);
  if (!first) return undefined;
  const day = daysBetween(first, date) + 1;
  return day <= LONGEST ? day : undefined;
}

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
  if (exception) return planOf(toOpenings(exception.sessions, exception.reason), exception.reason);
  const day = dayKind(date, context);
  if (day.kind === 'unknown') return { kind: 'unknown', why: `本站还没有${day.year}年的放假安排` };
  if (day.kind === 'rest' && day.name !== WEEKEND) return { kind: 'closed', why: holidayInWords(day.name) };
  return weekPlan(date, hours, context, day.kind === 'workday');
}

/** `国庆节放假`; a name that says so itself stays as it is. */
const holidayInWords = (name: string) => (name.endsWith('假') ? name : `${name}放假`);

/** A day that is no holiday: the week's own sessions, those of a make-up day, those of the market. */
function weekPlan(date: string, hours: Hours, context: HoursContext, works: boolean): DayPlan {
  const week = hours.seasons.find((season) => isInSpan(date.slice(5), season))?.week ?? [];
  const own = week.find((part) => part.days.includes(weekday(date)))?.sessions;
  const isWeekend = weekday(date) > 5;
  const makeUp = isWeekend && works ? makeUpSessions(week) : [];
  if (!makeUp && !own) return { kind: 'unknown', why: '调休上班日，是否办公请先电话联系' };
  const market = isMarketDay(date, hours, context) ? (hours.marketDays?.sessions ?? []) : [];
  const openings = [
    ...toOpenings(own ?? [], undefined),
    ...toOpenings(makeUp ?? [], '调休上班'),
    ...toOpenings(market, '赶场日加开'),
  ];
  return planOf(openings, isWeekend ? WEEKEND : '非办公日');
}

type Week = Hours['seasons'][number]['week'];

/** A make-up day at a weekend works like a Friday, where all five weekdays are worked; else nobody can say. */
export function makeUpSessions(week: Week): readonly string[] | undefined {
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

function planOf(openings: readonly Opening[], closedWhy: string): DayPlan {
  const apart = disjoint(openings);
  return apart.length ? { kind: 'open', openings: apart } : { kind: 'closed', why: closedWhy };
}

const toOpenings = (sessions: readonly string[], why: string | undefined): Opening[] =>
  sessions.flatMap((text) => {
    const session = parseSession(text);
    return typeof session === 'string' ? [] : [{ ...session, why }];
  });

/** Openings in order and apart, each with its own reason; a stretch that is ordinarily open has none. */
function disjoint(openings: readonly Opening[]): Opening[] {
  const edges = [...new Set(openings.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const apart: Opening[] = [];
  edges.slice(1).forEach((to, at) => {
    const from = edges[at] ?? to;
    const open = openings.filter((one) => one.from <= from && to <= one.to);
    if (open.length === 0) return;
    const why = open.every((one) => one.why) ? reasonsOf(open) : undefined;
    const last = apart.at(-1);
    if (last && last.to === from && last.why === why) apart[apart.length - 1] = { ...last, to };
    else apart.push({ from, to, why });
  });
  return apart;
}

const reasonsOf = (openings: readonly Opening[]) =>
  [...new Set(openings.map(({ why }) => why))].sort().join('、');
