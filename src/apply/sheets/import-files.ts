import { basename } from 'node:path';
import type { Catalogue } from '../../catalogue/types.ts';
import { slugOf } from '../../scaffold/city/slugs.ts';
import { Failure } from '../../command/command.ts';
import { bytesNamed } from '../../command/options.ts';
import { importWorkbook, type ImportSettings } from '../../sheets/import-workbook.ts';
import { FILE_NAMES, type Imported, type OfficeChange, type OfficeRecords } from '../../sheets/model.ts';
import { NOTICES_SHEET } from '../../sheets/marks.ts';
import { noticeBody } from '../../sheets/notice-text.ts';
import { pathOf } from '../../sheets/paths.ts';
import { UnreadableBook } from '../../sheets/workbook/unreadable.ts';
import type { IdFor } from '../../sheets/people.ts';

/** An id by the reading of the name, with a number where it is taken. */
const pinyinId: IdFor = (name, taken) => {
  const word = slugOf(name) || 'ren';
  let id = word;
  for (let count = 2; taken.has(id); count += 1) id = `${word}-${count}`;
  return id;
};

export const settingsFor = (catalogue: Catalogue, today: string, office?: string): ImportSettings => ({
  today,
  office,
  areaCode: catalogue.site.city.areaCode,
  idFor: pinyinId,
  publisher: ({ id }) =>
    catalogue.offices.find((one) => one.id === id)?.county.record.bureau.name ??
    catalogue.site.publisher.name,
});

async function importOne(
  file: string,
  offices: readonly OfficeRecords[],
  settings: ImportSettings,
): Promise<Imported> {
  const bytes = bytesNamed(file);
  try {
    return await importWorkbook(bytes, offices, settings);
  } catch (error) {
    if (error instanceof UnreadableBook) throw new Failure(`${file}：${error.message}`);
    throw error;
  }
}

/** The files of an office as they are after a change, for the next workbook to be laid over. */
function changed(office: OfficeRecords, changes: readonly OfficeChange[]): OfficeRecords {
  const { files = [], rows = [] } = changes.find(({ id }) => id === office.id) ?? {};
  const texts = FILE_NAMES.flatMap((name) => {
    const text = files.find(({ path }) => path === pathOf(office, name))?.after ?? office.texts[name];
    return text === undefined ? [] : [[name, text] as const];
  });
  const titles = rows.filter(({ table }) => table === NOTICES_SHEET).map(({ name }) => name);
  const added = files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, after }, at) => ({
      file: basename(path),
      title: titles[at] ?? '',
      body: noticeBody(after),
    }));
  const notices = [...office.notices, ...added];
  return { ...office, texts: Object.fromEntries(texts), notices };
}

export interface ImportedFile {
  readonly file: string;
  readonly imported: Imported;
}

/** Lays workbooks over the offices one after the other. */
export async function importFiles(
  files: readonly string[],
  offices: readonly OfficeRecords[],
  settings: ImportSettings,
): Promise<ImportedFile[]> {
  const results: ImportedFile[] = [];
  let current = offices;
  for (const file of files) {
    const imported = await importOne(file, current, settings);
    results.push({ file, imported });
    current = current.map((office) => changed(office, imported.offices));
  }
  return results;
}
