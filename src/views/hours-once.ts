import type { HoursContext } from '../domain/day-plan.ts';
import type { WorkCalendar } from '../domain/day-kind.ts';
import type { Hours } from '../schemas/hours.ts';

/**
 * What `make` makes of hours, made once for all offices that keep the same hours in counties with the same holidays:
 * many offices, few different weeks. `known` remembers by the latest calendar, a new object whenever content is read.
 */
export function forHours<T>(
  known: WeakMap<WorkCalendar, Map<string, T>>,
  hours: Hours,
  context: HoursContext,
  make: () => T,
): T {
  const calendar = context.calendars.at(-1);
  if (!calendar) return make();
  const made = known.get(calendar) ?? new Map<string, T>();
  known.set(calendar, made);
  const key = JSON.stringify([hours, context.local, context.calendars.length]);
  const value = made.has(key) ? (made.get(key) as T) : make();
  made.set(key, value);
  return value;
}
