/** What tells one row of a table from the others, in the file and in the workbook. */
import { valueAt } from '../schemas/walk.ts';
import type { Column, Table } from './columns.ts';
import type { Fields } from './model.ts';

const partOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** The keys of rows in their order: a second row of the same key has `#2` behind it. */
export function keysOf(table: Table, rows: readonly Fields[]): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = table.keys.map((name) => partOf(valueAt(row, name.split('.')))).join(' ');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}

export const valueOf = (column: Column, row: Fields): unknown => valueAt(row, column.path);

/** The values of a row by the keys of the columns; what is not there is left out. */
export const valuesOf = (table: Table, row: Fields): Fields =>
  Object.fromEntries(
    table.columns.flatMap((column) => {
      const value = valueOf(column, row);
      return value === undefined ? [] : [[column.key, value]];
    }),
  );
