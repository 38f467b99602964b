import type { DisclosureItem, EvidenceKey } from '../schemas/disclosure.ts';
import type { AuditVerdict } from './clue.ts';

/** How each item is written so that people and machines find it. */
const WRITE: Record<EvidenceKey, string> = {
  cityFunctions: '写一页“司法所工作职能”，逐项写做什么、谁作决定',
  cityServices: '每件事写一篇办事指南，用小标题写明对象、条件、材料、流程、时限、费用、救济',
  cityRules: '17项制度各写一页或一节，标题写全称，下面写要点和监督方式',
  place: '在司法所自己的网页上写“办公地址：……”',
  contact: '在司法所自己的网页上写“办公电话：区号-号码”',
  hours: '在司法所自己的网页上写“办公时间：周一至周五 09:00—12:00，……”，按实际的写',
  people: '列一张表：姓名、职务、职责、办公电话',
  deputies: '在人员表里加一列B角，写由谁接办',
  supervision: '写“监督电话：区号-号码”，写明是哪个单位的',
  whereabouts: '列“工作去向”表，写明日期，每人只写在岗、外出等类别和时段',
  affairs: '发一篇写明日期和司法所名称的内容，放在同名栏目里',
  statistics: '列一张表，写明几月，各类办了多少件，只写汇总数',
};

/** What to do about a verdict. */
export function nextStep(verdict: AuditVerdict, { evidence, expects }: DisclosureItem): string | undefined {
  if (verdict === 'found') return undefined;
  if (verdict === 'absent') return `${WRITE[evidence]}。`;
  return `请人看一看：读者能不能找到${expects}。没有的，${WRITE[evidence]}。`;
}
