import { isDate } from '../domain/dates.ts';

const DATE = /(20\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})/g;
const MONTH = /(20\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*月?/g;

const newest = (found: readonly string[]): string | undefined => found.toSorted().at(-1);

const padded = (...parts: readonly string[]) => parts.map((part) => part.padStart(2, '0')).join('-');

/** The newest day that a text names. */
export const newestDate = (text: string): string | undefined =>
  newest(
    [...text.matchAll(DATE)]
      .map(([, year = '', month = '', day = '']) => padded(year, month, day))
      .filter(isDate),
  );

/** The newest month that a text names, `YYYY-MM`. */
export const newestMonth = (text: string): string | undefined =>
  newest(
    [...text.matchAll(MONTH)]
      .map(([, year = '', month = '']) => padded(year, month))
      .filter((month) => isDate(`${month}-01`)),
  );
