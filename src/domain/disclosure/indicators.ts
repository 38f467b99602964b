import type { Catalogue } from '../../catalogue/types.ts';
import type { AffairRecord } from '../../schemas/affair.ts';
import { addDays, addMonths, inWords } from '../dates.ts';
import type { Problem } from '../problems.ts';
import { lackingElements } from './guide-elements.ts';

/** What the self-check says of one indicator; `unseen` is what only a bureau or a monitor can tell. */
export type Outcome = 'passed' | 'failed' | 'unseen';

export const OUTCOME_WORDS = {
  passed: '没有发现问题',
  failed: '达到判不合格线',
  unseen: '本站不能自查',
} as const;

/** One line of the 检查指标, with its threshold, its source, and what was found. */
export interface Indicator {
  readonly name: string;
  /** The line at which a site fails, as the document words it. */
  readonly threshold: string;
  readonly source: string;
  readonly outcome: Outcome;
  readonly found: string;
}

/** 政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）; facts A4. */
const VETO = '国办秘函〔2019〕19号 单项否决指标';

type Affair = Pick<AffairRecord, 'category' | 'published' | 'updated'>;

const dateOf = ({ published, updated }: Affair) => updated ?? published;

/** All notices of real offices and of the city. */
const affairsOf = ({ affairs, offices }: Catalogue): Affair[] =>
  [...affairs, ...offices.flatMap((office) => office.affairs)].map(({ data }) => data);

const newest = (affairs: readonly Affair[]) => affairs.map(dateOf).toSorted().at(-1);

const said = (date: string | undefined) => (date ? `最近一次是${inWords(date)}` : '还没有内容');

/** The home page shows the newest notices; without any in two weeks it counts as not updated. */
function homePage(catalogue: Catalogue, today: string): Indicator {
  const last = newest(affairsOf(catalogue));
  const failed = last === undefined || last < addDays(today, -13);
  return {
    name: '首页不更新',
    threshold: '监测2周，首页没有更新',
    source: VETO,
    outcome: failed ? 'failed' : 'passed',
    found: `公告和动态${said(last)}`,
  };
}

const COLUMNS = [
  { name: '工作动态', categories: ['工作动态'], days: 13 },
  { name: '通知公告', categories: ['通知公告'], months: 6 },
] as const;

/** Columns of news must change in two weeks, columns of notices and policy in six months. */
function columns(catalogue: Catalogue, today: string): Indicator {
  const affairs = affairsOf(catalogue);
  const late = COLUMNS.filter((column) => {
    const from = 'days' in column ? addDays(today, -column.days) : addMonths(today, -column.months);
    const last = newest(affairs.filter(({ category }) => column.categories.some((one) => one === category)));
    return last === undefined || last < from;
  });
  return {
    name: '栏目不更新',
    threshold:
      '2周内的动态、要闻类和6个月内的通知公告、政策文件类一级栏目，未更新累计5个以上；或应更新而长期未更新的栏目10个以上',
    source: VETO,
    outcome: late.length >= 5 ? 'failed' : 'passed',
    found:
      late.length > 0 ? `未更新${late.length}个：${late.map(({ name }) => name).join('、')}` : '都有更新',
  };
}

/** The columns of the site that would stand empty. */
function blanks(catalogue: Catalogue): Indicator {
  const { services, functions, rules, laws } = catalogue;
  const counts = {
    办事指南: services.length,
    工作职能: functions.length,
    工作规则: rules.length,
    法律依据: laws.length,
    公告和所务: affairsOf(catalogue).length,
  };
  const empty = Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [name] : []));
  return {
    name: '空白栏目',
    threshold: '空白栏目5个以上',
    source: VETO,
    outcome: empty.length >= 5 ? 'failed' : 'passed',
    found: empty.length > 0 ? `空白${empty.length}个：${empty.join('、')}` : '没有空白栏目',
  };
}

function guides({ services }: Catalogue): Indicator {
  const poor = services.filter(({ data }) => lackingElements(data).length >= 4);
  const failed =
    services.length === 0 || poor.length >= 5 || (services.length < 5 && poor.length === services.length);
  const incomplete = services.filter(({ data }) => lackingElements(data).length > 0);
  return {
    name: '服务不实用',
    threshold: '没有办事服务；或办事指南重点要素缺4类以上的事项5个以上（事项不足5个的，每个都缺4类以上）',
    source: `${VETO}（后半句来源不全，待核）`,
    outcome: failed ? 'failed' : 'passed',
    found: `${services.length}份指南，缺要素的${incomplete.length}份，缺4类以上的${poor.length}份`,
  };
}

/** Dead links within the content, which the content check finds. */
function links(problems: readonly Problem[]): Indicator {
  const dead = problems.filter(({ kind }) => kind === 'reference').length;
  return {
    name: '不可用链接',
    threshold: '首页和其他页面的不可用链接按个扣分（每个分值待核）',
    source: '国办秘函〔2019〕19号 扣分指标',
    outcome: dead > 0 ? 'failed' : 'passed',
    found: dead > 0 ? `内容里有${dead}个` : '内容里没有；整站的链接由 npm test 检查',
  };
}

const UNSEEN: readonly Indicator[] = [
  {
    name: '站点无法访问',
    threshold: '监测1周、每天间隔访问20次以上，超过15秒打不开的次数累计占5%以上',
    source: VETO,
    outcome: 'unseen',
    found: '上线以后由监测得出',
  },
  {
    name: '互动回应差',
    threshold: '没有有效的网上咨询建言渠道；或一年内有留言超过3个月不回应',
    source: VETO,
    outcome: 'unseen',
    found: '咨询建言渠道由主办单位的门户网站提供',
  },
  {
    name: '安全、泄密事故等严重问题',
    threshold: '严重表述错误、泄密、被挂马未处置、伪造发稿日期等，出现任一情形',
    source: VETO,
    outcome: 'unseen',
    found: '日期都取自内容，不随生成改变；其余靠发布前的审查',
  },
];

/** The self-check by the indicators of government sites that can be worked out from the content (facts A4). */
export const selfCheck = (catalogue: Catalogue, problems: readonly Problem[], today: string): Indicator[] => [
  homePage(catalogue, today),
  columns(catalogue, today),
  blanks(catalogue),
  guides(catalogue),
  links(problems),
  ...UNSEEN,
];
