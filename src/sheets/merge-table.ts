/** All rows of a sheet for one office laid over the rows of the file. */
import type { Base } from './base.ts';
import type { Table } from './columns.ts';
import { figureless } from './figureless.ts';
import { keysOf, valuesOf } from './keys.ts';
import { ACTIONS } from './marks.ts';
import { findAlike, mergeRow, type CellChange } from './merge-row.ts';
import type { Context, Fields, SheetFinding, SheetPlace, RowChange } from './model.ts';
import { alike } from '../domain/changes.ts';
import { isError } from '../domain/problems.ts';
import type { TableRow } from './read-tables.ts';
import { cellsOf, nameOf } from './row-words.ts';
import { insertRow, type Tracked } from './tracked.ts';
import { toldTwice } from './twins.ts';

export interface MergedTable {
  readonly rows: readonly Fields[];
  /** For each row, the one of the workbook that speaks of it. */
  readonly by: readonly (TableRow | undefined)[];
  readonly faulty: readonly boolean[];
  readonly changes: readonly RowChange[];
  readonly findings: readonly SheetFinding[];
}

interface MergeSettings {
  readonly office: string;
  readonly base: Base;
  readonly context: Context;
  /** The fields that a new row has beside its cells (a person's id). */
  readonly fresh: (row: TableRow) => Fields;
}

const error = (place: SheetPlace, message: string): SheetFinding => ({
  ...place,
  severity: 'error',
  message,
});

class Merging {
  readonly rows: Tracked[];
  readonly changes: RowChange[] = [];
  readonly findings: SheetFinding[] = [];

  readonly table: Table;
  readonly settings: MergeSettings;

  constructor(table: Table, rows: readonly Fields[], settings: MergeSettings) {
    this.table = table;
    this.settings = settings;
    const keys = keysOf(table, rows);
    this.rows = rows.map((fields, at) => ({ fields, key: keys[at] ?? '' }));
  }

  lay(row: TableRow): void {
    const { action, rowKey } = row.special;
    if (ACTIONS.example.includes(action)) return;
    const removing = ACTIONS.remove.includes(action);
    if (!removing && !ACTIONS.keep.includes(action)) {
      this.findings.push(error(row.place, `“操作”一栏写的是“${action}”，只能空着或写“删除”`));
      return;
    }
    const at = this.find(row);
    const base = rowKey === '' && !this.table.single ? undefined : this.baseOf(rowKey);
    if (at === undefined) this.layMissing(row, base, removing);
    else if (removing) this.remove(at, row, base);
    else this.change(at, row, base);
  }

  private baseOf(key: string): Fields | undefined {
    return this.settings.base.valuesOf(this.table.name, this.settings.office, key);
  }

  /** The row of the file that a row of the sheet means. */
  private find(row: TableRow): number | undefined {
    if (this.table.single) return 0;
    const free = (at: number) => this.rows[at]?.by === undefined;
    const keyed = row.special.rowKey ? this.rows.findIndex(({ key }) => key === row.special.rowKey) : -1;
    if (keyed >= 0 && free(keyed)) return keyed;
    return this.among(row, ({ by }) => by === undefined);
  }

  /** The one of some rows that says the same as a row without a number. */
  private among(row: TableRow, wanted: (one: Tracked) => boolean): number | undefined {
    const some = this.rows.flatMap((one, at) => (wanted(one) ? [at] : []));
    const fields = some.map((at) => this.rows[at]?.fields ?? {});
    const found = findAlike(row, fields, this.settings.context);
    return found === undefined ? undefined : some[found];
  }

  /** A row that the file does not have: a new one, or one that somebody has taken out meanwhile. */
  private layMissing(row: TableRow, base: Fields | undefined, removing: boolean): void {
    const copied = this.rows.some(({ key, by }) => key === row.special.rowKey && by !== undefined);
    if (!removing && (row.special.rowKey === '' || copied) && this.isTold(row)) return;
    const traced = base !== undefined || !this.settings.base.known;
    const gone = row.special.rowKey !== '' && traced && !copied;
    if (removing && !gone)
      this.findings.push(error(row.place, '要删除的这一行在网站内容里找不到；已经没有了的，不用再写'));
    if (removing) return;
    const { fields, changes, findings } = mergeRow(
      row,
      (gone ? base : undefined) ?? this.settings.fresh(row),
      gone ? base : undefined,
      this.settings.context,
    );
    if (gone && base && changes.length === 0 && findings.length === 0) return;
    if (gone) {
      this.findings.push(error(row.place, '内容已被他人更新：这一行已经删除或改过，请重新导出表格再改'));
      return;
    }
    const faulty = findings.some(isError);
    const without = faulty ? [] : figureless(row, fields, 'warning', this.settings.context);
    this.findings.push(...findings, ...without);
    if (without.length > 0) return;
    insertRow(this.rows, { fields, by: row, faulty }, this.table.sortBy);
    this.tell('added', fields, cellsOf(this.table, fields, this.settings.context));
  }

  /** Whether an earlier row of the workbook is about the same. */
  private isTold(row: TableRow): boolean {
    const at = this.among(row, (one) => one.by !== undefined && !one.removed);
    const told = at === undefined ? [] : toldTwice(row, this.rows[at], this.settings.context);
    this.findings.push(...told);
    return told.length > 0;
  }

  private remove(at: number, row: TableRow, base: Fields | undefined): void {
    const fields = this.rows[at]?.fields ?? {};
    if (base && !alike(base, valuesOf(this.table, fields))) {
      this.findings.push(error(row.place, '内容已被他人更新：要删除的这一行改过，请重新导出表格再改'));
      return;
    }
    this.rows[at] = { fields, by: row, removed: true };
    this.tell('removed', fields, []);
  }

  private change(at: number, row: TableRow, base: Fields | undefined): void {
    const earlier = this.rows[at];
    const before = earlier?.fields ?? {};
    const merged = mergeRow(row, before, base, this.settings.context);
    const faulty = merged.findings.some(isError);
    const titles = merged.changes.map(({ title }) => title);
    const twice = titles.filter((title) => earlier?.changed?.includes(title));
    const message = `和第 ${earlier?.by?.place.row} 行写的不一样，只能留一个`;
    this.findings.push(
      ...merged.findings,
      ...twice.map((column) => ({ ...error(row.place, message), column })),
      ...(faulty || titles.length === 0
        ? []
        : figureless(row, merged.fields, 'error', this.settings.context)),
    );
    const changed = [...(earlier?.changed ?? []), ...titles];
    this.rows[at] = { ...earlier, fields: merged.fields, by: row, faulty, changed };
    if (titles.length > 0) this.tell('changed', before, merged.changes);
  }

  private tell(kind: RowChange['kind'], fields: Fields, cells: readonly CellChange[]): void {
    const name = nameOf(this.table, fields, this.settings.context);
    this.changes.push({ table: this.table.name, kind, name, cells });
  }
}

/** Lays the rows of a sheet over the rows of the file. Rows that the sheet does not name stay as they are. */
export function mergeTable(
  table: Table,
  rows: readonly Fields[],
  sheetRows: readonly TableRow[],
  settings: MergeSettings,
): MergedTable {
  const merging = new Merging(table, rows, settings);
  sheetRows.forEach((row) => merging.lay(row));
  const kept = merging.rows.filter(({ removed }) => !removed);
  return {
    rows: kept.map(({ fields }) => fields),
    by: kept.map(({ by }) => by),
    faulty: kept.map(({ faulty = false }) => faulty),
    changes: merging.changes,
    findings: merging.findings,
  };
}
