import type { ShownLimit } from '../domain/deadline-words.ts';
import type { WorkCalendar } from '../domain/day-kind.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { LimitRecord } from '../schemas/limit.ts';

/** What the deadline calculator of one guide needs: the limits by the event they run from, and the calendars. */
export interface DeadlineData {
  readonly events: readonly { readonly from: string; readonly limits: readonly ShownLimit[] }[];
  readonly calendars: readonly WorkCalendar[];
}

type Worded = LimitRecord & { readonly text: string; readonly costly: boolean };

/** Undefined for a guide without limits: its page then brings no script. */
export function deadlineData(
  limits: readonly Worded[],
  calendars: readonly Calendar[],
): DeadlineData | undefined {
  if (limits.length === 0) return undefined;
  const events = [...new Set(limits.map(({ from }) => from))];
  return {
    events: events.map((from) => ({
      from,
      limits: limits.filter((one) => one.from === from).map(shown),
    })),
    // Older years only matter for spans that are long over.
    calendars: calendars.slice(-3).map(({ year, off, work }) => ({ year, off, work })),
  };
}

const shown = ({ label, value, unit, direction, whose, text, costly }: Worded): ShownLimit => ({
  label,
  value,
  unit,
  direction,
  whose,
  text,
  ...(costly && { unchecked: true }),
});
