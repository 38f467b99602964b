import type { NoticeRow } from './notice.ts';

/** What cannot be true of a table whose dates can all be read, line by line. */
export function consistencyFaults(rows: readonly NoticeRow[], year: number): string[] {
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
