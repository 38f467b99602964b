import { quote } from '../../domain/text.ts';
import { findingInWords } from '../../sheets/model.ts';
import type { SheetFinding, Imported, OfficeChange, RegisterRead, RowChange } from '../../sheets/model.ts';

const shown = (text: string) => (text === '' ? '（空）' : quote(text, 60));

const KINDS = { changed: '', added: '新增 ', removed: '删除 ' } as const;

function tellRow({ table, kind, name, cells }: RowChange): string[] {
  const head = `  ${table}${name || kind !== 'changed' ? `：${KINDS[kind]}${name}` : ''}`;
  const lines = cells.map(({ title, before, after }) =>
    kind === 'added'
      ? `      ${title}：${shown(after)}`
      : `      ${title}：${shown(before)} → ${shown(after)}`,
  );
  return [head, ...lines];
}

/** What changes in an office: what a reader will see, then the files. */
export const tellOffice = ({ name, rows, files }: OfficeChange): string =>
  [
    name,
    ...rows.flatMap(tellRow),
    ...files.map(({ path, before }) => `  文件：${path}${before === undefined ? '（新）' : ''}`),
  ].join('\n');

/** Everything to say about a workbook, errors marked ✗, hints marked !. */
export const tellFindings = (findings: readonly SheetFinding[]): string =>
  findings.map((one) => `  ${one.severity === 'error' ? '✗' : '!'} ${findingInWords(one)}`).join('\n');

/** Offices that a list calls otherwise, for approval. */
export const tellMatches = (matches: Imported['matches']): string =>
  ['对上的司法所，请核对：', ...matches.map(({ written, name }) => `  ${written} → ${name}`)].join('\n');

/** Where the columns of a county's own list go, and which are left out. */
export function tellRegister({ sheet, columns }: RegisterRead): string {
  const lines = columns.map(({ heading, goesTo, fits }) => {
    if (goesTo) return `  ${heading} → ${goesTo}`;
    return `  ${heading}：没有导入${fits ? `；要放进“${fits}”，加 --columns ${heading}=${fits}` : ''}`;
  });
  return [`${sheet} 按名册读，各列放到：`, ...lines].join('\n');
}
