/** A county's own list of its offices (序号、司法所名称、办公地址、联系电话、负责人、备注) as rows of our sheets. */
import { isFiller } from '../../domain/fillers.ts';
import { bare } from '../cell-text.ts';
import type { Table } from '../columns.ts';
import type { SheetFinding } from '../model.ts';
import { isFooter } from '../headings.ts';
import { asEmpty } from '../no-value.ts';
import type { TableRow } from '../read-tables.ts';
import { sourcesSheet } from '../tables/office.ts';
import type { SheetRows } from '../workbook/read.ts';
import { COUNTS, findHead } from './heading.ts';
import { SPOTS, type Piece, type Spot } from './spots.ts';

/** What was decided about a list: where columns go, whose list it is, and when it was checked. */
export interface RegisterChoices {
  /** The title of a spot by the heading of a column; 不导入 leaves the column out. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly source?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly verifiedOn?: string | undefined;
  /** Numbers of the same use that the list does not name go; without it they stay beside the new ones. */
  readonly replace?: boolean | undefined;
}

/** A column of a list, for approval: where it goes, undefined where it is left out. */
interface RegisterColumn {
  readonly heading: string;
  readonly goesTo: string | undefined;
  /** Where its heading says it would fit. */
  readonly fits: string | undefined;
}

export interface Register {
  readonly sheet: string;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly TableRow[];
  readonly findings: readonly SheetFinding[];
}

export const LEFT_OUT = '不导入';
export const SPOT_TITLES: readonly string[] = SPOTS.map(({ title }) => title);

/** Where a column goes: as was decided, else by its heading where that is usual. */
function spotFor(
  heading: string,
  fitting: Spot | undefined,
  { columns = {} }: RegisterChoices,
): Spot | undefined {
  const wanted = columns[heading] ?? columns[bare(heading)];
  if (wanted !== undefined) return SPOTS.find(({ title }) => title === wanted);
  return fitting?.usual ? fitting : undefined;
}

type Special = TableRow['special'];

interface Line {
  readonly sheet: string;
  readonly number: number;
  readonly special: Special;
}

const rowOf = ({ sheet, number, special }: Line, { table, cells }: Piece, heading: string): TableRow => ({
  table,
  place: { sheet, row: number },
  special,
  cells: new Map(Object.entries(cells).map(([key, text]) => [key, { text, column: heading }])),
});

/** Who says so, for each group of facts of which a line tells something. */
function sourceRow(line: Line, groups: ReadonlySet<string>, choices: RegisterChoices): TableRow[] {
  const cells = [...groups].flatMap((group) => [
    ...(choices.source ? [[`${group}.source`, choices.source] as const] : []),
    [`${group}.verifiedOn`, choices.verifiedOn ?? ''] as const,
  ]);
  const written = Object.fromEntries(cells.filter(([, text]) => text !== ''));
  const piece = { table: sourcesSheet, cells: written };
  return groups.size > 0 && Object.keys(written).length > 0 ? [rowOf(line, piece, '来源')] : [];
}

interface Placed {
  readonly at: number;
  readonly heading: string;
  readonly spot: Spot;
}

function readLine(cells: readonly string[], line: Line, placed: readonly Placed[], choices: RegisterChoices) {
  const rows: TableRow<Table>[] = [];
  const findings: SheetFinding[] = [];
  const groups = new Set<string>();
  for (const { at, heading, spot } of placed) {
    const text = (cells[at] ?? '').trim();
    if (text === '') continue;
    const { pieces, left } = isFiller(text) ? { pieces: [], left: asEmpty(text) } : spot.read(text);
    rows.push(...pieces.map((piece) => rowOf(line, piece, heading)));
    if (pieces.length > 0 && spot.group) groups.add(spot.group);
    if (left)
      findings.push({
        sheet: line.sheet,
        row: line.number,
        column: heading,
        severity: 'warning',
        message: left,
      });
  }
  return { rows: [...sourceRow(line, groups, choices), ...rows], findings };
}

/** Reads a list; undefined for a sheet that is none. */
export function readRegister(sheet: SheetRows, choices: RegisterChoices): Register | undefined {
  const head = findHead(sheet);
  if (!head) return undefined;
  const name = sheet.name || '表格';
  const headings = (sheet.rows[head.line] ?? []).map((text) => text.replace(/\s+/g, ''));
  const columns = headings.flatMap((heading, at) => {
    const skipped =
      heading === '' || at === head.office || at === head.county || COUNTS.includes(bare(heading));
    return skipped ? [] : [{ at, heading, spot: spotFor(heading, head.fitting.get(at), choices) }];
  });
  const placed = columns.flatMap(({ spot, ...one }) => (spot ? [{ ...one, spot }] : []));
  const lines = sheet.rows.slice(head.line + 1).flatMap((cells, index) => {
    const office = (cells[head.office] ?? '').trim();
    if (office === '' || isFooter(office) || isFooter(cells[0] ?? '')) return [];
    const county = head.county === undefined ? '' : (cells[head.county] ?? '').trim();
    const special = { officeId: '', rowKey: '', action: '', county, office };
    return [readLine(cells, { sheet: name, number: head.line + index + 2, special }, placed, choices)];
  });
  const rows = lines.flatMap((line) => line.rows);
  const unsourced = rows.length > 0 && !choices.source;
  const message = '没有写是谁提供的：请写来源（例如 示例县司法局提供）和核实日期';
  return {
    sheet: name,
    columns: columns.map(({ at, heading, spot }) => ({
      heading,
      goesTo: spot?.title,
      fits: head.fitting.get(at)?.title,
    })),
    rows,
    findings: [
      ...(unsourced ? [{ sheet: name, severity: 'error' as const, message }] : []),
      ...lines.flatMap((line) => line.findings),
    ],
  };
}
