/** A filled-in workbook laid over the content: what would change, and everything that is wrong with it. */
import { readBase, type Base } from './base.ts';
import type { Table } from './columns.ts';
import { officeFinder, type FindOffice } from './find-office.ts';
import { withoutHidden } from './hidden.ts';
import { importOffice } from './import-office.ts';
import { ACTIONS } from './marks.ts';
import { leftOut } from './left-out.ts';
import { growsSideways, titleAbove } from './headings.ts';
import { isRegister } from './register/heading.ts';
import { readRegister, type Register, type RegisterChoices } from './register/read-register.ts';
import { replacedRows } from './register/replaced.ts';
import type { SheetFinding, Imported, OfficeRecords } from './model.ts';
import { noticesIn } from './notices.ts';
import { plainId, type IdFor } from './people.ts';
import { readTables, type TableRow } from './read-tables.ts';
import { noticesTable } from './tables/notices.ts';
import { TABLES } from './tables/index.ts';
import type { TurnedSheet } from './turned.ts';
import { readBook, type SheetRows } from './workbook/read.ts';

export interface ImportSettings {
  /** `YYYY-MM-DD` in Asia/Shanghai: the date of a notice that names none. */
  readonly today: string;
  /** The city's area code, for numbers without one. */
  readonly areaCode?: string | undefined;
  /** Who publishes: the source of a notice that names none. */
  readonly publisher?: ((office: OfficeRecords) => string) | undefined;
  /** How a new person's id is made; without it people are numbered. */
  readonly idFor?: IdFor | undefined;
  /** What was decided about a county's own list. */
  readonly register?: RegisterChoices | undefined;
  /** The office that rows mean which name none. */
  readonly office?: string | undefined;
}

/**
 * Reads a workbook (.xlsx, .xls, CSV) and lays it over the files of the offices. Pure but for the reading of the
 * bytes: nothing is written, and the same input gives the same result. Throws UnreadableBook for what is no
 * spreadsheet. The result is usable only when no finding is an error.
 */
export async function importWorkbook(
  bytes: Uint8Array,
  offices: readonly OfficeRecords[],
  settings: ImportSettings,
): Promise<Imported> {
  const sheets = await readBook(bytes);
  if (!sheets.some(growsSideways)) return importSheets(sheets, offices, settings);
  const { unfold } = await import('./unfold.ts');
  return importSheets(sheets, offices, settings, unfold);
}

/** Sheets that are tables of ours, and those that are a county's own list of its offices. */
function readAll(sheets: readonly SheetRows[], choices: RegisterChoices) {
  const tables = [...TABLES, noticesTable];
  const lists = new Map<SheetRows, Register>();
  for (const sheet of sheets) {
    const register = isRegister(sheet, tables) ? readRegister(sheet, choices) : undefined;
    if (register) lists.set(sheet, register);
  }
  const own = readTables(
    sheets.filter((sheet) => !lists.has(sheet)),
    tables,
  );
  const registers = [...lists.values()];
  return {
    registers,
    headed: own.headed || registers.length > 0,
    rows: [...own.rows, ...registers.flatMap(({ rows }) => rows)],
    findings: [...own.findings, ...registers.flatMap(({ findings }) => findings)],
  };
}

const NOTHING: SheetFinding = {
  sheet: '整个文件',
  severity: 'error',
  message:
    '一行也没有认出来。表头要写明是哪个司法所（司法所名称），以及各列是什么（办公地址、联系电话、办公时间……）',
};

const UNFILLED: SheetFinding = {
  sheet: '整个文件',
  severity: 'warning',
  message: '表头认出来了，下面一行也没有填',
};

type AnyRow = TableRow<Table | typeof noticesTable>;

/** Rows by the office that they mean. */
function byOffice(rows: readonly AnyRow[], find: FindOffice) {
  const grouped = new Map<OfficeRecords, AnyRow[]>();
  const matches = new Map<string, string>();
  const faults: SheetFinding[] = [];
  for (const row of rows) {
    const found = find(row);
    if ('fault' in found) {
      faults.push(found.fault);
      continue;
    }
    const own = found.copied ? { ...row, special: { ...row.special, rowKey: '' } } : row;
    grouped.set(found.office, [...(grouped.get(found.office) ?? []), own]);
    if (found.guessed) matches.set(row.special.office, found.guessed);
  }
  return { grouped, faults, matches: [...matches].map(([written, name]) => ({ written, name })) };
}

/** The rows of one office laid over its files. */
function importRows(
  office: OfficeRecords,
  rows: readonly AnyRow[],
  lists: ReadonlySet<AnyRow>,
  laying: Laying,
) {
  const { base, settings } = laying;
  const { idFor = plainId, areaCode, register } = settings;
  const records = rows.filter((row): row is TableRow => row.table !== noticesTable);
  const listed = records.filter((row) => lists.has(row));
  const replaced = replacedRows(office, listed, register?.replace === true);
  const { change, findings } = importOffice(office, [...replaced, ...records], {
    base,
    areaCode,
    idFor,
    today: settings.today,
  });
  const written = rows.filter((row) => row.table === noticesTable);
  const notices = noticesIn(office, written as Parameters<typeof noticesIn>[1], settings);
  const files = [...(change?.files ?? []), ...notices.files];
  const told = [...(change?.rows ?? []), ...notices.rows];
  const name = change?.name ?? notices.name;
  return {
    offices: files.length > 0 ? [{ id: office.id, name, rows: told, files }] : [],
    findings: [...findings, ...notices.findings],
  };
}

interface Laying {
  readonly base: Base;
  readonly settings: ImportSettings;
}

/** The same for sheets that are read already; `unfold` turns those that grow sideways. */
export function importSheets(
  given: readonly SheetRows[],
  offices: readonly OfficeRecords[],
  settings: ImportSettings,
  unfold: (sheet: SheetRows) => TurnedSheet = (sheet) => sheet,
): Imported {
  const { shown: sheets, findings: hidden } = withoutHidden(given);
  const { registers, ...read } = readAll(sheets.map(unfold), settings.register ?? {});
  const rows = read.rows.filter(({ special }) => !ACTIONS.example.includes(special.action));
  const base = readBase(sheets);
  const titles = new Map(sheets.map((sheet) => [sheet.name || '表格', titleAbove(sheet)]));
  const find = officeFinder(offices, settings.office ?? base.only, (sheet) => titles.get(sheet) ?? '');
  const { grouped, faults, matches } = byOffice(rows, find);
  const lists = new Set<AnyRow>(registers.flatMap((one) => one.rows));
  const imported = [...grouped].map(([office, own]) => importRows(office, own, lists, { base, settings }));
  const gone = offices.flatMap((office) => leftOut(office, grouped.get(office) ?? [], base, sheets));
  const own = imported.flatMap(({ findings }) => findings);
  const nothing = rows.length === 0 && !base.known ? [read.headed ? UNFILLED : NOTHING] : [];
  return {
    registers: registers.map(({ sheet, columns }) => ({ sheet, columns })),
    matches,
    offices: imported.flatMap((one) => one.offices),
    rows: new Set(rows.map(({ place }) => `${place.sheet} ${place.row}`)).size,
    findings: sorted(unique([...hidden, ...read.findings, ...nothing, ...faults, ...own, ...gone])),
  };
}

/** A row of a list becomes several of ours: what is wrong with it is said once. */
const unique = (findings: readonly SheetFinding[]): SheetFinding[] => [
  ...new Map(findings.map((one) => [`${one.sheet} ${one.row} ${one.column} ${one.message}`, one])).values(),
];

/** Sheet by sheet in the order in which they first occur, each from its first row on. */
function sorted(findings: readonly SheetFinding[]): SheetFinding[] {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  return findings.toSorted(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
  );
}
