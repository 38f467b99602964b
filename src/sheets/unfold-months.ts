/** Months as columns: a year of figures as people keep it. */
import { toHalfWidth } from '../domain/phones.ts';
import { FIGURES } from '../schemas/statistics.ts';
import { bare } from './cell-text.ts';
import { month } from './codecs-time.ts';
import type { Column } from './columns.ts';
import { isFooter, titleAbove } from './headings.ts';
import type { SheetFinding } from './model.ts';
import { figuresSheet } from './tables/lists.ts';
import {
  ANY,
  cellsBelow,
  headingOf,
  isOffice,
  strayColumns,
  turned,
  type TurnedCell,
  type TurnedSheet,
} from './turned.ts';
import type { SheetRows } from './workbook/read.ts';

/** What a figure is counted in. */
const UNIT = /^(?:人次|件次|[件场次人])$/;

/** `2026-10` from 2026年10月 or, within a year, 10月. */
function monthIn(text: string, year: string | undefined): string | undefined {
  const short = /^(\d{1,2})月(?:份)?$/.exec(text)?.[1];
  const value = String(month.read(short ? (year ? `${year}-${short}` : '') : text, ANY));
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) && /[-年月]/.test(text) ? value : undefined;
}

const figures: readonly Column[] = figuresSheet.columns.filter(({ key }) => Object.hasOwn(FIGURES, key));
const figureIn = (text: string) =>
  figures.find(({ title, also }) => [title, ...also].some((one) => bare(one) === bare(text)));

/** A column of units beside the names of figures: 单位 is not always an office. */
const isUnits = ({ rows }: SheetRows, at: number) => rows.some((cells) => UNIT.test(bare(cells[at] ?? '')));

interface Figure {
  readonly office: TurnedCell;
  readonly month: string;
  readonly title: string;
  readonly cell: TurnedCell;
}

/** A row for each office and month; a second word on the same figure has a row of its own, as it is not ours to choose. */
function monthRows(found: readonly Figure[]) {
  const titles = [...new Set(found.map(({ title }) => title))];
  const rows: { office: TurnedCell; month: string; said: Map<string, TurnedCell> }[] = [];
  for (const { office, month: at, title, cell } of found) {
    const known = rows.find(
      (one) => one.office.text === office.text && one.month === at && !one.said.has(title),
    );
    if (known) known.said.set(title, cell);
    else rows.push({ office, month: at, said: new Map([[title, cell]]) });
  }
  const lines = rows.map(({ office, month: at, said }) => {
    const [first] = said.values();
    const named = { text: at, ...(first?.from && { from: first.from }) };
    return [office, named, ...titles.map((title) => said.get(title))];
  });
  return { head: ['司法所', '月份', ...titles], lines };
}

/** Months as columns: a figure a row, or an office a row where the title names the figure. */
export function unfoldMonths(sheet: SheetRows): TurnedSheet | undefined {
  const title = titleAbove(sheet);
  const year = /(20\d{2})年/.exec(toHalfWidth(title))?.[1];
  const heading = headingOf(sheet, (text) => monthIn(text, year));
  if (!heading) return undefined;
  const names = (sheet.rows[heading.line] ?? []).map(bare);
  const office = names.findIndex((name, at) => isOffice(name) && !isUnits(sheet, at));
  const named = figures.filter((one) => bare(title).includes(bare(one.title)));
  const labels = new Set([office]);
  const findings: SheetFinding[] = [];
  const found = sheet.rows.flatMap((cells, line): Figure[] => {
    const cellAt = cellsBelow(sheet, heading, line);
    const said = heading.heads.filter(([at]) => cellAt(at).text !== '');
    const isBelow = line > heading.line && !isFooter(cells.find((text) => text.trim() !== '') ?? '');
    if (!isBelow || said.length === 0) return [];
    const label = cells.findIndex((text) => figureIn(text) !== undefined);
    const figure = figureIn(cells[label] ?? '') ?? (named.length === 1 && office >= 0 ? named[0] : undefined);
    if (label >= 0) labels.add(label);
    if (figure)
      return said.map(([at, value]) => ({
        office: cellAt(office),
        month: value,
        title: figure.title,
        cell: cellAt(at),
      }));
    findings.push(
      unknownFigure(
        sheet,
        line,
        cells.find((text, at) => text.trim() !== '' && at !== office),
      ),
    );
    return [];
  });
  if (found.length === 0) return undefined;
  names.forEach((_, at) => isUnits(sheet, at) && labels.add(at));
  const { head, lines } = monthRows(found);
  return turned(sheet, head, lines, [...strayColumns(sheet, heading, labels), ...findings]);
}

function unknownFigure({ name }: SheetRows, line: number, about = ''): SheetFinding {
  const known = figures.map(({ title }) => title).join('、');
  const message = `“${about.trim()}”认不出是哪一项，这一行没有导入；可以写：${known}`;
  return { sheet: name || '表格', row: line + 1, severity: 'warning', message };
}
