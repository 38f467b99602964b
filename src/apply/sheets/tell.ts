import { quote } from '../../domain/text.ts';
import { findingInWords, type Finding, type OfficeChange, type RowChange } from '../../sheets/model.ts';

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
export const tellFindings = (findings: readonly Finding[]): string =>
  findings.map((one) => `  ${one.severity === 'error' ? '✗' : '!'} ${findingInWords(one)}`).join('\n');
