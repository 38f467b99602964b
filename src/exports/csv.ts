/** Tables for spreadsheets (RFC 4180), so that Excel and WPS read Chinese and run no formula. */

import { startsFormula } from '../domain/formula.ts';

/** Tells Excel that the file is UTF-8. */
const BOM = '\uFEFF';

type CsvValue = string | number | undefined;

/** A text that a spreadsheet would take for a formula is kept a text. */
const harmless = (text: string) => (startsFormula(text) ? `'${text}` : text);

function csvField(value: CsvValue): string {
  const text = typeof value === 'number' ? String(value) : harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of equal length as CSV text, the names of the columns first. */
export const csv = (header: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  `${BOM}${[header, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
