import { disclosed } from './find-disclosed.ts';
import { lawPlan, provided, training } from './find-yearly.ts';
import {
  absence,
  area,
  lacksPeople,
  lacksPremises,
  rooms,
  secondedOut,
  signage,
  staffed,
  systems,
  yesNo,
  type Measure,
} from './find.ts';

type Row = readonly [
  table: string,
  id: string,
  short: string,
  title: string,
  clause: string,
  find: Measure['find'],
];

const atLeastOne = (count: number) => count >= 1;

/** Table E, office by office, in the plan's order. */
const ROWS: readonly Row[] = [
  ['E2', 'registered', '列编', '立户列编', '二（一）1', yesNo('registered')],
  ['E3', 'management', '体制', '县级司法局主管、乡镇（街道）协管', '二（一）2', yesNo('dualManagement')],
  ['E30', 'has-premises', '有房', '不是“无房所”', '三（二）', absence(lacksPremises, '无房所')],
  ['E5', 'area', '面积', '业务用房不少于100平方米，独立使用', '二（一）3', area],
  ['E6', 'rooms', '功能', '六类功能用房', '二（一）3', rooms],
  [
    'E7',
    'misuse',
    '占用',
    '用房没有被挤占、挪用、出租、出让、转借',
    '二（一）3',
    yesNo('premisesMisused', false),
  ],
  ['E30', 'has-people', '有人', '不是“无人所”', '三（二）', absence(lacksPeople, '无人所')],
  ['E8', 'head', '所长', '有所长', '二（二）1', staffed('head', atLeastOne)],
  ['E9', 'assistant', '助理', '1名司法助理员', '二（二）1', staffed('assistant', atLeastOne)],
  ['E10', 'staff', '人员', '1至2名工作人员，可兼职', '二（二）1', staffed('staff', atLeastOne)],
  ['E11', 'seconded', '借调', '没有人未经市级同意被借调、借用', '二（二）1', secondedOut],
  ['E14', 'training', '培训', '每年集中培训不少于1次，累计不少于12天或90学时', '二（二）3', training],
  ['E15', 'onboarding', '新人', '新入职人员都经过培训', '二（二）3', yesNo('newcomersTrained')],
  ['E16', 'equipment-plan', '规划', '装备配备年度计划（县级）', '二（三）1', provided('equipmentPlanYear')],
  ['E16', 'equipment', '装备', '装备账目', '二（三）1', yesNo('equipmentLedger')],
  ['E17', 'budget', '经费', '工作经费纳入部门预算（县级）', '二（三）2', provided('budgetYear')],
  ['E18', 'signage', '标识', '外观标识符合规范', '二（四）1', signage],
  ['E19', 'network', '外网', '接入电子政务外网', '二（四）2', yesNo('egovNet')],
  ['E20', 'platform', '平台', '使用省司法行政工作平台', '二（四）2', yesNo('platform')],
  ['E21', 'disclosed-functions', '公开①', '职能、流程、规则公开', '二（四）3', disclosed('functions')],
  ['E22', 'disclosed-people', '公开②', '职责、职务、联系方式公开', '二（四）3', disclosed('people')],
  ['E23', 'disclosed-whereabouts', '公开③', '每日去向公开', '二（四）3', disclosed('whereabouts')],
  ['E24', 'disclosed-affairs', '公开④', '管理事务、工作过程公开', '二（四）3', disclosed('affairs')],
  ['E25', 'systems', '制度', '11项综合制度、6项业务制度', '二（四）4', systems],
  ['E27', 'mediation', '调解', '调解网络覆盖到村（社区）', '二（五）1', yesNo('mediationNetwork')],
  ['E28', 'service-station', '服务', '公共法律服务站', '二（五）4', yesNo('serviceStation')],
  ['E29', 'law-plan', '普法', '年度普法计划', '二（五）5', lawPlan],
];

/**
 * All measures of an office. Of the rest of table E, the city is measured by E1, E12, E26 and E30, E13 is part of
 * E14, and E4 (the rank of a head) is a matter of personnel that need not be public.
 */
export const MEASURES: readonly Measure[] = ROWS.map(([table, id, short, title, clause, find]) => ({
  table,
  id,
  short,
  title,
  clause,
  find,
}));
