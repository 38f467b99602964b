import { daysBetween } from './dates.ts';
import type { DayPlan, Opening } from './day-plan.ts';

/** The plans of many days in little space: a letter a day, and what each letter stands for. */
export interface PlanTable {
  /** The first day. */
  readonly from: string;
  /** One character a day: the letter of its plan's place in `plans`. */
  readonly days: string;
  readonly plans: readonly CompactPlan[];
}

/** `[from, to, why?]` in minutes for each opening; or, for a day without any, the reason. */
type CompactPlan = readonly (readonly [from: number, to: number, why?: string])[] | string;

/** The letters of the first kinds of days; the few offices that have more go on with Chinese ones. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const MORE = 0x4e00;
const NOBODY_KNOWS = '?';

const letterOf = (place: number): string => LETTERS.charAt(place) || String.fromCharCode(MORE + place);

/** The place of a letter; one that stands for nothing has a place where there is nothing. */
const placeOf = (letter: string): number => {
  const place = letter === '' ? -1 : LETTERS.indexOf(letter);
  return place < 0 && letter >= '一' ? letter.charCodeAt(0) - MORE : place;
};

/** Looks a date up. Days outside the table are unknown: their year has no calendar here. */
export function planFrom({ from, days, plans }: PlanTable, date: string): DayPlan {
  const plan = plans[placeOf(days.charAt(daysBetween(from, date)))];
  if (plan === undefined) return { kind: 'unknown', why: `本站还没有${date.slice(0, 4)}年的放假安排` };
  if (typeof plan !== 'string')
    return { kind: 'open', openings: plan.map(([start, to, why]) => ({ from: start, to, why })) };
  return plan.startsWith(NOBODY_KNOWS)
    ? { kind: 'unknown', why: plan.slice(1) }
    : { kind: 'closed', why: plan };
}

/** Packs the plans of consecutive days, the first of which is `from`. */
export function packPlans(from: string, plans: readonly DayPlan[]): PlanTable {
  const kinds = new Map<string, number>();
  const days = plans.map((plan) => {
    const key = JSON.stringify(compact(plan));
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return letterOf(kinds.get(key) ?? 0);
  });
  return { from, days: days.join(''), plans: [...kinds.keys()].map((key) => JSON.parse(key) as CompactPlan) };
}

function compact(plan: DayPlan): CompactPlan {
  if (plan.kind === 'open') return plan.openings.map(compactOpening);
  return plan.kind === 'unknown' ? `${NOBODY_KNOWS}${plan.why}` : plan.why;
}

const compactOpening = ({ from, to, why }: Opening) =>
  why ? ([from, to, why] as const) : ([from, to] as const);
