import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../command/command.ts';
import { readGeoJson } from './read-geojson.ts';
import { columnOf, errorAt, rowOf, type PlaceColumn, type RowFinding, type PlaceRow } from './rows.ts';

interface List {
  readonly encoding: string;
  readonly rows: readonly PlaceRow[];
  readonly findings: readonly RowFinding[];
}

const decoded = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-8 with or without a mark, what a Chinese Excel saves (GB18030), or UTF-16 with a mark. */
export function decodeList(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    const text = decoded(encoding, bytes);
    if (text !== undefined) return { text, encoding: encoding.toUpperCase() };
  }
  throw new Failure('读不懂这个文件的编码。请在表格软件里另存为“CSV UTF-8”。');
}

/** Reads a list of places; its format is told by its first character, not by its name. */
export function readList(bytes: Uint8Array): List {
  const { text, encoding } = decodeList(bytes);
  const read = /^\s*\{/.test(text) ? readGeoJson(text) : readCsv(text);
  return { encoding, ...read };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCsv(text: string): Parsed[] {
  const firstLine = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = ['\t', ';', ','].find((one) => firstLine.includes(one)) ?? ',';
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter };
  try {
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(`表格第 ${error['lines'] ?? '?'} 行读不下去：多半是引号没有成对。`);
  }
}

/** A table whose first line names the columns. */
function readCsv(text: string): Pick<List, 'rows' | 'findings'> {
  const [head, ...body] = parseCsv(text);
  const columns = head?.record.map(columnOf) ?? [];
  const missing = missingColumns(columns);
  if (missing.length > 0) return { rows: [], findings: [errorAt(1, `表头缺少：${missing.join('；')}`)] };
  const findings: RowFinding[] = [];
  const rows = body.map(({ record, info }) => {
    if (record.length !== columns.length)
      findings.push(errorAt(info.lines, `有 ${record.length} 格，表头有 ${columns.length} 格`));
    const cells = columns.flatMap((column, at) => (column ? [[column, record[at] ?? ''] as const] : []));
    return rowOf(info.lines, Object.fromEntries(cells));
  });
  return { rows, findings };
}

function missingColumns(columns: readonly (PlaceColumn | undefined)[]): string[] {
  const has = (column: PlaceColumn) => columns.includes(column);
  return [
    ...(has('lon') ? [] : ['经度（lon）']),
    ...(has('lat') ? [] : ['纬度（lat）']),
    ...(has('code') || has('name') ? [] : ['区划代码（code）或名称（name）']),
  ];
}
