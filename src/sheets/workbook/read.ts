/** Workbooks in: with its neighbours `csv.ts` and `write.ts` the only place that knows the spreadsheet library. */
import { readOds } from 'hucre/ods';
import { readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import { cellText, percentText, showsPercent, UNCALCULATED } from '../cell-text.ts';
import { fillMerge, type CellPlace } from './merges.ts';
import { UnreadableBook } from './unreadable.ts';

/** A sheet as read: every cell as text, merged cells filled, rows as they are counted in the file. */
export interface SheetRows {
  /** Empty for CSV, which has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Whoever filled in the workbook did not see it. */
  readonly hidden?: boolean;
  /** Rows and columns that are hidden, or filtered away, counted from 0. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Cells below a merged one in which something else stands. */
  readonly buried?: readonly CellPlace[];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const startsWith = (bytes: Uint8Array, head: readonly number[]) =>
  head.every((byte, at) => bytes[at] === byte);

const BROKEN = '打不开这个表格：可能已损坏。请在 WPS 或 Excel 里打开，另存为 .xlsx 再试。';

/** Far more than any office fills in; a larger file is not what it seems. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 5000;
/** A filled-in workbook is smaller, unless it has pictures or goes on below what is written. */
const LARGE = 256 * 1024;
/** Sheets often end in rows by the ten thousand that have frames and nothing in them. */
const MAX_EMPTY_ROWS = 200_000;

/**
 * Reads a workbook (.xlsx, .xls, .ods) or CSV (UTF-8, GB18030, UTF-16), told by its first bytes, not by its name.
 * Throws UnreadableBook.
 */
export async function readBook(bytes: Uint8Array): Promise<SheetRows[]> {
  if (bytes.length > MAX_BYTES) throw new UnreadableBook('文件超过 20 MB，不像是填报用的表格。');
  return (await readSheets(bytes)).map((sheet) => {
    const rows = sheet.rows.slice(0, 1 + sheet.rows.findLastIndex(isFilled));
    if (rows.length < MAX_ROWS && sheet.rows.length < MAX_EMPTY_ROWS) return { ...sheet, rows };
    throw new UnreadableBook(
      `“${sheet.name || '表格'}”超过 ${MAX_ROWS} 行，不像是填报用的表格。下面有很多空行的，选中它们删除，保存后再试。`,
    );
  });
}

const isFilled = (row: readonly string[]) => row.some((text) => text.trim() !== '');

/** The first part of an OpenDocument file says what it is, uncompressed. */
const isOds = (bytes: Uint8Array) =>
  new TextDecoder().decode(bytes.subarray(0, 120)).includes('opendocument.spreadsheet');

/** What the library does not tell of a sheet. */
interface Seen extends Pick<SheetRows, 'hiddenRows' | 'hiddenColumns'> {
  readonly hidden: boolean;
  /** Cells that show a number as so many of a hundred, as `row,column`. */
  readonly percent?: ReadonlySet<string>;
}

interface Opened {
  readonly read: typeof readXlsx;
  readonly bytes: Uint8Array;
  readonly sheets?: readonly Seen[];
}

/** How a file is opened; what only some need comes when there is such a file. */
async function openerOf(bytes: Uint8Array): Promise<() => Opened> {
  if (startsWith(bytes, OLE)) {
    const { sheetsInXls } = await import('./xls.ts');
    return () => ({ read: readXls, bytes, sheets: sheetsInXls(bytes) });
  }
  if (!isOds(bytes)) {
    if (bytes.length < LARGE) return () => ({ read: readXlsx, bytes });
    const { withoutFrames } = await import('./framed.ts');
    return () => ({ read: readXlsx, bytes: withoutFrames(bytes) });
  }
  const { openOds } = await import('./ods.ts');
  return () => ({ read: readOds, ...openOds(bytes) });
}

/** The cells of a sheet as text. */
function textsOf({ rows, cells }: Sheet, percent?: ReadonlySet<string>): string[][] {
  // An old workbook leaves out rows with nothing in them.
  return Array.from(rows, (row = [], line) =>
    row.map((value, at) => {
      const place = `${line},${at}`;
      const cell = cells?.get(place);
      const isShare = percent?.has(place) === true || showsPercent(cell?.style?.numFmt);
      if (cell?.formula !== undefined && value === null) return UNCALCULATED;
      return isShare && typeof value === 'number' ? percentText(value) : cellText(value);
    }),
  );
}

/** The rows or columns that the library tells are hidden. */
const hiddenOf = (told: Iterable<readonly [number, { readonly hidden?: boolean }]> = []) =>
  new Set([...told].flatMap(([at, { hidden }]) => (hidden ? [at] : [])));

/** A sheet as the library read it, and what it does not tell. */
function rowsOf(sheet: Sheet, seen: Seen | undefined): SheetRows {
  const rows = textsOf(sheet, seen?.percent);
  const { hiddenRows = hiddenOf(sheet.rowDefs), hiddenColumns = hiddenOf(sheet.columns?.entries()) } =
    seen ?? {};
  const buried = (sheet.merges ?? []).flatMap((merge) => fillMerge(rows, merge, hiddenColumns));
  const hidden = seen?.hidden === true || sheet.hidden === true || sheet.veryHidden === true;
  return { name: sheet.name, rows, hidden, hiddenRows, hiddenColumns, buried };
}

async function readSheets(given: Uint8Array): Promise<SheetRows[]> {
  if (!startsWith(given, ZIP) && !startsWith(given, OLE)) {
    const { readCsv } = await import('./csv.ts');
    return [readCsv(given)];
  }
  const open = await openerOf(given);
  try {
    const { read, bytes, sheets = [] } = open();
    const book = await read(bytes, { maxRows: MAX_EMPTY_ROWS, readStyles: true });
    return book.sheets.map((sheet, at) => rowsOf(sheet, sheets[at]));
  } catch (error) {
    throw error instanceof UnreadableBook ? error : new UnreadableBook(BROKEN);
  }
}
