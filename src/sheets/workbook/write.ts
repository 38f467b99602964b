/** Workbooks out: with its neighbours `read.ts` and `csv.ts` the only place that knows the spreadsheet library. */
import { writeXlsx, type Cell, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { columnLetter } from '../cell-text.ts';

/** A column to be written. */
export interface ColumnOut {
  readonly heading: string;
  readonly width: number;
  readonly hidden?: boolean;
  /** Shown when the mouse rests on the heading, and when a cell is chosen. */
  readonly note?: string;
  readonly choices?: readonly string[];
}

/** A sheet to be written: a title, the headings, then rows; all cells are text. */
export interface SheetOut {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ColumnOut[];
  readonly rows: readonly (readonly string[])[];
  /** How many of the first rows are examples. */
  readonly examples: number;
  /** How many columns stay in sight when one scrolls sideways. */
  readonly frozen: number;
  /** Rows left open for new entries. */
  readonly spare: number;
}

export interface BookOut {
  readonly sheets: readonly SheetOut[];
  /** The page of explanations that comes first. */
  readonly intro: { readonly name: string; readonly lines: readonly string[] };
  /** A sheet that nobody sees. */
  readonly hidden: { readonly name: string; readonly rows: readonly (readonly string[])[] };
}

/** Excel reads `_x0041_` as a character; the same words meant as they stand must be written so. */
const escape = (text: string) => text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');

const TEXT = '@';
const LONGEST_INLINE_LIST = 255;
const LONGEST_PROMPT = 250;
const LAST_ROW = 2000;
const HEADING_ROW = 1;

const HEADING = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE9F5' } },
  alignment: { wrapText: true, vertical: 'center' },
  numFmt: TEXT,
} as const;
const EXAMPLE = {
  font: { italic: true, color: { rgb: '6B6B6B' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  alignment: { wrapText: true, vertical: 'top' },
  numFmt: TEXT,
} as const;
const PLAIN = { alignment: { wrapText: true, vertical: 'top' }, numFmt: TEXT } as const;

/** A dropdown with a hint; a list too long for the cell itself stands on the hidden sheet of lists. */
function validationOf(column: ColumnOut, at: number, lists: Map<string, string>): DataValidation | undefined {
  const range = `${columnLetter(at)}${HEADING_ROW + 2}:${columnLetter(at)}${LAST_ROW}`;
  const hint = column.note
    ? {
        showInputMessage: true,
        inputTitle: column.heading.slice(0, 30),
        inputMessage: column.note.slice(0, LONGEST_PROMPT),
      }
    : {};
  const { choices = [] } = column;
  if (choices.length === 0 && !column.note) return undefined;
  if (choices.length === 0) return { type: 'custom', formula1: 'TRUE', allowBlank: true, range, ...hint };
  const joined = choices.join(',');
  const inline = joined.length <= LONGEST_INLINE_LIST && choices.every((one) => !/[,"]/.test(one));
  return {
    type: 'list',
    ...(inline ? { values: [...choices] } : { formula1: listRange(choices, lists) }),
    allowBlank: true,
    range,
    // A list is a help, not a gate: words that mean the same are understood when the table is read.
    showErrorMessage: false,
    ...hint,
  };
}

const LISTS = '选项';

function listRange(choices: readonly string[], lists: Map<string, string>): string {
  const key = choices.join('\n');
  const column = lists.get(key) ?? columnLetter(lists.size);
  lists.set(key, column);
  return `${LISTS}!$${column}$1:$${column}$${choices.length}`;
}

function sheetOf(sheet: SheetOut, lists: Map<string, string>): WriteSheet {
  const blank = sheet.columns.map(() => '');
  const body = [...sheet.rows, ...Array.from({ length: sheet.spare }, () => blank)];
  const cells = new Map<string, Partial<Cell>>();
  cells.set('0,0', {
    value: sheet.title,
    type: 'string',
    style: { font: { bold: true, size: 14 }, alignment: { vertical: 'center' } },
  });
  sheet.columns.forEach(({ heading, note }, at) =>
    cells.set(`${HEADING_ROW},${at}`, {
      value: heading,
      type: 'string',
      style: HEADING,
      ...(note && { comment: { author: '填表说明', text: note } }),
    }),
  );
  const firstShown = Math.max(
    0,
    sheet.columns.findIndex(({ hidden }) => !hidden),
  );
  if (firstShown > 0) {
    const title = cells.get('0,0');
    cells.delete('0,0');
    if (title) cells.set(`0,${firstShown}`, title);
  }
  body.forEach((row, line) =>
    row.forEach((text, at) =>
      cells.set(`${HEADING_ROW + 1 + line},${at}`, {
        ...(text === '' ? { value: null, type: 'empty' } : { value: escape(text), type: 'string' }),
        style: line < sheet.examples ? EXAMPLE : PLAIN,
      }),
    ),
  );
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, hidden }) => ({ width, ...(hidden && { hidden }) })),
    rows: [[], ...Array.from({ length: body.length + 1 }, () => blank.map(() => null))],
    cells,
    freezePane: { rows: HEADING_ROW + 1, columns: sheet.frozen },
    rowDefs: new Map([
      [0, { height: 28 }],
      [HEADING_ROW, { height: 34 }],
    ]),
    dataValidations: sheet.columns.flatMap((column, at) => validationOf(column, at, lists) ?? []),
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The bytes of a workbook (.xlsx). */
export async function writeBook({ sheets, intro, hidden }: BookOut): Promise<Uint8Array> {
  const lists = new Map<string, string>();
  const tables = sheets.map((sheet) => sheetOf(sheet, lists));
  const columns = [...lists.keys()].map((key) => key.split('\n'));
  const longest = Math.max(0, ...columns.map((list) => list.length));
  const listRows = Array.from({ length: longest }, (_, line) => columns.map((list) => list[line] ?? null));
  return writeXlsx({
    sheets: [
      {
        name: intro.name,
        columns: [{ width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } }],
        rows: intro.lines.map((line) => [escape(line)]),
      },
      ...tables,
      ...(listRows.length > 0 ? [{ name: LISTS, veryHidden: true, rows: listRows }] : []),
      { name: hidden.name, veryHidden: true, rows: hidden.rows.map((row) => row.map(escape)) },
    ],
  });
}
