/** What spreadsheets and records have in common: offices, rows, places in a workbook, findings. */
import type { Path } from '../schemas/walk.ts';

/** The JSON files of an office that a workbook carries. */
export const FILE_NAMES = ['office', 'staff', 'statistics', 'whereabouts'] as const;
export type FileName = (typeof FILE_NAMES)[number];

/** A row of a table, or a record, as plain JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** The records of one office by the names of their files; what does not exist is absent. */
export type Records = Readonly<Partial<Record<FileName, Fields>>>;

/** A notice that an office has published already. */
interface NoticeName {
  /** The file's name, `2026-11-22-peixun.md`. */
  readonly file: string;
  readonly title: string;
  /** Its text, where that can be told. */
  readonly body?: string | undefined;
}

/** One office as its files stand now. */
export interface OfficeRecords {
  /** `qianwei/luocheng`. */
  readonly id: string;
  /** The county's name. */
  readonly county: string;
  readonly texts: Readonly<Partial<Record<FileName, string>>>;
  readonly notices: readonly NoticeName[];
}

/** What the words in a cell may refer to. */
export interface Context {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The area code of the city's telephones, `0833`. */
  readonly areaCode?: string | undefined;
}

/** A place in a workbook as a person finds it: rows count from 1. */
export interface SheetPlace {
  readonly sheet: string;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
}

/** Something to tell about a place; an error keeps everything from being written. */
export interface SheetFinding extends SheetPlace {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A finding as it is told: `人员 第 7 行「办公电话」：…`. */
export function findingInWords({ sheet, row, column, message }: SheetFinding): string {
  const where = [sheet, row === undefined ? '' : `第 ${row} 行`].filter(Boolean).join(' ');
  return `${where}${column ? `「${column}」` : ''}：${message}`;
}

/** What changes in one row: its name and, for each column, before and after as they stand in cells. */
export interface RowChange {
  readonly table: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** What the row is called: 示例甲, 2026-10. */
  readonly name: string;
  readonly cells: readonly { readonly title: string; readonly before: string; readonly after: string }[];
}

/** One file as it is to be: `before` is absent for a new file. */
export interface FileEdition {
  /** Below the content folder. */
  readonly path: string;
  readonly before?: string | undefined;
  readonly after: string;
}

export interface OfficeChange {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly RowChange[];
  readonly files: readonly FileEdition[];
}

/** How a county's own list was understood: to be approved before anything is written. */
export interface RegisterRead {
  readonly sheet: string;
  readonly columns: readonly {
    readonly heading: string;
    /** Undefined where the column is left out. */
    readonly goesTo: string | undefined;
    /** Where its heading says it would fit. */
    readonly fits: string | undefined;
  }[];
}

export interface Imported {
  readonly registers: readonly RegisterRead[];
  /** Offices that rows call otherwise than the site does. */
  readonly matches: readonly { readonly written: string; readonly name: string }[];
  /** Only offices of which something changes. */
  readonly offices: readonly OfficeChange[];
  /** Rows that were understood. */
  readonly rows: number;
  readonly findings: readonly SheetFinding[];
}

/** The record with a value at a path, parents made where they are missing; `undefined` takes the value out. */
export function withValue(record: Fields, path: Path, value: unknown): Fields {
  const [key, ...rest] = path;
  if (key === undefined) return record;
  const name = String(key);
  const inner = record[name];
  const next = rest.length === 0 ? value : withValue((inner ?? {}) as Fields, rest, value);
  const emptied =
    value === undefined &&
    rest.length > 0 &&
    (inner === undefined || Object.keys(next as object).length === 0);
  const { [name]: _, ...others } = record;
  return next === undefined || emptied ? others : { ...record, [name]: next };
}
