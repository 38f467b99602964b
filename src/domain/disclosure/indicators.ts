import type { Catalogue } from '../../catalogue/types.ts';
import { addDays } from '../dates.ts';
import type { Problem } from '../problems.ts';
import type { Assessment } from './assess.ts';
import { lackingElements } from './guide-elements.ts';
import { blankColumns, lapsedColumns, lateColumns } from './indicator-columns.ts';
import { noticesOf, newest, said, VETO, type Indicator } from './indicator.ts';

/** The home page shows the newest notices of the city and its offices; without any in two weeks it counts as not updated. */
function homePage(catalogue: Catalogue, today: string): Indicator {
  const last = newest(noticesOf(catalogue));
  const failed = last === undefined || last < addDays(today, -13);
  return {
    name: '首页不更新',
    threshold: '监测2周，首页没有更新（首页只是导航的，看全部二级页）',
    source: VETO,
    outcome: failed ? 'failed' : 'passed',
    found: `公告和动态${said(last)}`,
  };
}

function guides({ services }: Catalogue): Indicator {
  const poor = services.filter(({ data }) => lackingElements(data).length >= 4);
  const failed = poor.length >= 5 || poor.length === services.length;
  const incomplete = services.filter(({ data }) => lackingElements(data).length > 0);
  return {
    name: '服务不实用',
    threshold: '没有办事服务；或办事指南重点要素缺4类及以上的事项5个以上（事项不足5个的，每个都缺4类及以上）',
    source: `${VETO}；“重点要素缺4类”一句来源被截断，待核`,
    outcome: failed ? 'failed' : incomplete.length > 0 ? 'below' : 'passed',
    found: `${services.length}份指南，缺要素的${incomplete.length}份，缺4类以上的${poor.length}份`,
  };
}

/** Dead links within the content, which the content check finds. */
function links(problems: readonly Problem[]): Indicator {
  const dead = problems.filter(({ kind }) => kind === 'reference').length;
  return {
    name: '不可用链接',
    threshold: '首页和其他页面的不可用链接按个扣分（每个分值待核）',
    source: '国办秘函〔2019〕19号 扣分指标（据2015年普查评分表的结构，待核原文）',
    outcome: dead > 0 ? 'below' : 'passed',
    found: dead > 0 ? `内容里有${dead}个` : '内容里没有；整站的链接由程序的测试检查',
  };
}

const UNSEEN: readonly Indicator[] = [
  {
    name: '站点无法访问',
    threshold: '监测1周、每天间隔访问20次以上，15秒以上打不开的次数累计占5%以上',
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
  {
    name: '总分',
    threshold:
      '没有单项否决的看扣分指标（满分100），低于60分不合格；超过80分的才计加分指标（满分30，只用于政府门户）',
    source: '国办秘函〔2019〕19号 计分方法（据转述，待核原文；2019年以后有没有新版没有查到）',
    outcome: 'unseen',
    found: '各项分值没有查到，本站不算分',
  },
];

/** The self-check by the indicators of government sites that can be worked out from the content (facts A4). */
export const selfCheck = (
  catalogue: Catalogue,
  problems: readonly Problem[],
  assessment: Assessment,
): Indicator[] => [
  homePage(catalogue, assessment.today),
  lateColumns(catalogue, assessment.today),
  lapsedColumns(assessment),
  blankColumns(catalogue, assessment),
  guides(catalogue),
  links(problems),
  ...UNSEEN,
];
