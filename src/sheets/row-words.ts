/** Rows in words, where changes are told. */
import { writeCell } from './codecs.ts';
import type { Table } from './columns.ts';
import { valueOf } from './keys.ts';
import type { CellChange } from './merge-row.ts';
import type { Context, Fields } from './model.ts';

/** What a row is called where changes are told. */
export function nameOf(table: Table, fields: Fields, context: Context): string {
  if (table.single) return '';
  const keys = table.match.length > 0 ? table.match : table.keys;
  const columns = keys.flatMap((key) => table.columns.find((one) => one.key === key) ?? []);
  return columns
    .map((column) => writeCell(column.codec, valueOf(column, fields), context).trim())
    .filter(Boolean)
    .join(' ');
}

/** Everything that a new row says. */
export const cellsOf = (table: Table, fields: Fields, context: Context): CellChange[] =>
  table.columns.flatMap((column) => {
    const after = writeCell(column.codec, valueOf(column, fields), context).trim();
    return after ? [{ title: column.title, before: '', after }] : [];
  });
