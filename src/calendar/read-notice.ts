/** The table of a notice as spreadsheets save it. */
import { CsvError, parse } from 'csv-parse/sync';
import { noticeOf, type TableLine, type HolidayNotice } from './notice.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads the table of a notice; a list of faults in Chinese, with line numbers, in place of it. */
export function readNotice(csv: string, year: number): HolidayNotice | string[] {
  const table = parseTable(csv);
  return typeof table === 'string' ? [table] : noticeOf(table, year);
}

/** Cells between commas; between tabs or semicolons where the first line has those, as spreadsheets save them. */
function parseTable(csv: string): TableLine[] | string {
  const firstLine = csv.slice(0, csv.indexOf('\n') >>> 0);
  const delimiter = ['\t', ';', '；', ','].find((one) => firstLine.includes(one)) ?? ',';
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
  try {
    const all = parse(csv, { ...options, trim: true, delimiter }) as unknown as Parsed[];
    return all.flatMap(({ record, info }) =>
      record.some(Boolean) ? [{ line: info.lines, cells: record }] : [],
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `第 ${error['lines'] ?? '?'} 行读不下去：多半是引号没有成对`;
  }
}
