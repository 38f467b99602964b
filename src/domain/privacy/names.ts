/** A name beside the role of somebody who must not be known (facts F8). */
import type { Candidate } from './kinds.ts';
import { NAME } from './surnames.ts';

/** Whom the office supervises, helps or hears: one may be told of by a place, too. */
const SENSITIVE =
  '社区矫正(?:对象|人员)|社矫(?:对象|人员)|矫正(?:对象|人员)|(?:社区)?服刑人员|刑满释放(?:的|人员)?|刑释(?:解教)?人员|(?:安置)?帮教对象|(?:涉|吸)毒人员|(?:强制隔离|社区)?戒毒(?:人员|康复人员)|信访人|上访人|受援人|法律援助申请人|被调解人|当事人|被害人|受害[人者]|未成年人|罪犯|缓刑(?:人员|犯)|假释(?:人员|犯)|管制(?:人员|犯)|(?:暂予)?监外执行(?:人员|罪犯)';
const IN_A_CASE =
  '原告人?|被告人?|第三人|(?:被)?(?:申请|上诉|申诉|答辩)人|(?:申请|被)执行人|复议申请人|(?:犯罪)?嫌疑人|举报人|投诉人|控告人|检举人|证人|监护人|被处罚人|被拘留人|被监护人|违法(?:行为)?人|醉驾人员|酒驾人员|重点人员|精神(?:病人|障碍患者|病患者)|低保户|五保户|特困户|贫困户|死者|伤者|逝者|[甲乙丙]方';

const ROLES = `(?:${SENSITIVE}|${IN_A_CASE})`;
const BETWEEN = `[ \\t：:、（(“"|,，]{0,4}(?:姓名[ ：:|]{0,3})?\\n?[ \\t]{0,2}`;

const AFTER_ROLE = new RegExp(`(${ROLES}${BETWEEN})(${NAME})`, 'g');
const BEFORE_ROLE = new RegExp(
  `(^|[^\\u4e00-\\u9fa5]|[对将把助访])(${NAME})(?=(?:[（(，,]\\s?|系|为|是)(?:${ROLES}))`,
  'gm',
);

const SENSITIVE_ROLE = new RegExp(SENSITIVE);

/** True where a text speaks of people who must not be known. */
export const speaksOfSensitive = (text: string): boolean => SENSITIVE_ROLE.test(text);

/** Names beside such roles in a normalised text. */
export function* findNames(text: string): Generator<Candidate> {
  for (const pattern of [AFTER_ROLE, BEFORE_ROLE])
    for (const { 1: before = '', 2: value = '', index } of text.matchAll(pattern)) {
      const start = index + before.length;
      yield { kind: 'name', grade: 'warn', start, end: start + value.length, value };
    }
}
