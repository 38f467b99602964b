/** Texts that are written once for all offices: functions, guides, rules. */
import { clue, EMPTY, type Clue } from '../clue.ts';
import type { AuditPage } from '../page.ts';
import type { PageLine } from '../tree.ts';
import { labelled, officeOf, type Scope } from '../scope.ts';

const isOfOffices = ({ title, lines }: AuditPage): boolean =>
  title.includes('司法所') || lines.some(({ text }) => text.includes('司法所'));

const FUNCTIONS = /工作职能|主要职[责能]|职能职责|工作职责|机构职[责能]|职责任务/;
/** The name of one of the four disclosures names more than functions. */
const isFunctions = (text: string): boolean => FUNCTIONS.test(text) && !/工作流程/.test(text);
const DONE = [
  /人民调解/,
  /社区矫正/,
  /安置帮教/,
  /普法|法治宣传/,
  /法律援助|公共法律服务/,
  /合法性审/,
  /基层法治|依法治理/,
  /执法协调/,
];

/** A section or page named after the functions that tells at least three of them. */
export function functions({ pages }: Scope): Clue[] {
  return pages.flatMap((page) => {
    const named = page.lines.filter(({ text, kind }) => kind === 'heading' && isFunctions(text));
    const whole = isFunctions(page.title);
    const under = page.lines.filter(
      ({ label, under: heads }) => whole || [label ?? '', ...heads].some(isFunctions),
    );
    const said = under.map(({ text }) => text).join('\n');
    const first = named[0] ?? under[0] ?? (whole ? page.title : undefined);
    if (!first) return [];
    const done = DONE.filter((one) => one.test(said)).length;
    // A bureau's duties mention its offices, too: only a section called after them is theirs.
    const about =
      officeOf(page) !== undefined ||
      [page.title, ...under.flatMap((line) => [line.label ?? '', ...line.under])].some((one) =>
        one.includes('司法所'),
      );
    if (done >= 3 && about) return [clue('proof', `职能一栏写了${done}项司法所的工作`, page, first)];
    if (done === 0 && EMPTY.test(said)) return [clue('void', '写了职能一栏，没有内容', page, first)];
    return [
      clue('hint', about ? '有职能一栏，写了什么说不准' : '有职能一栏，是不是司法所的说不准', page, first),
    ];
  });
}

/** What a guide must say (the catalogue's words), by the heads that it may stand under. */
const ELEMENTS: Readonly<Record<string, RegExp>> = {
  对象: /对象|谁(?:能|可以|来)/,
  条件: /条件|什么情况/,
  材料: /材料|带什么/,
  流程: /流程|程序|步骤|怎么办/,
  时限: /时限|期限|多久|几天/,
  费用: /费用?$|收费|多少钱|花钱/,
  救济: /救济|复议|投诉|监督|不服|不满意|不同意|没办成/,
};
const LEAST = 3;

/** What stands at the head of a line: a heading, a label, a column, the words before a colon. */
const headOf = ({ text, label, kind, cells }: PageLine): string[] => [
  ...(kind === 'heading' ? [text] : []),
  ...(cells ? cells.keys() : []),
  label ?? '',
  /^[（(【[\s一二三四五六七八九十\d、.．]*([^：:。]{2,12})[：:】\]]/.exec(text)?.[1] ?? '',
];

/** Guides with all that they must say; words for it differ, so that what is not seen may be there. */
export function services({ pages }: Scope): Clue[] {
  const guides = pages.flatMap((page) => {
    if (officeOf(page)) return [];
    const heads = page.lines.flatMap(headOf).filter((head) => head && head.length < 30);
    const lacking = Object.keys(ELEMENTS).filter((name) => !heads.some((head) => ELEMENTS[name]?.test(head)));
    return Object.keys(ELEMENTS).length - lacking.length >= LEAST ? [{ page, lacking }] : [];
  });
  const whole = guides.filter(({ page, lacking }) => lacking.length === 0 && isOfOffices(page));
  return guides.map(({ page, lacking }) => {
    if (!isOfOffices(page)) return clue('hint', '有办事指南，没有提到司法所', page, page.title);
    if (lacking.length > 0) return clue('hint', `办事指南没有看到：${lacking.join('、')}`, page, page.title);
    return clue(
      'proof',
      `${whole.length}篇办事指南要素齐全，共找到${guides.length}篇；是不是每件事都有，要人看`,
      page,
      page.title,
    );
  });
}

/** The eleven general and six special systems of the plan (seed 二（四）4). */
const RULES: Readonly<Record<string, RegExp>> = {
  请示汇报: /请示(?:汇报|报告)/,
  政治业务学习: /学习/,
  岗位目标责任: /岗位(?:目标)?责任/,
  公开公示: /公开|公示/,
  廉政勤政: /廉[政洁]|勤政/,
  执法监督与过错责任追究: /过错|责任追究/,
  信访: /信访/,
  考评奖惩: /考[评核]|奖惩/,
  档案管理: /档案/,
  统计报表: /统计|报表/,
  办公设备及交通工具管理: /设备|交通工具|车辆|装备/,
  人民调解: /人民调解/,
  社区矫正: /社区矫正/,
  安置帮教: /安置帮教/,
  法治宣传: /法[治制]宣传|普法/,
  依法治理: /依法治理/,
  法律援助: /法律援助/,
};

const isRule = (text: string): boolean => text.includes('制度') && text.length <= 40;

/** All seventeen, each a page or a section of its own: its name in a heading with something below. */
export function rules({ pages }: Scope): Clue[] {
  const named = pages.flatMap((page) =>
    page.lines.filter(({ text }) => isRule(text)).map((line) => ({ page, line, text: line.text })),
  );
  const [first] = named;
  if (!first) return [];
  const told = named.filter(
    ({ page, line }) =>
      line.kind === 'heading' &&
      page.lines.some(
        (one) => one.under.includes(line.text) && one.text.length > 10 && !EMPTY.test(one.text),
      ),
  );
  const lacking = (list: typeof named) =>
    Object.keys(RULES).filter((name) => !list.some(({ text }) => RULES[name]?.test(text)));
  const missing = lacking(told);
  if (missing.length === 0)
    return told.slice(0, 3).map(({ page, line }) => clue('proof', '17项制度都有正文', page, line));
  const names = lacking(named);
  const why =
    names.length > 0 ? `没有看到：${names.join('、')}` : `只看到名称，没有看到正文：${missing.join('、')}`;
  const empty = told.length === 0 && named.every(({ line }) => EMPTY.test(labelled(line)));
  return [clue(empty ? 'void' : 'hint', why, first.page, first.line)];
}
