import type { Hours } from '../schemas/hours.ts';
import { dayPlan, type HoursContext } from './day-plan.ts';
import { assess, type OpenState } from './assess-open.ts';
import type { Moment } from './moment.ts';

/** Assesses any office at any moment. Without hours, or in a year without a calendar, the answer is `unknown`. */
export function openState(hours: Hours | undefined, context: HoursContext, now: Moment): OpenState {
  if (!hours) return { state: 'unknown', why: '办公时间未公开' };
  return assess((date) => dayPlan(date, hours, context), now);
}
