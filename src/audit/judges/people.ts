/** Who works at an office, who stands in, and where they are on a day. */
import { daysBetween } from '../../domain/dates.ts';
import { clue, EMPTY, saysNothing, type Clue } from '../clue.ts';
import { newestDate } from '../dates.ts';
import { callings } from '../numbers.ts';
import type { AuditPage } from '../page.ts';
import type { PageLine } from '../tree.ts';
import { isOfOffice, labelled, officeOf, type Scope } from '../scope.ts';
import { byLine } from './contact.ts';

const POST = /所长|司法助理员|科员|干事|辅助人员|工作人员|[一二三四]级主[任办]/;
/** Words about people that name nobody. */
const ABOUT = /公开|公示|职责|信息|名单|去向|安排/;
/** One person with a post, at the head of a line. */
const PERSON =
  /^(?:姓名[：:])?\p{Script=Han}{2,4}[\s，,：:（(].{0,12}(?:所长|司法助理员|科员|干事|工作人员)/u;
const DUTY = /职责|分工|负责|主持|分管|承担|协助/;

/** What belongs to one person: a row, a line, or a heading with the lines below it. */
interface Unit {
  readonly line: PageLine;
  readonly text: string;
  /** Something is said beside the name, the post and the telephone. */
  readonly more: boolean;
}

function cards({ lines }: AuditPage): Unit[] {
  return lines.flatMap((line, at) => {
    if (line.kind !== 'heading' || !POST.test(line.text) || ABOUT.test(line.text) || line.text.length > 30)
      return [];
    const end = lines.findIndex((other, index) => index > at && !other.under.includes(line.text));
    const own = lines.slice(at + 1, end < 0 ? undefined : end).filter(({ text }) => !EMPTY.test(text));
    const more = own.some(({ text }) => text.length > 5 && !/\d{6}|接办|代岗|角/.test(text));
    return [{ line, text: [line, ...own].map(({ text }) => text).join('；'), more }];
  });
}

/** A row of a table of people; empty cells do not count. */
function ofRow(line: PageLine): Unit[] {
  const cells = [...(line.cells ?? [])].filter(([, text]) => text && !EMPTY.test(text));
  if (!cells.some(([name]) => /姓名/.test(name)) || !cells.some(([name]) => /职务|岗位|职位/.test(name)))
    return [];
  const more = cells.some(([name]) => DUTY.test(name));
  return [{ line, text: cells.map((cell) => cell.join('：')).join('；'), more }];
}

const units = (page: AuditPage): Unit[] => [
  ...page.lines.flatMap((line) => {
    if (line.kind === 'row') return ofRow(line);
    const isOne =
      line.kind === 'line' && PERSON.test(line.text) && DUTY.test(line.text) && line.text.length < 120;
    return isOne ? [{ line, text: line.text, more: true }] : [];
  }),
  ...cards(page),
];

function person(page: AuditPage, { line, text, more }: Unit): Clue {
  if (!isOfOffice(page, line)) return clue('hint', '写了职务，是不是司法所的人说不准', page, line);
  if (!more) return clue('hint', '写了职务，没有看到职责', page, line);
  const shared = page.lines.some(
    (one) => /(?:办公|咨询|联系)电话/.test(labelled(one)) && callings(one.text).has('landline'),
  );
  return callings(text).has('landline') || shared
    ? clue('proof', '写有职务、职责和办公电话', page, line)
    : clue('hint', '写了职务和职责，没有能拨通的办公电话', page, line);
}

const STAFF = /人员(?:名单|信息|职责|职务|情况|公示)|工作人员|姓名/;

/** People with post, duties and a telephone of the office. */
export function people({ pages }: Scope): Clue[] {
  const empty = byLine((page, line) =>
    line.kind !== 'heading' && STAFF.test(labelled(line)) && saysNothing(line)
      ? clue('void', '写了人员一栏，没有人员', page, line)
      : undefined,
  );
  return [
    ...pages.flatMap((page) => units(page).map((unit) => person(page, unit))),
    ...empty({ pages, today: '' }),
  ];
}

const DEPUTY = /[ABＡＢ]\s*角|[ab]角|代岗|接办|顶岗/;
const NAMED =
  /由\s*\p{Script=Han}{2,4}\s*(?:接办|代岗|代办|顶岗)|[BＢ]\s*角[）)]?\s*[：:]\s*\p{Script=Han}{2,4}(?!\p{Script=Han})/u;

export const deputies = byLine((page, line) => {
  if (line.kind === 'heading' || !DEPUTY.test(labelled(line))) return undefined;
  if (saysNothing(line)) return clue('void', '写了代岗一栏，没有人员', page, line);
  return NAMED.test(line.text) && isOfOffice(page, line)
    ? clue('proof', '写有由谁接办', page, line)
    : clue('hint', '提到代岗，没有看出由谁接办', page, line);
});

const STATE = /在岗|走访|会议|开会|培训|公出|休假|外出|下村|出差|值班/;
/** What may be told, not what is. */
const CHOICE = /(?:在岗|外出|走访|培训|公出)[、或/]|还是/;
/** The longest row of days without work, with some to spare. */
const REST = 10;

/** Whereabouts of a day end with it (design §3); whether the days since were workdays only people know. */
export function whereabouts({ pages, today }: Scope): Clue[] {
  return pages.flatMap((page) => {
    const told = page.lines.filter(({ text, label, under, kind }) => {
      const about = [page.title, label ?? '', text, ...under].some((one) => one.includes('去向'));
      return about && kind !== 'heading' && STATE.test(text) && !CHOICE.test(text);
    });
    const [first] = told;
    if (!first) {
      const empty = page.lines.find((line) => /去向/.test(labelled(line)) && saysNothing(line));
      return empty ? [clue('void', '写了去向一栏，没有去向', page, empty)] : [];
    }
    const dated = told
      .map((line) => ({ line, on: newestDate([line.text, line.label ?? '', ...line.under].join(' ')) }))
      .filter((one): one is { line: PageLine; on: string } => one.on !== undefined)
      .toSorted((a, b) => (a.on < b.on ? 1 : -1));
    const newest = dated[0];
    if (!newest) return [clue('hint', '写了去向，没有写是哪一天的', page, first)];
    const { line, on } = newest;
    if (!officeOf(page) && ![page.title, labelled(line), ...line.under].some((one) => one.includes('司法所')))
      return [clue('hint', '有去向，是不是司法所的说不准', page, line)];
    if (on >= today) return [clue('proof', `写有${on}的去向`, page, line)];
    return daysBetween(on, today) > REST
      ? [clue('void', `最近一天是${on}，早已过去`, page, line)]
      : [clue('hint', `最近一天是${on}，这以后有没有上班说不准`, page, line)];
  });
}
