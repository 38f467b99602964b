/** Telephones, address and hours of an office. */
import { callings } from '../numbers.ts';
import { clue, EMPTY, saysNothing, type Clue } from '../clue.ts';
import type { AuditPage } from '../page.ts';
import type { PageLine } from '../tree.ts';
import { isOfOffice, labelled, officeOf, type Scope } from '../scope.ts';

const PHONE = /电话|座机|联系方式|热线/;
const SUPERVISION = /监督[^。；]{0,6}电话|投诉[^。；]{0,6}电话|举报[^。；]{0,6}电话/;
const OTHER_USE = /监督|投诉|举报|传真/;

/** Another's line for complaints. */
const OTHER_ORGAN = /[局委厅]|法院|检察院|政府|中心|大队|公司|协会/;

type JudgeLine = (page: AuditPage, line: PageLine) => Clue | undefined;

/** Judges each line by itself. */
export const byLine =
  (judge: JudgeLine) =>
  ({ pages }: Scope): Clue[] =>
    pages.flatMap((page) => page.lines.flatMap((line) => judge(page, line) ?? []));

/** A telephone with its use before or behind it. */
function phone(page: AuditPage, line: PageLine, sure: boolean): Clue | undefined {
  const found = callings(line.text);
  if (found.has('landline'))
    return sure
      ? clue('proof', '写有固定电话', page, line)
      : clue('hint', '有电话号码，是谁的说不准', page, line);
  if (found.has('sample')) return clue('void', '号码是示例，拨不通', page, line);
  if (found.has('mobile')) return clue('hint', '是手机号码，是不是办公电话说不准', page, line);
  return found.has('hotline') ? clue('hint', '是公共热线，不是所里的电话', page, line) : undefined;
}

export const contact = byLine((page, line) => {
  const said = labelled(line);
  if (!PHONE.test(said) || OTHER_USE.test(said) || line.kind === 'heading') return undefined;
  if (saysNothing(line)) return clue('void', '写了电话一栏，没有号码', page, line);
  const found = phone(page, line, isOfOffice(page, line));
  // Hotlines stand everywhere and say nothing of an office.
  return found?.why.startsWith('是公共热线') ? undefined : found;
});

export const supervision = byLine((page, line) => {
  const said = labelled(line);
  if (!SUPERVISION.test(said) || line.kind === 'heading') return undefined;
  if (saysNothing(line)) return clue('void', '写了监督电话一栏，没有号码', page, line);
  const of = officeOf(page) !== undefined || /司法[局所]/.test(`${page.title}${said}`);
  const sure = of && line.text.length <= 90 && !OTHER_ORGAN.test(said.replace(/司法[局所厅]/g, ''));
  return phone(page, line, sure);
});

const ADDRESS = /(?:办公|联系|单位|详细|本所)地[址点]|(?:^|[；，。\s])地址/;
const PLACE = /[\p{Script=Han}\d]{2,}(?:\d+号|路|街|巷|组|楼|院|大道|村|社区)/u;

export const place = byLine((page, line) => {
  const said = labelled(line);
  const value = /地[址点][^：:]{0,4}[：:]\s*([^；;。]{0,60})/.exec(said)?.[1] ?? '';
  if (!ADDRESS.test(said) || line.kind === 'heading') return undefined;
  if (EMPTY.test(value)) return clue('void', '写了地址一栏，没有地址', page, line);
  if (!PLACE.test(value)) return undefined;
  return isOfOffice(page, line)
    ? clue('proof', '写有地址', page, line)
    : clue('hint', '有地址，是谁的说不准', page, line);
});

const HOURS = /(?:办公|工作|上班|接待|服务|开放)时间/;
const DAYS = /周[一二三四五六日]|星期|工作日|每[天日]/;
const TIMES =
  /\d{1,2}\s*(?:[:：]\d{2}|[点时])[^\d]{0,4}[-—–~～至到][^\d]{0,4}\d{1,2}\s*(?:[:：]\d{2}|[点时])/;

export const hours = byLine((page, line) => {
  const said = labelled(line);
  if (!HOURS.test(said) || line.kind === 'heading') return undefined;
  if (saysNothing(line)) return clue('void', '写了办公时间一栏，没有时间', page, line);
  if (!TIMES.test(line.text)) return undefined;
  if (!DAYS.test(line.text)) return clue('hint', '写了几点，没有说周几', page, line);
  return isOfOffice(page, line)
    ? clue('proof', '写有周几、几点到几点', page, line)
    : clue('hint', '有时间，是哪里的说不准', page, line);
});
