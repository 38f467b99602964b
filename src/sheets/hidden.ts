/** What whoever filled in the workbook did not see: hidden sheets (last year's people are in them), rows and columns; texts below merged cells. */
import { bare, columnLetter } from './cell-text.ts';
import { LAST_HEADING, SPECIAL } from './headings.ts';
import { ACTION, ACTIONS, OWN_SHEETS } from './marks.ts';
import type { SheetFinding } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

const NONE: ReadonlySet<number> = new Set();
const isFilled = (text: string) => text.trim() !== '';

const isOwn = ({ name }: SheetRows) => OWN_SHEETS.includes(name);
const isHidden = (sheet: SheetRows) => sheet.hidden === true && sheet.rows.length > 0 && !isOwn(sheet);

/** Columns that say which row is meant are for nobody to read, and our own workbooks hide some of them. */
function saysWhich({ rows }: SheetRows, column: number): boolean {
  const names = Object.values(SPECIAL).flat();
  return rows.slice(0, LAST_HEADING).some((cells) => names.includes(bare(cells[column] ?? '')));
}

/** Our own examples are not read, seen or not. */
function exampleIn({ rows }: SheetRows): (cells: readonly string[]) => boolean {
  const heading = rows.slice(0, LAST_HEADING).find((cells) => cells.some((text) => bare(text) === ACTION));
  const at = heading?.findIndex((text) => bare(text) === ACTION) ?? -1;
  return (cells) => ACTIONS.example.includes((cells[at] ?? '').trim());
}

/** The rows and columns of a sheet, counted from 0, that are hidden although something is written in them. */
function unseenIn(sheet: SheetRows) {
  const { rows, hiddenRows = NONE, hiddenColumns = NONE } = sheet;
  if (isOwn(sheet)) return { rows: [], columns: [] };
  const isExample = exampleIn(sheet);
  const isIn = (column: number) => rows.some((cells) => isFilled(cells[column] ?? ''));
  return {
    rows: [...rows.entries()].flatMap(([at, cells]) =>
      hiddenRows.has(at) && cells.some(isFilled) && !isExample(cells) ? [at] : [],
    ),
    columns: [...hiddenColumns].filter((at) => isIn(at) && !saysWhich(sheet, at)),
  };
}

/** 3、5 至 9 of 3, 5, 6, 7, 8, 9. */
function spans(numbers: readonly number[]): string {
  const all = new Set(numbers);
  const ends = numbers.filter((one) => !all.has(one + 1));
  const starts = numbers.filter((one) => !all.has(one - 1));
  return starts.map((one, at) => (one === ends[at] ? one : `${one} 至 ${ends[at]}`)).join('、');
}

/** What is told of a sheet that is hidden, or of its rows, columns and cells that are. */
function told(sheet: SheetRows, { rows, columns }: ReturnType<typeof unseenIn>): SheetFinding[] {
  const at = { sheet: sheet.name, severity: 'warning' } as const;
  if (isHidden(sheet)) return [{ ...at, message: '这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏' }];
  const lines = spans(rows.map((row) => row + 1));
  const letters = columns.map(columnLetter).join('、');
  const buried = (sheet.buried ?? []).map(({ row, column }) => ({
    ...at,
    row: row + 1,
    column: `${columnLetter(column)} 列`,
    message: '这一格合并在别的格子里，下面压着的字看不见，没有导入；要导入，先取消合并',
  }));
  const hidden = [
    ...(letters ? [`${letters} 列是隐藏的，没有导入；要导入，先在表格里取消隐藏`] : []),
    ...(lines ? [`第 ${lines} 行是隐藏的或者筛掉了，没有导入；要导入，先在表格里取消隐藏、清除筛选`] : []),
  ];
  return [...hidden.map((message) => ({ ...at, message })), ...buried];
}

/** A sheet as it is seen: without what stands in its hidden rows and columns, all else in its place. */
export interface SeenSheet extends SheetRows {
  /** The rows that are hidden. */
  readonly unseen: SheetRows['rows'];
}

function asSeen(sheet: SheetRows, { rows, columns }: ReturnType<typeof unseenIn>): SeenSheet {
  const [isRow, isColumn] = [new Set(rows), new Set(columns)];
  const seen = sheet.rows.map((cells, row) =>
    isRow.has(row) ? [] : cells.map((text, column) => (isColumn.has(column) ? '' : text)),
  );
  return { ...sheet, rows: seen, unseen: sheet.rows.filter((_, row) => isRow.has(row)) };
}

/** The sheets that are seen, and what of all of them is not read. */
export function withoutHidden(sheets: readonly SheetRows[]) {
  const all = sheets.map((sheet) => ({ sheet, unseen: unseenIn(sheet) }));
  return {
    shown: all.flatMap(({ sheet, unseen }) => (isHidden(sheet) ? [] : [asSeen(sheet, unseen)])),
    findings: all.flatMap(({ sheet, unseen }) => told(sheet, unseen)),
  };
}
