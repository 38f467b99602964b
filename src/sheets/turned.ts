/** Sheets made from others whose months or weekdays stand side by side: each cell knows where it was read. */
import { toHalfWidth } from '../domain/phones.ts';
import { bare, columnLetter } from './cell-text.ts';
import { isSum, SPECIAL, UNKNOWN_COLUMN } from './headings.ts';
import type { SheetFinding } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

/** Where a cell was read: its row counts from 1, its column is the heading that it stands below. */
interface Origin {
  readonly row: number;
  readonly column?: string | undefined;
}

export interface TurnedSheet extends SheetRows {
  readonly origins?: readonly (readonly (Origin | undefined)[])[];
  /** What of the sheet as it was could not be understood. */
  readonly findings?: readonly SheetFinding[];
}

export interface TurnedCell {
  readonly text: string;
  readonly from?: Origin;
}

/** A row of headings in a sheet that grows sideways. */
export interface Heading {
  /** Counted from 0. */
  readonly line: number;
  /** The columns that are turned, by what they say. */
  readonly heads: readonly (readonly [at: number, value: string])[];
}

const LAST_HEADING = 10;
export const ANY = { people: [] };
export const isOffice = (text: string) => text === '司法所' || SPECIAL.office.includes(text);
/** The row with the most columns of a kind, from three on. */
export function headingOf(
  { rows }: SheetRows,
  read: (text: string) => string | undefined,
): Heading | undefined {
  const tries = rows.slice(0, LAST_HEADING).map((cells, line) => ({
    line,
    heads: cells.flatMap((text, at): Heading['heads'] => {
      const value = read(toHalfWidth(text).replace(/\s/g, ''));
      return value === undefined ? [] : [[at, value]];
    }),
  }));
  const best = tries.reduce((top, one) => (one.heads.length > top.heads.length ? one : top));
  return best.heads.length > 2 ? best : undefined;
}

/** The cells of a row of a sheet, with their places. */
export function cellsBelow({ rows }: SheetRows, heading: Heading, line: number) {
  return (at: number): TurnedCell => ({
    text: (rows[line]?.[at] ?? '').trim(),
    from: { row: line + 1, column: headingAt(rows[heading.line], at) },
  });
}

const headingAt = (heading: readonly string[] = [], at: number) =>
  (heading[at] ?? '').replace(/\s+/g, '') || `${columnLetter(at)} 列`;

/** Columns beside the turned ones in which something is written and that nobody reads. */
export function strayColumns(
  sheet: SheetRows,
  { line, heads }: Heading,
  read: ReadonlySet<number>,
): SheetFinding[] {
  const names = sheet.rows[line] ?? [];
  const skipped = ['序号', ...SPECIAL.county];
  return names.flatMap((name, at): SheetFinding[] => {
    const known = read.has(at) || heads.some(([one]) => one === at) || skipped.includes(bare(name));
    const isFilled = sheet.rows.slice(line + 1).some((cells) => (cells[at] ?? '').trim() !== '');
    if (known || !isFilled || isSum(name)) return [];
    const place = { sheet: sheet.name || '表格', row: line + 1, column: headingAt(names, at) };
    return [{ ...place, severity: 'warning', message: UNKNOWN_COLUMN }];
  });
}

/** A sheet of ours from the lines of another. */
export const turned = (
  { name }: SheetRows,
  head: readonly string[],
  lines: readonly (readonly (TurnedCell | undefined)[])[],
  findings: readonly SheetFinding[],
): TurnedSheet => ({
  name,
  rows: [[...head], ...lines.map((line) => line.map((cell) => cell?.text ?? ''))],
  origins: [[], ...lines.map((line) => line.map((cell) => cell?.from))],
  findings,
});
