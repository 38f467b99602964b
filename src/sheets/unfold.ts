/** Tables that grow sideways, a month or a weekday a column, as rows of our sheets. */
import { isFiller } from '../domain/fillers.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { FIGURES } from '../schemas/statistics.ts';
import { bare } from './cell-text.ts';
import { date, month, weekdays } from './codecs-time.ts';
import type { Column } from './columns.ts';
import { SPECIAL } from './headings.ts';
import { figuresSheet } from './tables/lists.ts';
import type { SheetRows } from './workbook/read.ts';

/** The name of a sheet and what stands above its heading: tells the county, the year, the figure. */
export const titleAbove = ({ name, rows }: SheetRows): string =>
  [
    name,
    ...rows
      .slice(0, 5)
      .filter((cells) => cells.filter((text) => text.trim() !== '').length < 3)
      .flat(),
  ].join(' ');

const LAST_HEADING = 10;
const ANY = { people: [] };
const isOffice = (text: string) => text === '司法所' || SPECIAL.office.includes(text);
const says = (text = '') => text.trim() !== '' && !isFiller(text);

type Heads = readonly (readonly [at: number, value: string])[];

/** The row with the most columns of a kind, from three on. */
function headingOf({ rows }: SheetRows, read: (text: string) => string | undefined) {
  const tries = rows.slice(0, LAST_HEADING).map((cells, line) => ({
    line,
    heads: cells.flatMap((text, at): Heads => {
      const value = read(toHalfWidth(text).replace(/\s/g, ''));
      return value === undefined ? [] : [[at, value]];
    }),
  }));
  const best = tries.reduce((top, one) => (one.heads.length > top.heads.length ? one : top));
  return best.heads.length > 2 ? best : undefined;
}

/** `2026-10` from 2026年10月 or, within a year, 10月. */
function monthIn(text: string, year: string | undefined): string | undefined {
  const short = /^(\d{1,2})月(?:份)?$/.exec(text)?.[1];
  const value = String(month.read(short ? (year ? `${year}-${short}` : '') : text, ANY));
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) && /[-年月]/.test(text) ? value : undefined;
}

const figures: readonly Column[] = figuresSheet.columns.filter(({ key }) => Object.hasOwn(FIGURES, key));
const figureIn = (text: string) =>
  figures.find(({ title, also }) => [title, ...also].some((one) => bare(one) === bare(text)));

/** Months as columns: a figure a row, or an office a row where the title names the figure. */
function unfoldMonths(sheet: SheetRows): SheetRows | undefined {
  const title = titleAbove(sheet);
  const year = /(20\d{2})年/.exec(toHalfWidth(title))?.[1];
  const heading = headingOf(sheet, (text) => monthIn(text, year));
  if (!heading) return undefined;
  const names = (sheet.rows[heading.line] ?? []).map(bare);
  const office = names.findIndex(isOffice);
  const named = figures.filter((one) => bare(title).includes(bare(one.title)));
  const rows = sheet.rows.slice(heading.line + 1).flatMap((cells) => {
    const figure =
      cells.map(figureIn).find((one) => one !== undefined) ?? (named.length === 1 ? named[0] : undefined);
    if (!figure || (office < 0 && !cells.some((text) => figureIn(text)))) return [];
    return heading.heads.flatMap(([at, value]) =>
      says(cells[at])
        ? [{ office: cells[office] ?? '', month: value, title: figure.title, text: cells[at] ?? '' }]
        : [],
    );
  });
  const keys = [...new Set(rows.map((one) => `${one.office}\n${one.month}`))];
  const titles = [...new Set(rows.map((one) => one.title))];
  const body = keys.map((key) => {
    const [own = '', at = ''] = key.split('\n');
    const said = (wanted: string) =>
      rows.find((one) => one.office === own && one.month === at && one.title === wanted)?.text ?? '';
    return [own, at, ...titles.map(said)];
  });
  return rows.length > 0 ? { name: sheet.name, rows: [['司法所', '月份', ...titles], ...body] } : undefined;
}

const weekdayIn = (text: string): string | undefined => {
  const day = /^(?:周|星期)([一二三四五六日天])/.exec(text)?.[1];
  return day && `周${day}`;
};

/** Weekdays as columns, a person and a time a row: the days on which a state is the same stand together. */
function unfoldWeek(sheet: SheetRows): SheetRows | undefined {
  const heading = headingOf(sheet, weekdayIn);
  if (!heading) return undefined;
  const names = (sheet.rows[heading.line] ?? []).map(bare);
  const at = (...words: string[]) => names.findIndex((name) => words.includes(name));
  const [office, person, session] = [names.findIndex(isOffice), at('姓名', '人员'), at('时段', '时间')];
  if (person < 0 || session < 0) return undefined;
  const span = [...toHalfWidth(titleAbove(sheet)).matchAll(/20\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?/g)].map(
    ([text]) => String(date.read(text, ANY)),
  );
  const rows = sheet.rows.slice(heading.line + 1).flatMap((cells) => {
    const states = [
      ...new Set(heading.heads.flatMap(([one]) => (says(cells[one]) ? [cells[one]?.trim() ?? ''] : []))),
    ];
    return states.map((state) => {
      const days = heading.heads.flatMap(([one, day]) => (cells[one]?.trim() === state ? [day] : []));
      const written = weekdays.write(weekdays.read(days.join('、'), ANY), ANY);
      return [
        cells[office] ?? '',
        span[0] ?? '',
        span[1] ?? '',
        cells[person] ?? '',
        written,
        cells[session] ?? '',
        state,
      ];
    });
  });
  const head = ['司法所', '安排起始日', '安排截止日', '人员', '星期', '时段', '去向'];
  return rows.length > 0 ? { name: sheet.name, rows: [head, ...rows] } : undefined;
}

/** A sheet whose months or weekdays stand side by side, turned; any other as it is. */
export const unfold = (sheet: SheetRows): SheetRows =>
  sheet.rows.length === 0 ? sheet : (unfoldMonths(sheet) ?? unfoldWeek(sheet) ?? sheet);
