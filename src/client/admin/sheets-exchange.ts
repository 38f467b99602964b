/** The office's workbook made from what stands in the forms, and put back into them. Fetched when it is asked for. */
import './no-eval.ts';
import type { AdminData } from '../../views/admin.ts';
import { exportWorkbook } from '../../sheets/export-workbook.ts';
import { importWorkbook } from '../../sheets/import-workbook.ts';
import { findingInWords, type OfficeRecords } from '../../sheets/model.ts';
import { UnreadableBook } from '../../sheets/workbook/unreadable.ts';
import { writtenValue } from './office-files.ts';
import type { OfficeEdits } from './office-edits.ts';

/** The files of the office as the forms would write them. */
function filesOf(data: AdminData, edits: OfficeEdits): OfficeRecords {
  const county = data.counties.find(({ offices }) => offices.some(({ id }) => id === edits.office));
  const texts = [...edits.files].flatMap(([name, file]) => {
    const value = writtenValue(file);
    return value === undefined ? [] : [[name, JSON.stringify(value)] as const];
  });
  return { id: edits.office, county: county?.name ?? '', notices: [], texts: Object.fromEntries(texts) };
}

/** The bytes of the office's workbook. */
export const workbookFor = (data: AdminData, edits: OfficeEdits): Promise<Uint8Array> =>
  exportWorkbook([filesOf(data, edits)], edits.today);

interface Taken {
  /** How many rows put something into the forms. */
  readonly rows: number;
  readonly errors: readonly string[];
  readonly hints: readonly string[];
}

const refused = (error: string): Taken => ({ rows: 0, errors: [error], hints: [] });

/** What the form page has no form for here. */
const elsewhere = (edits: OfficeEdits, paths: readonly string[]): string[] => [
  ...(paths.some((path) => path.includes('/affairs/'))
    ? ['「公告」表没有放进来：公告请在“发公告”里填。']
    : []),
  ...(paths.some((path) => path.endsWith('/whereabouts.json')) && !edits.files.has('whereabouts')
    ? ['去向没有放进来：这里没有设去向的数据分支。']
    : []),
];

/** Puts a filled-in workbook into the forms; with any error nothing is put in. */
export async function takeWorkbook(data: AdminData, edits: OfficeEdits, bytes: Uint8Array): Promise<Taken> {
  const imported = await importWorkbook(bytes, [filesOf(data, edits)], {
    today: edits.today,
    areaCode: edits.areaCode,
  }).catch((error: unknown) => {
    if (error instanceof UnreadableBook) return error.message;
    throw error;
  });
  if (typeof imported === 'string') return refused(imported);
  const told = (severity: string) =>
    imported.findings.filter((one) => one.severity === severity).map(findingInWords);
  const errors = told('error');
  if (errors.length > 0) return { rows: 0, errors, hints: told('warning') };
  const [change] = imported.offices;
  for (const { path, after } of change?.files ?? []) {
    const file = [...edits.files.values()].find(({ name }) => path.endsWith(`/${name}.json`));
    if (file) file.value = JSON.parse(after) as typeof file.value;
  }
  const hints = elsewhere(edits, change?.files.map(({ path }) => path) ?? []);
  return { rows: change?.rows.length ?? 0, errors: [], hints: [...told('warning'), ...hints] };
}
