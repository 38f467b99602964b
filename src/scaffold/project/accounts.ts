/** Accounts of the forge from a table: who answers for which office, county, or all. */
import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../../command/command.ts';
import { decodeList } from '../../places/read-list.ts';
import type { Owners } from '../../schemas/owners.ts';
import { HEAD, ownersOf, type Units } from '../../sheets/accounts.ts';

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table to fill in: every office, every county, all of it, the site. */
export function emptyTable({ offices, counties }: Units, bureau: string): string {
  const rows = [
    HEAD,
    ['网站维护', '', '网站维护'],
    [bureau, '', '全部'],
    ...(counties.length > 1 ? counties.map(({ id, names }) => [names[0] ?? id, '', id]) : []),
    ...offices.map(({ id, names }) => [names[0] ?? id, '', id]),
  ];
  // With a mark, so that Excel takes it for what it is.
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function rowsOf(bytes: Uint8Array): string[][] {
  const { text } = decodeList(bytes);
  try {
    return parse(text.replace(/^\uFEFF/, ''), {
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure('账号表读不下去：多半是引号没有成对。');
  }
}

/** `owners.json` from a filled table; lines without an account are left out. Throws with every line that is not understood. */
export function ownersFrom(bytes: Uint8Array, units: Units): Owners {
  const made = ownersOf(rowsOf(bytes), units);
  if (!Array.isArray(made)) return made;
  const [first = ''] = made;
  if (made.length === 1 && first.startsWith('账号表')) throw new Failure(first);
  throw new Failure(`账号表有 ${made.length} 行看不懂，没有写：\n${made.join('\n')}`);
}
