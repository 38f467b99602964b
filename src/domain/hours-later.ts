import type { LimitRecord } from '../schemas/limit.ts';
import { addDays } from './dates.ts';
import { minutesOf } from './times.ts';

type Hours = Pick<LimitRecord, 'value' | 'direction' | 'whose'>;

const DAY = 1440;

const two = (value: number) => String(value).padStart(2, '0');

/**
 * When a number of hours has passed, counted from the moment itself (民法典第二百零一条). Without the time of the
 * event, whole days end at the same time of day; other spans are counted from the day's first moment for a
 * resident (the earliest end) and from its last for an agency (the latest).
 */
export function hoursLater({ value, direction, whose }: Hours, start: string, time?: string) {
  const hours = direction === 'before' ? -value : value;
  const given = time === undefined ? undefined : minutesOf(time);
  if (given === undefined && value % 24 === 0) return { date: addDays(start, hours / 24) };
  const minutes = (given ?? (whose === 'resident' ? 0 : DAY)) + hours * 60;
  const days = Math.floor(minutes / DAY);
  const rest = minutes - days * DAY;
  return { date: addDays(start, days), time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}` };
}
