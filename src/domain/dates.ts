/** Plain calendar dates as `YYYY-MM-DD` text: no clock, no zone, so nothing can shift by a day (facts G2). */
import { momentInShanghai } from './moment.ts';

export { dayInWords, inWords, inWordsWithWeekday, monthInWords, weekday } from './date-words.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** True for a date that exists, 1900 to 2199; `2026-02-30` and `2026-2-3` are false. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const ms = utc(text);
  return year >= 1900 && year < 2200 && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** True for a month written `YYYY-MM`. */
export const isMonth = (text: string): boolean => isDate(`${text}-01`);

/** The date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The same day of the month `months` later (earlier when negative); its last day where there is no such day,
 * so that 31 January and one month give 28 or 29 February (民法典第二百零二条).
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return addDays(last.toISOString().slice(0, 10), Math.min(0, day - last.getUTCDate()));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

/** Orders days, the earlier first; one that is not known before all. */
export const compareDays = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** The calendar date in Asia/Shanghai at an instant, whatever the machine's own zone. */
export const dateInShanghai = (instant: Date): string => momentInShanghai(instant).date;
