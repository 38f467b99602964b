/** From the cells of a workbook to rows of known tables. */
import { bare, columnLetter } from './cell-text.ts';
import type { Column, Table } from './columns.ts';
import {
  blocksOf,
  recognise,
  UNKNOWN_COLUMN,
  type Block,
  type KnownTable,
  type Special,
} from './headings.ts';
import { ACTIONS, OWN_SHEETS } from './marks.ts';
import type { SheetFinding, SheetPlace } from './model.ts';
import type { TurnedSheet } from './turned.ts';
import type { SheetRows } from './workbook/read.ts';

export interface Cell {
  readonly text: string;
  /** The heading as it stands in the sheet. */
  readonly column: string;
  /** The row that it stands in, where that is another than the first of its row. */
  readonly row?: number | undefined;
}

/** Where a row says the value of a column. */
export const cellPlace = (
  { place, cells }: TableRow<KnownTable>,
  { key, title }: Pick<Column, 'key' | 'title'>,
): SheetPlace => {
  const cell = cells.get(key);
  return { ...place, row: cell?.row ?? place.row, column: cell?.column ?? title };
};

export interface TableRow<T extends KnownTable = Table> {
  readonly table: T;
  readonly place: SheetPlace;
  readonly special: Readonly<Record<Special, string>>;
  /** Cells with something in them, by the key of the column. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The keys of the columns that its sheet has, where it is a sheet of ours. */
  readonly columns?: ReadonlySet<string>;
}

interface ReadTables<T extends KnownTable> {
  /** Whether a heading was found. */
  readonly headed: boolean;
  readonly rows: readonly TableRow<T>[];
  readonly findings: readonly SheetFinding[];
}

const isBlank = ({ rows }: SheetRows) => rows.every((row) => row.every((text) => text.trim() === ''));

/** Where a heading of no use here belongs, or that it is not known. */
function strayHeading(text: string, table: KnownTable, tables: readonly KnownTable[]): string {
  const homes = tables.filter(({ columns }) =>
    columns.some(({ title, also }) => [title, ...also].some((one) => bare(one) === bare(text))),
  );
  const [home] = homes;
  if (homes.includes(table)) return '前面已经有这一列，这一列没有导入；只留一列，把要写的并到一起';
  return home ? `这一列没有导入：请填在「${home.name}」表` : UNKNOWN_COLUMN;
}

function rowsOf<T extends KnownTable>(
  sheet: TurnedSheet,
  table: T,
  { line, headings, rows }: Block,
): TableRow<T>[] {
  const columns = new Set([...headings.values()].map(({ key }) => key));
  return rows.flatMap((texts, index): TableRow<T>[] => {
    const special = { officeId: '', rowKey: '', action: '', county: '', office: '' };
    const cells = new Map<string, Cell>();
    const origins = sheet.origins?.[line + 1 + index];
    for (const [at, heading] of headings) {
      const text = texts[at] ?? '';
      const { row, column = heading.text } = origins?.[at] ?? {};
      if (heading.special) special[heading.key as Special] = text.trim();
      else if (text.trim() !== '') cells.set(heading.key, { text, column, row });
    }
    const place = { sheet: sheet.name || table.name, row: origins?.find(Boolean)?.row ?? line + index + 2 };
    return cells.size > 0 || ACTIONS.remove.includes(special.action)
      ? [{ table, place, special, cells, columns }]
      : [];
  });
}

/** Columns of a block that are not read: with a heading that is not known, or with words and no heading at all. */
function strayIn(
  sheet: SheetRows,
  table: KnownTable,
  block: Block,
  tables: readonly KnownTable[],
): SheetFinding[] {
  const name = sheet.name || '表格';
  const heading = sheet.rows[block.line] ?? [];
  const width = Math.max(heading.length, ...block.rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, at) => at).flatMap((at): SheetFinding[] => {
    const text = heading[at] ?? '';
    if (block.headings.has(at) || bare(text) === '序号') return [];
    if (bare(text) !== '') {
      const message = strayHeading(text, table, tables);
      return [{ sheet: name, row: block.line + 1, column: text.trim(), severity: 'warning', message }];
    }
    const first = block.rows.findIndex((cells) => (cells[at] ?? '').trim() !== '');
    if (first < 0) return [];
    const message = '这一列没有表头，里面写的没有导入；要导入，写在有表头的列里';
    return [
      {
        sheet: name,
        row: block.line + first + 2,
        column: `${columnLetter(at)} 列`,
        severity: 'warning',
        message,
      },
    ];
  });
}

/** How many columns of a sheet a table of ours understands, and whether that is all of it. */
export function tableScore<T extends KnownTable>(sheet: SheetRows, tables: readonly T[]) {
  const found = recognise(sheet, tables);
  const own = [...(found?.headings.values() ?? [])].filter(({ special }) => !special);
  const heading = found ? (sheet.rows[found.line] ?? []) : [];
  return {
    columns: own.length,
    named: tables.some(({ name }) => bare(name) === bare(sheet.name)),
    whole: heading.every((text, at) => bare(text) === '' || bare(text) === '序号' || found?.headings.has(at)),
    has: (key: string) => own.some((one) => one.key === key),
    table: found?.table,
  };
}

function unknown(sheet: SheetRows, tables: readonly KnownTable[]): SheetFinding {
  const name = sheet.name || '表格';
  const own = tables.find((one) => bare(one.name) === bare(sheet.name));
  const columns = ['司法所', ...(own?.columns ?? []).map(({ title }) => title)].join('、');
  return own
    ? { sheet: name, severity: 'error', message: `找不到表头那一行，没有导入。请补上，表头是：${columns}` }
    : {
        sheet: name,
        severity: 'warning',
        message: `认不出这是哪张表，没有导入。表名或表头请用：${tables.map((one) => one.name).join('、')}`,
      };
}

function readSheet<T extends KnownTable>(sheet: TurnedSheet, tables: readonly T[]): ReadTables<T> {
  const found = recognise(sheet, tables);
  if (!found) return { headed: false, rows: [], findings: isBlank(sheet) ? [] : [unknown(sheet, tables)] };
  const blocks = blocksOf(sheet, found);
  return {
    headed: true,
    rows: blocks.flatMap((block) => rowsOf(sheet, found.table, block)),
    findings: [
      ...(sheet.findings ?? []),
      ...blocks.flatMap((block) => strayIn(sheet, found.table, block, tables)),
    ],
  };
}

/** The rows of all sheets that are tables, and what was not understood of the others. */
export function readTables<T extends KnownTable>(
  sheets: readonly TurnedSheet[],
  tables: readonly T[],
): ReadTables<T> {
  const read = sheets
    .filter(({ name }) => !OWN_SHEETS.includes(name))
    .map((sheet) => readSheet(sheet, tables));
  return {
    headed: read.some(({ headed }) => headed),
    rows: read.flatMap(({ rows }) => rows),
    findings: read.flatMap(({ findings }) => findings),
  };
}
