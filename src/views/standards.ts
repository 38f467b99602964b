import { inWords } from '../domain/dates.ts';
import { ROOMS, type Standards } from '../schemas/standards.ts';

const say = (value: boolean | undefined, yes: string, no: string) =>
  value === undefined ? undefined : value ? yes : no;

function area(m2: number | undefined): string | undefined {
  return m2 === undefined ? undefined : `${m2}平方米（方案要求不少于100平方米）`;
}

function rooms(list: Standards['rooms']): string | undefined {
  if (!list) return undefined;
  return list.length === ROOMS.length ? `六类齐全：${list.join('、')}` : list.join('、') || '无';
}

function training(year: Standards['training']): string | undefined {
  if (!year) return undefined;
  return `${year.year}年${year.sessions}次，累计${year.days ?? 0}天、${year.hours ?? 0}学时`;
}

/** What an office reports against the 2018 plan, row by row (facts E2–E29); undefined where it has not reported. */
export const standardsRows = (
  s: Standards,
): readonly (readonly [name: string, text: string | undefined])[] => [
  ['立户列编', say(s.registered, '已列编', '未列编')],
  ['管理体制', say(s.dualManagement, '县级司法局主管、乡镇（街道）协管', '还没有理顺')],
  ['业务用房面积', area(s.premisesAreaM2)],
  ['独立使用', say(s.independentUse, '是', '否')],
  ['用房占用', say(s.premisesMisused, '有挤占、挪用、出租、出让或转借', '没有')],
  ['功能用房', rooms(s.rooms)],
  [
    '外观标识',
    s.signage && `${s.signage.compliant ? '符合规范' : '不符合规范'}（${inWords(s.signage.checkedOn)}核查）`,
  ],
  ['电子政务外网', say(s.egovNet, '已接入', '未接入')],
  ['省司法行政工作平台', say(s.platform, '在用', '未用')],
  ['公共法律服务站', say(s.serviceStation, '已建立', '未建立')],
  ['调解网络', say(s.mediationNetwork, '已覆盖到村（社区）', '未全覆盖')],
  ['未经市级同意的借调、借用', s.secondedOut === undefined ? undefined : `${s.secondedOut}名`],
  ['新入职培训', say(s.newcomersTrained, '都经过培训', '还有没经过培训的')],
  ['工作制度', s.systems === undefined ? undefined : `${s.systems}项（方案列出17项）`],
  ['装备账目', say(s.equipmentLedger, '已建立', '未建立')],
  ['年度普法计划', s.legalEducationPlanYear?.toString()],
  ['集中培训', training(s.training)],
];
