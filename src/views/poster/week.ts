import type { Hours } from '../../schemas/hours.ts';
import { WHEREABOUTS_STATES } from '../../schemas/whereabouts.ts';

const DAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const WORKDAYS = [1, 2, 3, 4, 5];
/** Lines for names where nobody is known yet. */
const UNNAMED = 4;

/** The grid of a week for the board, to fill by hand: a line a person, a column a day on which the office may be open. */
export function weekOf(people: readonly string[], hours: Hours | undefined) {
  const open = hours?.seasons.flatMap(({ week }) => week.flatMap(({ days }) => days)) ?? [];
  const days = [...new Set([...WORKDAYS, ...open])].toSorted((a, b) => a - b);
  return {
    days: days.map((day) => DAY_NAMES[day - 1] ?? ''),
    people: people.length > 0 ? people : Array.from({ length: UNNAMED }, () => ''),
    states: WHEREABOUTS_STATES,
  };
}
