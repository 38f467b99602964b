/** Workbooks in: with its neighbour `write.ts` the only place that knows the spreadsheet library. */
import { parseCsv } from 'hucre/csv';
import { readOds } from 'hucre/ods';
import { readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import { cellText, percentText, showsPercent, UNCALCULATED } from '../cell-text.ts';
import { fillMerge, type CellPlace } from './merges.ts';

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

/** A file that is no spreadsheet; the message says what to do. */
export class UnreadableBook extends Error {}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const startsWith = (bytes: Uint8Array, head: readonly number[]) =>
  head.every((byte, at) => bytes[at] === byte);

const NO_TABLE = '读不懂这个文件：不是表格，或者编码不认得。请用 .xlsx、.xls、.ods，或另存为“CSV UTF-8”。';

const BROKEN = '打不开这个表格：可能已损坏。请在 WPS 或 Excel 里打开，另存为 .xlsx 再试。';

const LOCKED =
  '这个表格加了密码，读不了。请用密码打开它，把密码清空再保存：Excel 在“文件—信息—保护工作簿—用密码进行加密”，WPS 在“文件—文档加密—密码加密”，LibreOffice 另存为时不勾“用密码保存”。';

const A_PAGE = '这个文件名字像表格，里面是网页。请用 WPS 或 Excel 打开，另存为 .xlsx 再试。';

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
  /** Whether the file is encrypted: it opens with a password only. */
  readonly locked?: boolean;
}

/** How a file is opened; what only some need comes when there is such a file. */
async function openerOf(bytes: Uint8Array): Promise<() => Opened> {
  if (startsWith(bytes, OLE)) {
    const { sheetsInXls } = await import('./xls.ts');
    return () => ({ read: readXls, bytes, ...sheetsInXls(bytes) });
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
  if (!startsWith(given, ZIP) && !startsWith(given, OLE)) return [readCsv(given)];
  const open = await openerOf(given);
  try {
    const { read, bytes, sheets = [], locked } = open();
    if (locked) throw new UnreadableBook(LOCKED);
    const book = await read(bytes, { maxRows: MAX_EMPTY_ROWS, readStyles: true });
    return book.sheets.map((sheet, at) => rowsOf(sheet, sheets[at]));
  } catch (error) {
    throw error instanceof UnreadableBook ? error : new UnreadableBook(BROKEN);
  }
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new UnreadableBook(NO_TABLE);
}

function readCsv(bytes: Uint8Array): SheetRows {
  const text = decode(bytes);
  if (/[\u0000-\u0008]/.test(text)) throw new UnreadableBook(NO_TABLE);
  // What many systems hand out as .xls.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)/i.test(text)) throw new UnreadableBook(A_PAGE);
  const first = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = ['\t', ',', ';'].find((one) => first.includes(one)) ?? ',';
  return { name: '', rows: parseCsv(text, { delimiter }).map((row) => row.map(cellText)) };
}
