import { daysBetween } from './dates.ts';

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
