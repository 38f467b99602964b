/** New notices from a sheet: each row becomes a Markdown file. */
import { collectIssues } from '../catalogue/issues.ts';
import { isError } from '../domain/problems.ts';
import { notice, CATEGORY_SLUGS, type NoticeCategory } from '../schemas/notice.ts';
import { issueInWords, verdictOn } from './check-cell.ts';
import { readCell } from './codecs.ts';
import { recordsOf } from './import-office.ts';
import { pathOf } from './paths.ts';
import { noticeText, noticeFile } from './notice-text.ts';
import type { FileEdition, SheetFinding, OfficeRecords, RowChange } from './model.ts';
import type { KnownTable } from './headings.ts';
import type { TableRow } from './read-tables.ts';
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
    const title = noticesTable.columns.find((one) => one.key === key)?.title ?? key;
    findings.push({ ...row.place, severity: 'error', message: `没有写「${title}」` });
  }
  if (!findings.some(isError))
    for (const issue of collectIssues(notice, front))
      findings.push({ ...row.place, severity: 'error', message: issueInWords(issue, undefined) });
  return { front, body: String(body), findings };
}

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
  const notices = [...office.notices];
  for (const row of rows) {
    const draft = draftOf(office, row, settings);
    findings.push(...draft.findings);
    const [title, published] = [String(draft.front['title']), String(draft.front['published'])];
    if (draft.findings.some(isError)) continue;
    const day = row.cells.has('published') ? published : '';
    const known = notices.find((one) => one.title === title && one.file.startsWith(day));
    if (known) {
      const message = `已经有这篇公告（${known.file}），没有再加；要改它，用填报页的“改公告”；另发一篇，写上它的发布日期`;
      findings.push({ ...row.place, severity: 'warning', message });
      continue;
    }
    const slug = CATEGORY_SLUGS[draft.front['category'] as NoticeCategory];
    const file = noticeFile(published, slug, taken);
    taken.add(file);
    notices.push({ file, title });
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
