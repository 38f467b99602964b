/** The sheets of office hours: seasons stand in the file as groups, in the sheet as rows. */
import { alike } from '../../domain/changes.ts';
import { valueAt, type Path } from '../../schemas/walk.ts';
import { words } from '../codecs.ts';
import { date, dayOfYear, sessions, weekdays } from '../codecs-time.ts';
import { column, elementOf, schemaOf, type Table } from '../columns.ts';
import type { Fields, Records } from '../model.ts';
import { listTable, withFileValue } from '../table-kinds.ts';

interface Season extends Fields {
  readonly week: readonly Fields[];
}

/** Set beside a row's own fields: which season of the file it comes from. */
const SEASON = Symbol('season');

const seasonsOf = (records: Records) =>
  (valueAt(records, ['office', 'hours', 'seasons']) ?? []) as readonly Season[];

/** Each group of days of each season as a row of its own. */
const partsOf = (records: Records): Fields[] =>
  seasonsOf(records).flatMap(({ week, ...season }, at) =>
    week.map((part) => ({ ...season, ...part, [SEASON]: at })),
  );

/** Rows as seasons again: those of one season of the file, or of one name and span, belong together. */
function seasonsFrom(rows: readonly Fields[]): Season[] {
  const groups: { from: unknown; season: Season }[] = [];
  for (const row of rows) {
    const { days, sessions: spans, ...season } = row;
    const from = Reflect.get(row, SEASON) as unknown;
    const part = { ...(days !== undefined && { days }), ...(spans !== undefined && { sessions: spans }) };
    const bare = Object.fromEntries(Object.entries(season));
    const group = groups.find((one) => {
      const { week: _, ...known } = one.season;
      return (from === undefined || one.from === undefined || from === one.from) && alike(known, bare);
    });
    if (group) group.season = { ...group.season, week: [...group.season.week, part] };
    else groups.push({ from, season: { ...bare, week: [part] } });
  }
  return groups.map(({ season }) => season);
}

/** The row that a path into the seasons belongs to. */
function locatePart(path: Path, records: Records) {
  const [file, hours, seasons, at, week, part, ...rest] = path;
  if (file !== 'office' || hours !== 'hours' || seasons !== 'seasons' || typeof at !== 'number')
    return undefined;
  const before = seasonsOf(records)
    .slice(0, at)
    .reduce((sum, one) => sum + one.week.length, 0);
  if (week !== 'week') return { row: before, rest: path.slice(4) };
  return { row: before + (typeof part === 'number' ? part : 0), rest };
}

const season = (path: Path) => schemaOf(['office', 'hours', 'seasons', 0, ...path]);
const part = (path: Path) => schemaOf(['office', 'hours', 'seasons', 0, 'week', 0, ...path]);

export const hoursSheet: Table = {
  name: '办公时间',
  title:
    '每周办公时间：全年一样就写一行（01-01 到 12-31）；分季节的每季一行；一周里时间不同的，每组日子一行。',
  files: ['office'],
  columns: [
    column(season, 'name', words, {
      title: '季节',
      also: ['名称', '时段名称'],
      note: '例：全年、夏季、冬季',
    }),
    column(season, 'from', dayOfYear, { title: '起', also: ['开始', '起始', '起始日'], width: 10 }),
    column(season, 'to', dayOfYear, { title: '止', also: ['结束', '截止', '截止日'], width: 10 }),
    column(part, 'days', weekdays, { also: ['工作日', '周几'], width: 18 }),
    column(part, 'sessions', sessions, { also: ['时间', '办公时间', '上班时间'], width: 28 }),
  ],
  single: false,
  keys: ['name', 'from', 'to', 'days'],
  match: ['name', 'days'],
  rowsOf: partsOf,
  withRows: (records, rows) => {
    if (rows.length === 0 && seasonsOf(records).length === 0) return records;
    return withFileValue(
      records,
      ['office', 'hours', 'seasons'],
      rows.length > 0 ? seasonsFrom(rows) : undefined,
    );
  },
  locate: locatePart,
  example: {
    name: '全年',
    from: '01-01',
    to: '12-31',
    days: [1, 2, 3, 4, 5],
    sessions: ['08:30-12:00', '14:00-18:00'],
  },
};

const exception = elementOf('office.hours.exceptions');

export const exceptionsSheet: Table = listTable('office.hours.exceptions', {
  name: '特殊日期',
  title: '和平时不一样的日子：一段一行。当天不办公的，办公时段写“不办公”。国家放假调休不用写。',
  columns: [
    column(exception, 'from', date, { also: ['开始', '日期'] }),
    column(exception, 'to', date, { also: ['结束'] }),
    column(exception, 'sessions', sessions, { title: '办公时段', also: ['时间'], width: 22 }),
    column(exception, 'reason', words, { also: ['事由', '说明'], width: 28 }),
  ],
  keys: ['from', 'to'],
  match: ['from', 'to'],
  example: { from: '2026-12-04', to: '2026-12-04', sessions: [], reason: '参加宪法日活动' },
});
