/** Which row of a sheet is the heading of which table. */
import { bare } from './cell-text.ts';
import { ACTION, COUNTY, OFFICE, OFFICE_ID, ROW_KEY } from './marks.ts';
import type { SheetRows } from './workbook/read.ts';

export type Special = 'officeId' | 'rowKey' | 'action' | 'county' | 'office';

export const SPECIAL: Readonly<Record<Special, readonly string[]>> = {
  officeId: [OFFICE_ID, '司法所编号'],
  rowKey: [ROW_KEY],
  action: [ACTION],
  county: [COUNTY, '县区', '区县', '县市区', '所属县'],
  office: [OFFICE, '司法所名称', '所名', '单位', '单位名称', '所属司法所', '乡镇', '乡镇街道'],
};

/** Said of a column of which nobody knows what it is. */
export const UNKNOWN_COLUMN = '认不出这一列，没有导入；要导入的，填到导出的填报表里';

const SUM = /^(?:合计|总计|小计|共计|累计)/;
const REMARK = /^(?:注|备注|说明|填表|制表|审核|单位盖章|盖章|联系人|填报|日期)/;

/** Rows and columns of sums say nothing that the rest does not. */
export const isSum = (text: string): boolean => SUM.test(bare(text));

/** Rows below a list that are none of it: sums, remarks, who filled it in. */
export const isFooter = (text: string): boolean => isSum(text) || REMARK.test(bare(text));

/** The name of a sheet and what stands above its heading: tells the county, the year, the figure. */
export const titleAbove = ({ name, rows }: SheetRows): string =>
  [
    name,
    ...rows
      .slice(0, 5)
      .filter((cells) => cells.filter((text) => text.trim() !== '').length < 3)
      .flat(),
  ].join(' ');

/** Whether months or weekdays may stand side by side in a sheet. */
export const growsSideways = ({ rows }: SheetRows): boolean =>
  rows.some((cells) => cells.filter((text) => /[月周]|星期|\d[-年－]/.test(text)).length > 2);

/** Common parts of tables: columns by name, and other names of the sheet. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly also: readonly string[];
  }[];
}

/** How far down a heading may stand. */
export const LAST_HEADING = 25;

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
export function recognise<T extends KnownTable>(
  sheet: SheetRows,
  tables: readonly T[],
): Found<T> | undefined {
  const named = tables.find(({ name }) => bare(name) === bare(sheet.name));
  if (named) return findHeading(sheet, named);
  return tables
    .map((table) => findHeading(sheet, table))
    .filter((found) => found !== undefined)
    .reduce<Found<T> | undefined>((top, one) => (one.score > (top?.score ?? 0) ? one : top), undefined);
}

/** Rows below one heading: people paste tables below each other, each with a heading of its own. */
export interface Block {
  readonly line: number;
  readonly headings: Headings;
  readonly rows: readonly (readonly string[])[];
}

/** Whether a row below the heading is another heading: it calls the office by the word, or has headings alone. */
function isHeading(cells: readonly string[], headings: Headings): boolean {
  const named = [...headings.values()];
  const whole = cells.every((text, at) => text.trim() === '' || headings.has(at));
  return (
    named.filter(({ special }) => !special).length > 1 &&
    (whole || named.some(({ key, special }) => special && key === 'office'))
  );
}

/** A sheet by its headings. */
export function blocksOf<T extends KnownTable>(
  { rows }: SheetRows,
  { table, line, headings }: Found<T>,
): Block[] {
  const below = rows.slice(line + 1).flatMap((cells, at) => {
    const found = headingsIn(cells, table);
    return isHeading(cells, found) ? [{ line: line + 1 + at, headings: found }] : [];
  });
  const heads = [{ line, headings }, ...below];
  return heads.map((head, at) => ({ ...head, rows: rows.slice(head.line + 1, heads[at + 1]?.line) }));
}
