import { lunarMonths } from './assess.ts';
import type { HolidayNotice } from './notice.ts';

/** What the notice of a year is called. */
export const noticeTitle = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`;

/** `calendar/<year>.json` as people keep it: one holiday a line. */
export function calendarText(year: number, source: string, { off, work }: HolidayNotice): string {
  const list = (days: readonly string[]) => days.map((day) => `"${day}"`).join(', ');
  const spans = off.map(
    (span) => `    { "name": "${span.name}", "from": "${span.from}", "to": "${span.to}" }`,
  );
  return `{\n  "year": ${year},\n  "source": ${JSON.stringify(source)},\n  "off": [\n${spans.join(',\n')}\n  ],\n  "work": [${list(work)}],\n  "lunarMonths": [${list(lunarMonths(year))}]\n}\n`;
}
