import { addDays } from './dates.ts';
import type { DayPlan, Opening } from './day-plan.ts';
import type { Moment } from './moment.ts';

/** Whether an office is open at a moment, until when, or why not and when next; or that nobody can say. */
export type OpenState =
  | { readonly state: 'open'; readonly until: Moment; readonly why?: string | undefined }
  | { readonly state: 'closed'; readonly why: string; readonly next?: Moment | undefined }
  | { readonly state: 'unknown'; readonly why: string };

/** What is planned for a date: worked out from the hours, or looked up in a table made from them. */
export type PlanOn = (date: string) => DayPlan;

/** How far ahead the next opening is looked for: longer than any holiday. */
const DAYS_AHEAD = 31;

/** Whether the plans say open at a moment of Shanghai's clock. */
export function judge(planOn: PlanOn, now: Moment): OpenState {
  const plan = planOn(now.date);
  if (plan.kind === 'unknown') return { state: 'unknown', why: plan.why };
  if (plan.kind === 'closed')
    return { state: 'closed', why: plan.why, next: nextOpening(planOn, now.date, -1) };
  const open = plan.openings.find((one) => one.from <= now.minute && now.minute < one.to);
  if (open) return { state: 'open', until: { date: now.date, minute: open.to }, why: open.why };
  const next = nextOpening(planOn, now.date, now.minute);
  return { state: 'closed', why: pauseOf(plan.openings, now.minute), next };
}

/** Why an office is shut on a day on which it works: before, after, or between its sessions. */
function pauseOf(openings: readonly Opening[], minute: number): string {
  if (openings.every((one) => minute < one.from)) return '未到办公时间';
  return openings.every((one) => minute >= one.to) ? '已过办公时间' : '午休';
}

/** The first opening after a minute of a date; undefined when a day nobody can judge comes first. */
function nextOpening(planOn: PlanOn, from: string, minute: number): Moment | undefined {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(from, ahead);
    const plan = planOn(date);
    if (plan.kind === 'unknown') return undefined;
    const opening =
      plan.kind === 'open' ? plan.openings.find((one) => ahead > 0 || one.from > minute) : undefined;
    if (opening) return { date, minute: opening.from };
  }
  return undefined;
}
