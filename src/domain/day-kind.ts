import type { Calendar } from '../schemas/calendar.ts';
import { weekday } from './dates.ts';

/** What counting needs of a calendar file. */
export type WorkCalendar = Pick<Calendar, 'year' | 'off' | 'work'>;

export interface WorkDays {
  /** The State Council's arrangement, a year each; a year that is not among them is unknown. */
  readonly calendars: readonly WorkCalendar[];
  /** Days off of one place only, such as a 自治县's own holidays (全国年节及纪念日放假办法). */
  readonly local?: WorkCalendar['off'] | undefined;
}

type DayKind =
  | { readonly kind: 'workday' }
  /** `name`: the holiday's, or 周末. */
  | { readonly kind: 'rest'; readonly name: string }
  /** No calendar of that year: nobody can say, not even for a Monday or a Sunday. */
  | { readonly kind: 'unknown'; readonly year: number };

/** The name of a rest day that is no holiday. */
export const WEEKEND = '周末';

/** Works the people that day? Monday to Friday unless off; a make-up day (调休上班) works though at a weekend. */
export function dayKind(date: string, { calendars, local = [] }: WorkDays): DayKind {
  const within = (span: { from: string; to: string }) => span.from <= date && date <= span.to;
  const year = Number(date.slice(0, 4));
  const calendar = calendars.find((one) => one.year === year);
  const off = local.find(within) ?? calendar?.off.find(within);
  if (off) return { kind: 'rest', name: off.name };
  if (!calendar) return { kind: 'unknown', year };
  const works = weekday(date) <= 5 || calendar.work.includes(date);
  return works ? { kind: 'workday' } : { kind: 'rest', name: WEEKEND };
}
