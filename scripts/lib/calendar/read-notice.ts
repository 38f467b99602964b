import { parse } from 'csv-parse/sync';
import { isDate } from '../../../src/domain/dates.ts';
import { toHalfWidth } from '../../../src/domain/phones.ts';

export interface Notice {
  readonly off: { name: string; from: string; to: string }[];
  readonly work: string[];
}

/** The columns of the table, in any order, under these names. */
const COLUMNS = { name: '节日', from: '放假起', to: '放假止', work: '调休上班' } as const;

type Row = Readonly<Record<string, string>>;

/** Reads the table of a notice; a list of faults in Chinese, with line numbers, in place of it. */
export function readNotice(csv: string, year: number): Notice | string[] {
  const rows: Row[] = parse(csv, {
    bom: true,
    columns: (head: string[]) => head.map((one) => one.trim()),
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
  });
  const missing = Object.values(COLUMNS).filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length)
    return [
      `第 1 行：缺少列 ${missing.map((one) => `“${one}”`).join('、')}；表头应为 ${Object.values(COLUMNS).join(',')}`,
    ];
  const faults: string[] = [];
  const day = (text: string, line: number, column: string) => {
    const date = mendDate(text, year);
    if (!isDate(date)) faults.push(`第 ${line} 行「${column}」：“${text}”不是日期，应写成 ${year}-01-01`);
    return date;
  };
  const off = rows.map((row, at) => ({
    name: row[COLUMNS.name] ?? '',
    from: day(row[COLUMNS.from] ?? '', at + 2, COLUMNS.from),
    to: day(row[COLUMNS.to] ?? '', at + 2, COLUMNS.to),
  }));
  const work = rows.flatMap((row, at) =>
    splitDays(row[COLUMNS.work] ?? '').map((text) => day(text, at + 2, COLUMNS.work)),
  );
  return faults.length ? faults : { off, work: work.sort() };
}

const splitDays = (text: string) => text.split(/[、，,；;\s]+/).filter(Boolean);

/** `2027年1月1日`, `1月1日`, `1.1` and full-width digits as `2027-01-01`; anything else as it stands. */
export function mendDate(text: string, year: number): string {
  const plain = toHalfWidth(text)
    .replace(/[（(].*$/, '')
    .trim();
  const match = /^(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?$/.exec(plain);
  if (!match) return plain;
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  return `${match[1] ?? year}-${pad(match[2])}-${pad(match[3])}`;
}
