import type { Hours } from '../schemas/hours.ts';
import { addDays } from './dates.ts';
import { dayPlan, type HoursContext, type Opening } from './day-plan.ts';
import type { Moment } from './moment.ts';

/** Whether an office is open at a moment, until when, or why not and when next; or that nobody can say. */
export type OpenState =
  | { readonly state: 'open'; readonly until: Moment; readonly why?: string | undefined }
  | { readonly state: 'closed'; readonly why: string; readonly next?: Moment | undefined }
  | { readonly state: 'unknown'; readonly why: string };

/** How far ahead the next opening is looked for: longer than any holiday. */
const DAYS_AHEAD = 31;

/** Judges any office at any moment. Without hours, or in a year without a calendar, the answer is `unknown`. */
export function openState(hours: Hours | undefined, context: HoursContext, now: Moment): OpenState {
  if (!hours) return { state: 'unknown', why: '办公时间未公开' };
  const plan = dayPlan(now.date, hours, context);
  if (plan.kind === 'unknown') return { state: 'unknown', why: plan.why };
  if (plan.kind === 'closed')
    return { state: 'closed', why: plan.why, next: nextOpening(hours, context, now.date, -1) };
  const open = plan.openings.find((one) => one.from <= now.minute && now.minute < one.to);
  if (open) return { state: 'open', until: { date: now.date, minute: open.to }, why: open.why };
  return {
    state: 'closed',
    why: pauseOf(plan.openings, now.minute),
    next: nextOpening(hours, context, now.date, now.minute),
  };
}

/** Why an office is shut on a day on which it works: before, after, or between its sessions. */
function pauseOf(openings: readonly Opening[], minute: number): string {
  if (openings.every((one) => minute < one.from)) return '未到办公时间';
  return openings.every((one) => minute >= one.to) ? '已过办公时间' : '午休';
}

/** The first opening after a minute of a date; undefined when a day nobody can judge comes first. */
function nextOpening(hours: Hours, context: HoursContext, from: string, minute: number): Moment | undefined {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(from, ahead);
    const plan = dayPlan(date, hours, context);
    if (plan.kind === 'unknown') return undefined;
    const opening =
      plan.kind === 'open' ? plan.openings.find((one) => ahead > 0 || one.from > minute) : undefined;
    if (opening) return { date, minute: opening.from };
  }
  return undefined;
}
