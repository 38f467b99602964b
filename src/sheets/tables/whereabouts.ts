/** The sheets of whereabouts: by the day, and by the week. */
import { valueAt, type Path } from '../../schemas/walk.ts';
import { WHEREABOUTS_STATES } from '../../schemas/whereabouts.ts';
import { oneOf, person } from '../codecs.ts';
import { date, session, time, weekdays } from '../codecs-time.ts';
import { column, elementOf, schemaOf, type Table } from '../columns.ts';
import type { Fields, Records } from '../model.ts';
import { listTable, withFileValue } from '../table-kinds.ts';

const entry = elementOf('whereabouts.entries');
const states = oneOf(WHEREABOUTS_STATES);
const PERSON = { title: '人员', also: ['姓名'], width: 12, note: '「人员」表里的姓名' };
const BACK = { also: ['返回', '返回时间', '预计返回时间'] };
const INSTEAD = { also: ['B角', '接替'], note: '本所另一位人员的姓名' };

export const entriesSheet: Table = listTable('whereabouts.entries', {
  name: '去向',
  title: '某一天的去向：一人一段时间一行。只选六类，不写地点、原因、对象。',
  columns: [
    column(entry, 'date', date, { width: 12 }),
    column(entry, 'person', person, PERSON),
    column(entry, 'session', session, { also: ['时间'], width: 16 }),
    column(entry, 'state', states, { also: ['状态'] }),
    column(entry, 'back', time, BACK),
    column(entry, 'substitute', person, INSTEAD),
  ],
  keys: ['date', 'person', 'session'],
  match: ['date', 'person', 'session'],
  sortBy: 'date',
  example: { date: '2026-11-23', person: '示例甲', session: '09:00-12:00', state: '会议培训', back: '12:00' },
});

const PLAN = ['whereabouts', 'plan'];
const planField = (path: Path) => schemaOf([...PLAN, ...path]);
const usual = elementOf('whereabouts.plan.week');

const weekOf = (records: Records) => {
  const plan = valueAt(records, PLAN) as (Fields & { readonly week: readonly Fields[] }) | undefined;
  return { from: plan?.['from'], until: plan?.['until'], week: plan?.week ?? [] };
};

/** Every row carries the span of the plan; the first that differs from the file's says the new one. */
function planFrom(records: Records, rows: readonly Fields[]): Fields {
  const old = weekOf(records);
  const pick = (key: 'from' | 'until') =>
    rows.map((row) => row[key]).find((value) => value !== undefined && value !== old[key]) ?? old[key];
  const [from, until] = [pick('from'), pick('until')];
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    week: rows.map(({ from: _from, until: _until, ...row }) => row),
  };
}

export const planSheet: Table = {
  name: '每周安排',
  title: '每周固定的安排：一人一段时间一行，一份安排最多管 62 天。当天另有去向的，以「去向」表为准。',
  files: ['whereabouts'],
  columns: [
    column(planField, 'from', date, { title: '安排起始日', also: ['起始日'] }),
    column(planField, 'until', date, { title: '安排截止日', also: ['截止日'] }),
    column(usual, 'person', person, PERSON),
    column(usual, 'days', weekdays, { title: '星期', also: ['周几'], width: 18 }),
    column(usual, 'session', session, { also: ['时间'], width: 16 }),
    column(usual, 'state', states, { also: ['状态'] }),
    column(usual, 'back', time, BACK),
    column(usual, 'substitute', person, INSTEAD),
  ],
  single: false,
  keys: ['person', 'days', 'session'],
  match: ['person', 'days', 'session'],
  rowsOf: (records) => {
    const { from, until, week } = weekOf(records);
    return week.map((row) => ({ from, until, ...row }));
  },
  withRows: (records, rows) => {
    if (rows.length === 0 && weekOf(records).week.length === 0) return records;
    return withFileValue(records, PLAN, rows.length > 0 ? planFrom(records, rows) : undefined);
  },
  locate: (path) => {
    if (!PLAN.every((step, at) => path[at] === step)) return undefined;
    const [, , week, at, ...rest] = path;
    return week === 'week' && typeof at === 'number' ? { row: at, rest } : { row: 0, rest: path.slice(2) };
  },
  example: {
    from: '2026-11-23',
    until: '2026-12-31',
    person: '示例甲',
    days: [1, 2, 3, 4, 5],
    session: '09:00-17:00',
    state: '在岗',
  },
};
