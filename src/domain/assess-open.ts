import { addDays } from './dates.ts';
import type { DayPlan, Opening } from './day-plan.ts';
import type { Moment } from './moment.ts';

/** Whether an office is open at a moment, until when, or why not and when next; or that nobody can say. */
export type OpenState =
  | { readonly state: 'open'; readonly until: Moment; readonly why?: string | undefined }
  | { readonly state: 'closed'; readonly why: string; readonly next?: Moment | undefined }
  | { readonly state: 'unknown'; readonly why: string };

/** What is planned for a date: worked out from the hours, or looked up in a table made from them. */
type PlanOn = (date: string) => DayPlan;

/** How far ahead the next change is looked for: longer than any holiday or rebuilding. */
const DAYS_AHEAD = 366;
const MIDNIGHT = 1440;
/** Between which minutes a pause is the one for lunch: 11:30 to 14:00. */
const NOON = { from: 690, to: 840 };

/** Whether the plans say open at a moment of Shanghai's clock. */
export function assess(planOn: PlanOn, now: Moment): OpenState {
  const plan = planOn(now.date);
  if (plan.kind === 'unknown') return { state: 'unknown', why: plan.why };
  if (plan.kind === 'closed')
    return { state: 'closed', why: plan.why, next: nextOpening(planOn, now.date, -1) };
  const open = plan.openings.find((one) => one.from <= now.minute && now.minute < one.to);
  if (open) return { state: 'open', until: endOf(planOn, now.date, open), why: open.why };
  const next = nextOpening(planOn, now.date, now.minute);
  return { state: 'closed', why: pauseOf(plan.openings, now.minute), next };
}

/** When a stretch of opening ends: the next may begin where it ends, with another reason or on the next day. */
function endOf(planOn: PlanOn, from: string, { to }: Opening): Moment {
  let end: Moment = { date: from, minute: to };
  for (let ahead = 0; ahead <= DAYS_AHEAD;) {
    const overnight = end.minute === MIDNIGHT;
    const date = overnight ? addDays(end.date, 1) : end.date;
    const plan = planOn(date);
    const openings = plan.kind === 'open' ? plan.openings : [];
    const next = openings.find((one) => one.from === (overnight ? 0 : end.minute));
    if (!next) return end;
    if (overnight) ahead += 1;
    end = { date, minute: next.to };
  }
  return end;
}

/** Why an office is shut on a day on which it works: before, after, or between its sessions. */
function pauseOf(openings: readonly Opening[], minute: number): string {
  const before = openings.filter((one) => one.to <= minute).pop();
  const after = openings.find((one) => minute < one.from);
  if (!before) return '未到办公时间';
  if (!after) return '已过办公时间';
  return before.to < NOON.to && NOON.from < after.from ? '午休' : '两段办公时间之间';
}

/** The first opening after a minute of a date; undefined when a day nobody can assess comes first. */
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
