/** One row of a sheet laid over one row of a file: what changes, what is refused. */
import { alike } from '../domain/changes.ts';
import { localNumber } from '../domain/wrong-phone.ts';
import { verdictOn } from './check-cell.ts';
import { phone, readCell, REMOVE, writeCell } from './codecs.ts';
import type { Column, Table } from './columns.ts';
import { valueOf } from './keys.ts';
import { withValue, type Context, type Fields, type SheetFinding } from './model.ts';
import { cellPlace, type Cell, type TableRow } from './read-tables.ts';

export interface CellChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

interface MergedRow {
  readonly fields: Fields;
  readonly changes: readonly CellChange[];
  readonly findings: readonly SheetFinding[];
}

type Outcome =
  { readonly value: unknown } | { readonly told: Pick<SheetFinding, 'severity' | 'message'> } | 'untouched';

const STALE = '内容已被他人更新';

/** What a cell does to a value: nothing, another value, or a fault. `base` is what the workbook said when made. */
function outcomeOf(
  column: Column,
  cell: Cell,
  now: unknown,
  base: Fields | undefined,
  context: Context,
): Outcome {
  const removing = cell.text.trim() === REMOVE;
  const value = removing ? undefined : readCell(column.codec, cell.text, context);
  const was = base?.[column.key];
  if (alike(value, now) || (base && alike(value, was))) return 'untouched';
  const told = removing ? undefined : verdictOn(column, value, cell.text, context);
  if (told) return { told };
  if (base && !alike(was, now)) {
    const theirs = now === undefined ? '没有了' : `是“${writeCell(column.codec, now, context)}”`;
    return { told: { severity: 'error', message: `${STALE}：现在${theirs}，请重新导出表格再改` } };
  }
  return { value };
}

/** An emptied cell takes nothing out; whoever emptied it is told how to. */
function emptied(
  row: TableRow,
  column: Column,
  base: Fields | undefined,
  now: unknown,
  context: Context,
): SheetFinding[] {
  const was = base?.[column.key];
  if (row.columns?.has(column.key) === false) return [];
  if (row.cells.has(column.key) || now === undefined || writeCell(column.codec, was, context) === '')
    return [];
  const message = `清空了，但没有动原来的内容；要去掉请写“${REMOVE}”`;
  return [{ ...row.place, column: column.title, severity: 'warning', message }];
}

/** Said once of a column in which numbers got back what a spreadsheet took from them. */
function zeroRestored(row: TableRow, column: Column, { areaCode }: Context): SheetFinding[] {
  if (column.codec !== phone || areaCode === undefined) return [];
  const text = row.cells.get(column.key)?.text ?? '';
  if (localNumber(text) !== undefined || localNumber(text, areaCode) === undefined) return [];
  const { sheet, column: heading } = cellPlace(row, column);
  const message = `有号码少了区号的 0（表格程序会去掉它），已补成 ${areaCode}-…，请核对；以后把这一列设成“文本”再填`;
  return [{ sheet, column: heading, severity: 'warning', message }];
}

/** Lays the cells of a row over the fields of a row in the file. */
export function mergeRow(
  row: TableRow,
  fields: Fields,
  base: Fields | undefined,
  context: Context,
): MergedRow {
  let result = fields;
  const changes: CellChange[] = [];
  const findings: SheetFinding[] = [];
  for (const column of row.table.columns) {
    const now = valueOf(column, fields);
    const cell = row.cells.get(column.key);
    findings.push(...emptied(row, column, base, now, context));
    const outcome = cell ? outcomeOf(column, cell, now, base, context) : 'untouched';
    if (outcome === 'untouched') continue;
    if ('told' in outcome) {
      findings.push({ ...cellPlace(row, column), ...outcome.told });
      continue;
    }
    findings.push(...zeroRestored(row, column, context));
    result = withValue(result, column.path, outcome.value);
    const [before, after] = [now, outcome.value].map((value) =>
      writeCell(column.codec, value, context).trim(),
    );
    changes.push({ title: column.title, before: before ?? '', after: after ?? '' });
  }
  return { fields: result, changes, findings };
}

/** The row of the file that a row of a sheet without a number means: the only one with the same names. */
export function findAlike(row: TableRow, rows: readonly Fields[], context: Context): number | undefined {
  const table: Table = row.table;
  const wanted = table.match.flatMap((key) => {
    const column = table.columns.find((one) => one.key === key);
    const cell = row.cells.get(key);
    return column && cell ? [[column, readCell(column.codec, cell.text, context)] as const] : [];
  });
  if (wanted.length < table.match.length || wanted.length === 0) return undefined;
  const found = rows.flatMap((fields, at) =>
    wanted.every(([column, value]) => alike(valueOf(column, fields), value)) ? [at] : [],
  );
  if (found.length < 2) return found[0];
  // The same number may stand there twice, for two uses.
  const near = found.filter((at) =>
    table.keys.every((key) => {
      const [column, cell] = [table.columns.find((one) => one.key === key), row.cells.get(key)];
      const said = column && cell && readCell(column.codec, cell.text, context);
      return said === undefined || alike(valueOf(column as Column, rows[at] ?? {}), said);
    }),
  );
  return near.length === 1 ? near[0] : undefined;
}
