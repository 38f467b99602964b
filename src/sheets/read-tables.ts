/** From the cells of a workbook to rows of known tables: which sheet is which, where its heading stands. */
import { bare } from './cell-text.ts';
import type { Table } from './columns.ts';
import { ACTION, ACTIONS, COUNTY, OFFICE, OFFICE_ID, OWN_SHEETS, ROW_KEY } from './marks.ts';
import type { Finding, Place } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

type Special = 'officeId' | 'rowKey' | 'action' | 'county' | 'office';

export const SPECIAL: Readonly<Record<Special, readonly string[]>> = {
  officeId: [OFFICE_ID, '司法所编号'],
  rowKey: [ROW_KEY],
  action: [ACTION],
  county: [COUNTY, '县区', '区县', '县市区', '所属县'],
  office: [OFFICE, '司法所名称', '所名', '单位', '单位名称', '所属司法所', '乡镇', '乡镇街道'],
};

/** Common parts of tables: columns by name, and other names of the sheet. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly also: readonly string[];
  }[];
}

export interface Cell {
  readonly text: string;
  /** The heading as it stands in the sheet. */
  readonly column: string;
}

export interface TableRow<T extends KnownTable = Table> {
  readonly table: T;
  readonly place: Place;
  readonly special: Readonly<Record<Special, string>>;
  /** Cells with something in them, by the key of the column. */
  readonly cells: ReadonlyMap<string, Cell>;
}

interface ReadTables<T extends KnownTable> {
  readonly rows: readonly TableRow<T>[];
  readonly findings: readonly Finding[];
}

/** How far down a heading may stand. */
const LAST_HEADING = 25;

type Headings = ReadonlyMap<
  number,
  { readonly key: string; readonly special: boolean; readonly text: string }
>;

/** What each cell of a row names in a table, the first of several cells that name the same. */
function headingsIn(cells: readonly string[], table: KnownTable): Headings {
  const found = new Map<number, { key: string; special: boolean; text: string }>();
  const taken = new Set<string>();
  cells.forEach((text, at) => {
    const name = bare(text);
    if (name === '') return;
    const own = table.columns.find((one) => [one.title, ...one.also].some((title) => bare(title) === name));
    const special = (Object.keys(SPECIAL) as Special[]).find((key) => SPECIAL[key].includes(name));
    const key = own?.key ?? special;
    if (key === undefined || taken.has(key)) return;
    taken.add(key);
    found.set(at, { key, special: own === undefined, text: text.replace(/\s+/g, '') });
  });
  return found;
}

interface Found<T extends KnownTable> {
  readonly table: T;
  readonly line: number;
  readonly headings: Headings;
  readonly score: number;
}

/** The row of a sheet that names most columns of a table. */
function findHeading<T extends KnownTable>({ rows }: SheetRows, table: T): Found<T> | undefined {
  const tries = rows.slice(0, LAST_HEADING).map((cells, line): Found<T> => {
    const headings = headingsIn(cells, table);
    const own = [...headings.values()].filter(({ special }) => !special).length;
    return { table, line, headings, score: own === 0 ? 0 : own * 2 + (headings.size - own) };
  });
  const best = tries.reduce<Found<T> | undefined>(
    (top, one) => (one.score > (top?.score ?? 2) ? one : top),
    undefined,
  );
  return best;
}

/** The table that a sheet is: by its name, else by its headings. */
function recognise<T extends KnownTable>(sheet: SheetRows, tables: readonly T[]): Found<T> | undefined {
  const named = tables.find(({ name }) => bare(name) === bare(sheet.name));
  if (named) return findHeading(sheet, named);
  return tables
    .map((table) => findHeading(sheet, table))
    .filter((found) => found !== undefined)
    .reduce<Found<T> | undefined>((top, one) => (one.score > (top?.score ?? 0) ? one : top), undefined);
}

const isBlank = ({ rows }: SheetRows) => rows.every((row) => row.every((text) => text.trim() === ''));

/** Where a heading of no use here belongs, or that it is not known. */
function strayHeading(text: string, tables: readonly KnownTable[]): string {
  const home = tables.find(({ columns }) =>
    columns.some(({ title, also }) => [title, ...also].some((one) => bare(one) === bare(text))),
  );
  return home ? `这一列没有导入：请填在「${home.name}」表` : '认不出这一列，没有导入';
}

function rowsOf<T extends KnownTable>(sheet: SheetRows, { table, line, headings }: Found<T>): TableRow<T>[] {
  return sheet.rows.slice(line + 1).flatMap((texts, index): TableRow<T>[] => {
    const special = { officeId: '', rowKey: '', action: '', county: '', office: '' };
    const cells = new Map<string, Cell>();
    for (const [at, heading] of headings) {
      const text = texts[at] ?? '';
      if (heading.special) special[heading.key as Special] = text.trim();
      else if (text.trim() !== '') cells.set(heading.key, { text, column: heading.text });
    }
    const place = { sheet: sheet.name || table.name, row: line + index + 2 };
    return cells.size > 0 || ACTIONS.remove.includes(special.action)
      ? [{ table, place, special, cells }]
      : [];
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

function readSheet<T extends KnownTable>(sheet: SheetRows, tables: readonly T[]): ReadTables<T> {
  const found = recognise(sheet, tables);
  const name = sheet.name || '表格';
  if (!found) {
    const message = `认不出这是哪张表，没有导入。表名或表头请用：${tables.map((one) => one.name).join('、')}`;
    return { rows: [], findings: isBlank(sheet) ? [] : [{ sheet: name, severity: 'warning', message }] };
  }
  const heading = sheet.rows[found.line] ?? [];
  const stray = heading.flatMap((text, at): Finding[] =>
    bare(text) === '' || found.headings.has(at) || bare(text) === '序号'
      ? []
      : [
          {
            sheet: name,
            row: found.line + 1,
            column: text.trim(),
            severity: 'warning',
            message: strayHeading(text, tables),
          },
        ],
  );
  return { rows: rowsOf(sheet, found), findings: stray };
}

/** The rows of all sheets that are tables, and what was not understood of the others. */
export function readTables<T extends KnownTable>(
  sheets: readonly SheetRows[],
  tables: readonly T[],
): ReadTables<T> {
  const read = sheets
    .filter(({ name }) => !OWN_SHEETS.includes(name))
    .map((sheet) => readSheet(sheet, tables));
  return { rows: read.flatMap(({ rows }) => rows), findings: read.flatMap(({ findings }) => findings) };
}
