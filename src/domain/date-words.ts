/** Dates as people say them; apart from the arithmetic, so that a page in the browser loads no more than it says. */

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** `2026-11-22` as `2026年11月22日`: in running text, months and days are not padded (facts G2). */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2026-09` as `2026年9月`. */
export const monthInWords = (month: string): string => inWords(`${month}-01`).replace(/1日$/, '');

/** `2026-11-29` as `2026年11月29日（周日）`. */
export const inWordsWithWeekday = (date: string): string =>
  `${inWords(date)}（周${'一二三四五六日'.charAt(weekday(date) - 1)}）`;

/** `05-01` as `5月1日`. */
export function dayInWords(dayOfYear: string): string {
  const [month, day] = dayOfYear.split('-').map(Number);
  return `${month}月${day}日`;
}
