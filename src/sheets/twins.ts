/** Two rows of a workbook about the same thing. */
import { mergeRow } from './merge-row.ts';
import type { Context, SheetFinding } from './model.ts';
import { cellPlace, type TableRow } from './read-tables.ts';
import type { Tracked } from './tracked.ts';

/** What to say of a row that an earlier one, `twin`, has said already; nothing where the two are not the same. */
export function toldTwice(row: TableRow, twin: Tracked | undefined, context: Context): SheetFinding[] {
  if (!twin?.by) return [];
  const { changes } = mergeRow(row, twin.fields, undefined, context);
  const titles = changes.map(({ title }) => title);
  const different = row.table.columns.filter(({ title }) => titles.includes(title));
  // The same number for two uses is two rows.
  if (different.some(({ key }) => row.table.keys.includes(key))) return [];
  const { by } = twin;
  const sheet = by.place.sheet === row.place.sheet ? '' : `「${by.place.sheet}」`;
  const same = (at = by.place.row) => `和${sheet}第 ${at} 行`;
  if (titles.length === 0) return [{ ...row.place, severity: 'warning', message: `${same()}重复，没有再加` }];
  return different.map((column) => ({
    ...cellPlace(row, column),
    severity: 'error',
    message: `${same(cellPlace(by, column).row)}写的不一样，只能留一个`,
  }));
}
