/** New notices from a sheet: each row becomes a Markdown file. */
import { collectIssues } from '../catalogue/issues.ts';
import { isError } from '../domain/problems.ts';
import { notice, CATEGORY_SLUGS, type NoticeCategory } from '../schemas/notice.ts';
import { issueInWords, notWritten, verdictOn } from './check-cell.ts';
import { readCell } from './codecs.ts';
import { recordsOf } from './import-office.ts';
import { pathOf } from './paths.ts';
import { noticeText, noticeFile } from './notice-text.ts';
import type { FileEdition, SheetFinding, SheetPlace, OfficeRecords, RowChange } from './model.ts';
import type { KnownTable } from './headings.ts';
import { cellPlace, type TableRow } from './read-tables.ts';
import { noticesTable } from './tables/notices.ts';

interface NoticeSettings {
  readonly today: string;
  readonly publisher?: ((office: OfficeRecords) => string) | undefined;
}

interface NewNotices {
  readonly name: string;
  readonly files: readonly FileEdition[];
  readonly rows: readonly RowChange[];
  readonly findings: readonly SheetFinding[];
}

interface Draft {
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly findings: readonly SheetFinding[];
}

const CONTEXT = { people: [] };

/** Where a row says what a rule over several columns is about. */
function placeIn(row: TableRow<KnownTable>, [key]: readonly PropertyKey[]): SheetPlace {
  const column = noticesTable.columns.find((one) => one.key === key);
  return column ? cellPlace(row, column) : row.place;
}

function draftOf(office: OfficeRecords, row: TableRow<KnownTable>, settings: NoticeSettings): Draft {
  const findings: SheetFinding[] = [];
  const values: Record<string, unknown> = {
    published: settings.today,
    source: settings.publisher?.(office) ?? `${office.county}司法局`,
  };
  for (const column of noticesTable.columns) {
    const cell = row.cells.get(column.key);
    if (!cell) continue;
    const value = readCell(column.codec, cell.text, CONTEXT);
    const told = verdictOn(column, value, cell.text, CONTEXT);
    if (told) findings.push({ ...row.place, column: cell.column, ...told });
    else values[column.key] = value;
  }
  const { body = '', ...front } = values;
  const missing = ['title', 'category', 'body'].filter((key) => !row.cells.has(key));
  for (const key of missing) {
    const column = noticesTable.columns.find((one) => one.key === key);
    if (column) findings.push({ ...row.place, severity: 'error', message: notWritten(column, CONTEXT) });
  }
  if (!findings.some(isError))
    for (const issue of collectIssues(notice, front)) {
      const remedy = issue.code === 'custom' ? '：写同一天或以后' : '';
      const message = `${issueInWords(issue, undefined)}${remedy}`;
      findings.push({ ...placeIn(row, issue.path), severity: 'error', message });
    }
  return { front, body: String(body), findings };
}

const isSame = (one: string, other: string) => one.replace(/\s/g, '') === other.replace(/\s/g, '');

const CHANGE_IT = '要改它，用填报页的“改公告”';

const alreadyThere = (file: string) => ({
  severity: 'warning' as const,
  message: `已经有这篇公告（${file}），没有再加；${CHANGE_IT}；另发一篇，写上它的发布日期`,
});

/** Said of a notice that would be taken for another one, were it passed over. */
function namesake({ file, row }: Known, day: string) {
  const where = row === undefined ? `已经有同名的公告（${file}）` : `和第 ${row} 行的公告同名`;
  const other = day ? '标题写得不同，例如加上事由' : '写上它的发布日期';
  const message = `${where}，正文不一样；是另一篇，${other}；就是那一篇，删掉这一行，${CHANGE_IT}`;
  return { severity: 'error' as const, message };
}

/** A notice that is there, or that an earlier row of the sheet brings. */
type Known = OfficeRecords['notices'][number] & { readonly row?: number | undefined };

/** The files of the notices that rows bring; one of the same title is there already, but for that of another day. */
export function noticesIn(
  office: OfficeRecords,
  rows: readonly TableRow<KnownTable>[],
  settings: NoticeSettings,
): NewNotices {
  const folder = `${pathOf(office, 'office').replace(/office\.json$/, '')}affairs`;
  const taken = new Set(office.notices.map(({ file }) => file));
  const files: FileEdition[] = [];
  const told: RowChange[] = [];
  const findings: SheetFinding[] = [];
  const notices: Known[] = [...office.notices];
  for (const row of rows) {
    const draft = draftOf(office, row, settings);
    findings.push(...draft.findings);
    const [title, published] = [String(draft.front['title']), String(draft.front['published'])];
    if (draft.findings.some(isError)) continue;
    const day = row.cells.has('published') ? published : '';
    const namesakes = notices.filter((one) => one.title === title && one.file.startsWith(day));
    const [known] = namesakes;
    if (known) {
      const same = namesakes.find(({ body }) => body === undefined || isSame(body, draft.body));
      findings.push({ ...row.place, ...(same ? alreadyThere(same.file) : namesake(known, day)) });
      continue;
    }
    const slug = CATEGORY_SLUGS[draft.front['category'] as NoticeCategory];
    const file = noticeFile(published, slug, taken);
    taken.add(file);
    notices.push({ file, title, body: draft.body, row: row.place.row });
    files.push({ path: `${folder}/${file}`, after: noticeText(draft.front, draft.body) });
    told.push({
      table: noticesTable.name,
      kind: 'added',
      name: title,
      cells: [{ title: '发布日期', before: '', after: published }],
    });
  }
  return { name: String(recordsOf(office).office?.['name'] ?? office.id), files, rows: told, findings };
}
