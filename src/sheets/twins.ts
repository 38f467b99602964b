/** Two rows of a workbook about the same thing. */
import { mergeRow } from './merge-row.ts';
import type { Context, SheetFinding } from './model.ts';
import type { TableRow } from './read-tables.ts';
import type { Tracked } from './tracked.ts';

/** What to say of a row that an earlier one, `twin`, has said already; nothing where the two are not the same. */
export function toldTwice(row: TableRow, twin: Tracked | undefined, context: Context): SheetFinding[] {
  if (!twin?.place) return [];
  const { changes } = mergeRow(row, twin.fields, undefined, context);
  const titles = changes.map(({ title }) => title);
  const keys = row.table.columns.filter(({ key }) => row.table.keys.includes(key));
  // The same number for two uses is two rows.
  if (keys.some(({ title }) => titles.includes(title))) return [];
  const sheet = twin.place.sheet === row.place.sheet ? '' : `「${twin.place.sheet}」`;
  const same = `和${sheet}第 ${twin.place.row} 行`;
  if (titles.length === 0) return [{ ...row.place, severity: 'warning', message: `${same}重复，没有再加` }];
  const message = `${same}写的不一样，只能留一个`;
  return titles.map((column) => ({ ...row.place, column, severity: 'error', message }));
}
