/** Where the heading of a county's own list stands, and what its columns would fit. */
import { bare } from '../cell-text.ts';
import { LAST_HEADING, SPECIAL, type KnownTable } from '../headings.ts';
import { tableScore } from '../read-tables.ts';
import { phonesSheet } from '../tables/lists.ts';
import type { SheetRows } from '../workbook/read.ts';
import { SPOTS, type Spot } from './spots.ts';

/** Columns that number or name the rows. */
export const COUNTS = ['序号', '编号', '行号', 'no', '#'];

interface Head {
  readonly line: number;
  readonly office: number;
  readonly county: number | undefined;
  readonly fitting: ReadonlyMap<number, Spot>;
}

const isSpecial = (name: string, key: keyof typeof SPECIAL) => SPECIAL[key].includes(name);

function headAt(cells: readonly string[], line: number): Head | undefined {
  const names = cells.map(bare);
  const office = names.findIndex((name) => isSpecial(name, 'office') || name === '司法所');
  if (office < 0 || names.some((name) => isSpecial(name, 'officeId') || isSpecial(name, 'rowKey')))
    return undefined;
  const county = names.findIndex((name) => name === '县' || isSpecial(name, 'county'));
  const fitting = new Map<number, Spot>();
  names.forEach((name, at) => {
    const spot = SPOTS.find(({ headings }) => headings.includes(name));
    if (spot && at !== office && at !== county) fitting.set(at, spot);
  });
  return fitting.size > 0 ? { line, office, county: county < 0 ? undefined : county, fitting } : undefined;
}

export const findHead = ({ rows }: SheetRows): Head | undefined =>
  rows
    .slice(0, LAST_HEADING)
    .map(headAt)
    .filter((one) => one !== undefined)
    .reduce<Head | undefined>(
      (top, one) => (one.fitting.size > (top?.fitting.size ?? 0) ? one : top),
      undefined,
    );

/** Whether a sheet is a list: it has places for more columns than any table of ours, or for one that no table fits whole. */
export function isRegister<T extends KnownTable>(sheet: SheetRows, tables: readonly T[]): boolean {
  const places = findHead(sheet)?.fitting.size ?? 0;
  const table = tableScore(sheet, tables);
  if (places === 0 || table.named) return false;
  const useless = table.table?.name === phonesSheet.name && !table.has('use');
  return places > table.columns || (places === table.columns && (!table.whole || useless));
}
