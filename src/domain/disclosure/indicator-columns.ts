/** The indicators that count columns: not updated, long not updated, blank (facts A4). */
import type { Catalogue } from '../../catalogue/types.ts';
import { addDays, addMonths } from '../dates.ts';
import type { Assessment } from './assess.ts';
import { noticesOf, newest, VETO, type Indicator } from './indicator.ts';

/** From how many columns on a site fails. */
const FATAL = { late: 5, lapsed: 10, blank: 5 } as const;

const outcomeOf = (faults: number, fatal: number): Indicator['outcome'] =>
  faults === 0 ? 'passed' : faults < fatal ? 'below' : 'failed';

const COLUMNS = [
  { name: '工作动态', categories: ['工作动态'], days: 13 },
  { name: '通知公告', categories: ['通知公告'], months: 6 },
] as const;

/** Columns of news must change in two weeks, columns of notices and policy in six months. */
export function lateColumns(catalogue: Catalogue, today: string): Indicator {
  const notices = noticesOf(catalogue);
  const late = COLUMNS.filter((column) => {
    const from = 'days' in column ? addDays(today, -column.days) : addMonths(today, -column.months);
    const last = newest(notices.filter(({ category }) => column.categories.some((one) => one === category)));
    return last === undefined || last < from;
  });
  return {
    name: '栏目不更新',
    threshold: '2周内的动态、要闻类和6个月内的通知公告、政策文件类一级栏目，未更新累计5个以上',
    source: VETO,
    outcome: outcomeOf(late.length, FATAL.late),
    found:
      late.length > 0 ? `未更新${late.length}个：${late.map(({ name }) => name).join('、')}` : '都有更新',
  };
}

/** Columns with content that is overdue everywhere: what one office keeps up keeps the column up. */
export function lapsedColumns({ items, counties }: Assessment): Indicator {
  const cells = counties.flatMap(({ offices }) => offices.flatMap((office) => office.cells));
  const old = items.filter(({ id, freshness }) => {
    const states = cells.filter(({ item }) => item.id === id).map(({ evidence }) => evidence.state);
    return freshness !== 'daily' && states.includes('stale') && !states.includes('published');
  });
  return {
    name: '应更新的栏目长期不更新',
    threshold: '应更新而长期未更新的栏目10个以上',
    source: VETO,
    outcome: outcomeOf(old.length, FATAL.lapsed),
    found: old.length > 0 ? `${old.length}个：${old.map(({ title }) => title).join('、')}` : '没有发现',
  };
}

/** Items of which no office has anything: to a reader of offices' pages they look like blank columns. */
const nowhere = ({ items, counties }: Assessment) =>
  items.filter(({ id }) =>
    counties.every(({ offices }) =>
      offices.every(({ cells }) => cells.find(({ item }) => item.id === id)?.evidence.state === 'missing'),
    ),
  );

/** The columns of the site that would stand empty. */
export function blankColumns(catalogue: Catalogue, assessment: Assessment): Indicator {
  const { services, functions, rules, laws } = catalogue;
  const counts = {
    办事指南: services.length,
    工作职能: functions.length,
    工作规则: rules.length,
    法律依据: laws.length,
    公告和所务: noticesOf(catalogue).length,
  };
  const owed = nowhere(assessment);
  const empty = Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [name] : []));
  return {
    name: '空白栏目',
    threshold: '空白栏目5个以上',
    source: VETO,
    outcome: empty.length >= FATAL.blank ? 'failed' : empty.length + owed.length > 0 ? 'below' : 'passed',
    found: [
      empty.length > 0 ? `空白${empty.length}个：${empty.join('、')}` : '没有空白的一级栏目',
      ...(owed.length > 0
        ? [
            `另有${owed.length}类事项在所有司法所的页面上都是待公开：${owed.map(({ title }) => title).join('、')}`,
          ]
        : []),
    ].join('；'),
  };
}
