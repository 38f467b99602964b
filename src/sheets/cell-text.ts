/** What stands in a cell as text, whatever the program made of it. */

type CellValue = string | number | boolean | Date | null | undefined;

/** Before this day a date is a clock time: tables count days from the end of 1899. */
const FIRST_DAY = Date.UTC(1900, 0, 2);

/** A date as `2026-11-01`, with `08:30` behind it when it has a time; a bare time as `08:30`. */
function dateText(date: Date): string {
  // Half a minute on: fractions of a day are never exact.
  const iso = new Date(date.getTime() + 30_000).toISOString();
  const time = iso.slice(11, 16);
  if (date.getTime() < FIRST_DAY) return time;
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** A clock time as OpenDocument stores it. */
const ODS_TIME = /^PT(\d{1,2})H(\d{1,2})M\d{1,2}(?:[.,]\d+)?S$/;

/** The text of a cell: numbers without exponent, ticked boxes as 是 and 否, dates as `YYYY-MM-DD`. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  const [, hours, minutes] = ODS_TIME.exec(value) ?? [];
  if (hours && minutes) return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return value.replaceAll('\r\n', '\n');
}

/** A number that a table shows as so many of a hundred: 1.2 is 120%. */
export const percentText = (value: number): string => `${Number((value * 100).toPrecision(12))}%`;

/** Whether a format of numbers shows them so: a sign in quotes is one of words. */
export const showsPercent = (format = ''): boolean => format.replace(/"[^"]*"|\\./g, '').includes('%');

/** Stands for a formula whose result is not in the file. */
export const UNCALCULATED = '#未计算';

/** A column as spreadsheet programs call it: 0 is A. */
export const columnLetter = (at: number): string =>
  (at >= 26 ? columnLetter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** A heading or a name as it is compared: half-width, without spaces, brackets' content, marks and stars. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:;,.、，：]/g, '')
    .toLowerCase();
