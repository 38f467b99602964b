/** The register of published changes: what went out when, and who answered for it. From git, kept outside the site. */
import { dateInShanghai, isDate } from '../../domain/dates.ts';
import { missingSignOffs, signOffsIn, type SignOff } from '../../domain/sign-off.ts';
import { csv } from '../../exports/csv.ts';
import { commitOf, gitText } from '../../command/git.ts';
import { topOf } from '../../gate/privacy/repository.ts';

export interface SignoffRow {
  readonly commit: string;
  /** When it was merged, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly on: string;
  readonly title: string;
  /** The files of the content, from the content folder. */
  readonly files: readonly string[];
  /** The offices whose own files changed. */
  readonly offices: readonly string[];
  readonly signOffs: readonly SignOff[];
  readonly missing: readonly string[];
}

const FORMAT = '%x1e%H%x1f%cI%x1f%B%x1d';

/** One row for every change of the content on this branch, newest first; what a merge brings is one change. */
export function registerOf(content: string, since: string | undefined): SignoffRow[] {
  const top = topOf(content);
  const prefix = gitText(content, 'rev-parse', '--show-prefix') ?? '';
  const range =
    since === undefined
      ? ['HEAD']
      : isDate(since)
        ? [`--since=${since}T00:00:00+08:00`, 'HEAD']
        : [`${commitOf(top, since)}..HEAD`];
  const log = gitText(
    top,
    '-c',
    'core.quotepath=false',
    'log',
    '--first-parent',
    '-m',
    '--name-only',
    `--format=${FORMAT}`,
    ...range,
    '--',
    prefix || '.',
  );
  return (log ?? '').split('\u001e').flatMap((record) => rowOf(record, prefix) ?? []);
}

function rowOf(record: string, prefix: string): SignoffRow | undefined {
  const [head = '', tail = ''] = record.split('\u001d');
  const [commit = '', when = '', message = ''] = head.split('\u001f');
  if (!commit) return undefined;
  const files = tail
    .split('\n')
    .filter((file) => file.startsWith(prefix) && file !== '')
    .map((file) => file.slice(prefix.length));
  const offices = files.flatMap((file) => /^offices\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? []);
  const signOffs = signOffsIn(message);
  return {
    commit,
    on: dateInShanghai(new Date(when)),
    title: message.split('\n')[0] ?? '',
    files,
    offices: [...new Set(offices)].sort(),
    signOffs,
    missing: missingSignOffs(signOffs),
  };
}

const said = ({ signOffs, on }: SignoffRow, kind: SignOff['kind']) => {
  const own = signOffs.filter((one) => one.kind === kind);
  return [own.map(({ by }) => by).join('、'), own.map((one) => one.on ?? on).join('、')];
};

const HEADER = [
  '提交',
  '合并日期',
  '标题',
  '涉及司法所',
  '文件数',
  '保密审查',
  '保密审查日期',
  '发布审核',
  '发布审核日期',
  '缺少',
];

/** The register as a table for Excel. */
export const registerAsCsv = (rows: readonly SignoffRow[]): string =>
  csv(
    HEADER,
    rows.map((row) => [
      row.commit.slice(0, 12),
      row.on,
      row.title,
      row.offices.join('、'),
      String(row.files.length),
      ...said(row, 'secrecy'),
      ...said(row, 'release'),
      row.missing.join('、'),
    ]),
  );
