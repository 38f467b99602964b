/** Hidden numbers that do not belong to what the row says: whoever pastes or sorts does not see them. */
import type { Table } from './columns.ts';
import { keysOf } from './keys.ts';
import { ACTIONS } from './marks.ts';
import { findAlike } from './merge-row.ts';
import type { Context, Fields, SheetFinding } from './model.ts';
import type { TableRow } from './read-tables.ts';
import { nameOf } from './row-words.ts';

const withKey = (row: TableRow, rowKey: string): TableRow => ({
  ...row,
  special: { ...row.special, rowKey },
});

interface Keyed {
  readonly rows: readonly TableRow[];
  readonly findings: readonly SheetFinding[];
}

/** The rows of a sheet for one office, each with the number of the row of the file whose name it bears. */
export function withOwnKeys(
  table: Table,
  sheetRows: readonly TableRow[],
  rows: readonly Fields[],
  context: Context,
): Keyed {
  if (table.single) return { rows: sheetRows, findings: [] };
  const keys = keysOf(table, rows);
  const named = sheetRows.map((row) => keys[findAlike(row, rows, context) ?? -1]);
  const taken = new Set(named.filter((key, at) => key === sheetRows[at]?.special.rowKey));
  const own = sheetRows.map((row, at) => {
    const key = named[at];
    if (key === undefined || taken.has(key)) return row;
    taken.add(key);
    return withKey(row, key);
  });
  const spoken = new Set(own.map(({ special }) => special.rowKey));
  const findings = own.flatMap((row, at): SheetFinding[] => {
    const was = keys.indexOf(sheetRows[at]?.special.rowKey ?? '');
    if (row === sheetRows[at] || was < 0 || spoken.has(keys[was] ?? '')) return [];
    const [old, now] = [was, keys.indexOf(row.special.rowKey)].map((one) =>
      nameOf(table, rows[one] ?? {}, context),
    );
    const message = `这一行原来是“${old}”，现在按“${now}”认；“${old}”没有动，要去掉请另写一行，“操作”选“${ACTIONS.remove[0]}”`;
    return [{ ...row.place, severity: 'warning', message }];
  });
  return { rows: own, findings };
}
