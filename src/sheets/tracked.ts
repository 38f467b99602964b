/** The rows of a table while a sheet is laid over them. */
import type { Fields } from './model.ts';
import type { TableRow } from './read-tables.ts';

/** A row as it is to be, and the row of the workbook that speaks of it. */
export interface Tracked {
  readonly fields: Fields;
  readonly key?: string;
  readonly by?: TableRow;
  readonly removed?: boolean;
  /** What an earlier row of the sheet has changed, by headings. */
  readonly changed?: readonly string[];
  /** That row holds a fault already: what the whole record says of it would be an echo. */
  readonly faulty?: boolean;
}

/** Puts a new row where its table has it: in the order of a column, else last. */
export function insertRow(rows: Tracked[], row: Tracked, sortBy: string | undefined): void {
  const value = (one: Tracked) => (sortBy ? String(one.fields[sortBy] ?? '') : '');
  const at = sortBy ? rows.findIndex((one) => value(one) > value(row)) : -1;
  if (at < 0) rows.push(row);
  else rows.splice(at, 0, row);
}
