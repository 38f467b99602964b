import type { Hours } from '../../src/schemas/hours.ts';
import { dayPlan, type HoursContext } from '../../src/domain/day-plan.ts';
import { assess, type OpenState } from '../../src/domain/assess-open.ts';
import type { Moment } from '../../src/domain/moment.ts';

/** Assesses any office at any moment. Without hours, or in a year without a calendar, the answer is `unknown`. */
export function openState(hours: Hours | undefined, context: HoursContext, now: Moment): OpenState {
  if (!hours) return { state: 'unknown', why: '办公时间未公开' };
  return assess((date) => dayPlan(date, hours, context), now);
}
