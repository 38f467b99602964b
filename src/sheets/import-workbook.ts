/** A filled-in workbook laid over the content: what would change, and everything that is wrong with it. */
import { readBase } from './base.ts';
import { officeFinder } from './find-office.ts';
import { importOffice } from './import-office.ts';
import { ACTIONS } from './marks.ts';
import type { Finding, Imported, OfficeFiles } from './model.ts';
import { noticesIn } from './notices.ts';
import { plainId, type IdFor } from './people.ts';
import { readTables, type TableRow } from './read-tables.ts';
import { noticesTable } from './tables/notices.ts';
import { TABLES } from './tables/index.ts';
import { readBook, type SheetRows } from './workbook/read.ts';

export interface ImportSettings {
  /** `YYYY-MM-DD` in Asia/Shanghai: the date of a notice that names none. */
  readonly today: string;
  /** The city's area code, for numbers without one. */
  readonly areaCode?: string | undefined;
  /** Who publishes: the source of a notice that names none. */
  readonly publisher?: ((office: OfficeFiles) => string) | undefined;
  /** How a new person's id is made; without it people are numbered. */
  readonly idFor?: IdFor | undefined;
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
  offices: readonly OfficeFiles[],
  settings: ImportSettings,
): Promise<Imported> {
  return importSheets(await readBook(bytes), offices, settings);
}

/** The same for sheets that are read already. */
export function importSheets(
  sheets: readonly SheetRows[],
  offices: readonly OfficeFiles[],
  settings: ImportSettings,
): Imported {
  const { rows: all, findings } = readTables(sheets, [...TABLES, noticesTable]);
  const rows = all.filter(({ special }) => !ACTIONS.example.includes(special.action));
  const base = readBase(sheets);
  const find = officeFinder(offices, settings.office);
  const faults: Finding[] = [...findings];
  const byOffice = new Map<OfficeFiles, TableRow<(typeof rows)[number]['table']>[]>();
  for (const row of rows) {
    const found = find(row);
    if ('fault' in found) faults.push(found.fault);
    else byOffice.set(found.office, [...(byOffice.get(found.office) ?? []), row]);
  }
  const { idFor = plainId, areaCode } = settings;
  const imported = [...byOffice].map(([office, own]) => {
    const records = own.filter((row): row is TableRow => row.table !== noticesTable);
    const result = importOffice(office, records, { base, areaCode, idFor });
    const notices = noticesIn(
      office,
      own.filter((row) => row.table === noticesTable),
      settings,
    );
    return { office, result, notices };
  });
  return {
    offices: imported.flatMap(({ office, result: { change }, notices }) => {
      const files = [...(change?.files ?? []), ...notices.files];
      if (files.length === 0) return [];
      return [
        {
          id: office.id,
          name: change?.name ?? notices.name,
          rows: [...(change?.rows ?? []), ...notices.rows],
          files,
        },
      ];
    }),
    rows: rows.length,
    findings: sorted([
      ...faults,
      ...imported.flatMap(({ result, notices }) => [...result.findings, ...notices.findings]),
    ]),
  };
}

/** Sheet by sheet in the order in which they first occur, each from its first row on. */
function sorted(findings: readonly Finding[]): Finding[] {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  return findings.toSorted(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
  );
}
