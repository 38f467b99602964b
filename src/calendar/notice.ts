/** A year's holidays as the table of a notice tells them, whoever has read it. */
import { isDate, weekday } from '../domain/dates.ts';
import { toHalfWidth } from '../domain/phones.ts';

export interface HolidayNotice {
  readonly off: { name: string; from: string; to: string }[];
  readonly work: string[];
}

/** A day as it was written, with the line it stands in. */
interface Written {
  readonly line: number;
  readonly date: string;
}

/** One row of the table, its dates read. */
interface NoticeRow {
  readonly line: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly work: readonly Written[];
}

/** The columns of the table, in any order, under these names. */
const COLUMNS = { name: '节日', from: '放假起', to: '放假止', work: '调休上班' } as const;
export const HEAD: readonly string[] = Object.values(COLUMNS);

/** A line of the table as it was read: its number and its cells. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Understands the table of a notice; a list of faults in Chinese, with line numbers, in place of it. */
export function noticeOf(table: readonly TableLine[], year: number): HolidayNotice | string[] {
  const [head, ...body] = table;
  const names = (head?.cells ?? []).map((one) => one.replace(/\s/g, ''));
  const missing = HEAD.filter((column) => !names.includes(column));
  if (missing.length)
    return [`第 1 行：缺少列 ${missing.map((one) => `“${one}”`).join('、')}；表头应为 ${HEAD.join(',')}`];
  if (body.length === 0) return ['表里只有表头，没有一行节日'];
  const faults: string[] = [];
  const rows = body.map((one) => rowOf(one, names, year, faults));
  if (faults.length === 0) faults.push(...consistencyFaults(rows, year));
  if (faults.length) return faults;
  return {
    off: rows.map(({ name, from, to }) => ({ name, from, to })),
    work: rows.flatMap(({ work }) => work.map(({ date }) => date)).sort(),
  };
}

function rowOf(
  { line, cells }: TableLine,
  names: readonly string[],
  year: number,
  faults: string[],
): NoticeRow {
  const cell = (column: string) => cells[names.indexOf(column)] ?? '';
  const day = (text: string, column: string) => {
    const read = readDay(text, year);
    if ('fault' in read) faults.push(`第 ${line} 行「${column}」：${read.fault}`);
    return 'date' in read ? read.date : '';
  };
  const name = cell(COLUMNS.name);
  if (!name) faults.push(`第 ${line} 行「${COLUMNS.name}」：没有写节日的名称`);
  const from = day(cell(COLUMNS.from), COLUMNS.from);
  // A holiday of one day may leave the second date out.
  const to = cell(COLUMNS.to) ? day(cell(COLUMNS.to), COLUMNS.to) : from;
  const work = splitDays(cell(COLUMNS.work)).map((text) => ({ line, date: day(text, COLUMNS.work) }));
  return { line, name, from, to, work };
}

const splitDays = (text: string) => text.split(/[、，,；;\s]+/).filter(Boolean);

/** A date, or what is wrong with it; the weekday in brackets, as notices print it, must be the true one. */
function readDay(text: string, year: number): { date: string } | { fault: string } {
  const date = fixDate(text, year);
  if (!isDate(date)) return { fault: `“${text}”不是日期，应写成 ${year}-01-01` };
  const told = /[（(](?:周|星期)?([一二三四五六日天])[）)]/.exec(text)?.[1]?.replace('天', '日');
  const real = '一二三四五六日'.charAt(weekday(date) - 1);
  if (told && told !== real) return { fault: `“${text}”其实是周${real}，日期或星期写错了` };
  return { date };
}

/** `2027年1月1日`, `1月1日`, `1.1` and full-width digits as `2027-01-01`; anything else as it stands. */
export function fixDate(text: string, year: number): string {
  const plain = toHalfWidth(text)
    .replace(/[（(].*$/, '')
    .trim();
  const match = /^(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?$/.exec(plain);
  if (!match) return plain;
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  return `${match[1] ?? year}-${pad(match[2])}-${pad(match[3])}`;
}

/** What cannot be true of a table whose dates can all be read, line by line. */
function consistencyFaults(rows: readonly NoticeRow[], year: number): string[] {
  return rows.flatMap((row, at) => [
    ...yearFaults(row, year),
    ...(row.to < row.from ? [`第 ${row.line} 行：放假止 ${row.to} 早于放假起 ${row.from}`] : []),
    ...rows
      .slice(0, at)
      .filter((one) => one.from <= row.to && row.from <= one.to)
      .map((one) => `第 ${row.line} 行：与第 ${one.line} 行的${one.name}放假日期重叠`),
    ...workFaults(row, rows),
  ]);
}

function yearFaults({ line, from, to, work }: NoticeRow, year: number): string[] {
  const other = [from, to, ...work.map(({ date }) => date)].filter((date) => !date.startsWith(`${year}-`));
  return [...new Set(other)].map(
    (date) => `第 ${line} 行：${date} 不在 ${year} 年；跨年的假期，属于别的年份的日子写进那一年的日历`,
  );
}

function workFaults({ line, work }: NoticeRow, rows: readonly NoticeRow[]): string[] {
  return work.flatMap(({ date }, at) => {
    const off = rows.find(({ from, to }) => from <= date && date <= to);
    const before = rows.filter((one) => one.line < line).flatMap((one) => one.work);
    const twice = [...before, ...work.slice(0, at)].some((one) => one.date === date);
    return [
      ...(off ? [`第 ${line} 行「调休上班」：${date} 同时写成${off.name}放假（第 ${off.line} 行）`] : []),
      ...(twice ? [`第 ${line} 行「调休上班」：${date} 写了两次`] : []),
    ];
  });
}
