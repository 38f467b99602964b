/** Wording and form that every author's text must keep: terms (facts B5), punctuation and numerals (facts G1). */

export interface LintFinding {
  readonly severity: 'error' | 'warning';
  /** What stands there, to be quoted. */
  readonly found: string;
  readonly message: string;
  /** What to write instead of what was found. */
  readonly instead: string;
}

interface LintRule {
  readonly pattern: RegExp;
  readonly severity: LintFinding['severity'];
  readonly message: string;
  readonly instead: string | ((found: string) => string);
}

const term = (pattern: RegExp, instead: string, why: string): LintRule => ({
  pattern,
  severity: 'error',
  message: why,
  instead,
});

/** Terms that law or usage has replaced (facts B5). */
const TERMS: readonly LintRule[] = [
  term(/社区服刑人员|社区矫正人员|社矫人员/g, '社区矫正对象', '社区矫正法施行后不用这个旧称'),
  term(/刑释解教人员|两劳人员|刑释人员/g, '刑满释放人员', '劳动教养已废止，不用这个旧称'),
  term(/法制宣传/g, '法治宣传', '法治宣传教育法用“法治”'),
  term(/居住地变更/g, '执行地变更', '社区矫正法第二十七条用“执行地”'),
  term(/司法行政机关批准外出/g, '社区矫正机构批准外出', '外出由社区矫正机构批准（社区矫正法第二十七条）'),
  term(/(?<![省市县])法律援助条例(?=第)/g, '法律援助法', '2022年起以法律援助法为准，不引国务院的旧条例'),
  term(/行政复议法实施条例(?=第)/g, '行政复议法', '2024年起以修订后的行政复议法为准'),
  term(/司法所条例/g, '具体法律的名称和条文', '没有查到已经出台的司法所条例，不能作依据'),
  term(/登陆(?=网|平台|系统|页面|账)/g, '登录', '进入网站、系统用“登录”'),
  term(/帐号/g, '账号', '应写“账号”'),
  term(/其它/g, '其他', '公文用“其他”'),
];

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

const widen = (text: string) => text.replace(/[,.;:!?()]/g, (mark) => FULL_WIDTH[mark] ?? mark);

/** Punctuation, brackets and numerals (facts G1: GB/T 15834, GB/T 15835, GB/T 9704). */
const FORMS: readonly LintRule[] = [
  {
    pattern: /(?<=\p{Script=Han})[[【(（［](?:19|20)\d{2}[\]】)）］](?=第?\d+号)/gu,
    severity: 'error',
    message: '发文字号的年份用六角括号',
    instead: (found) => `〔${found.slice(1, -1)}〕`,
  },
  {
    pattern: /(?<=〔(?:19|20)\d{2}〕)(?:第0*|0+)(?=\d+号)/g,
    severity: 'error',
    message: '发文字号的序号不加“第”，前面不补0',
    instead: () => '',
  },
  {
    pattern: /(?<=[\p{Script=Han}》”）])[,.;:!?](?=[\p{Script=Han}《“（])/gu,
    severity: 'warning',
    message: '汉字之间用全角标点',
    instead: widen,
  },
  {
    pattern: /\([^()]*\p{Script=Han}[^()]*\)/gu,
    severity: 'warning',
    message: '括号里有汉字的用全角括号',
    instead: widen,
  },
  {
    pattern: /[０-９]+/g,
    severity: 'warning',
    message: '数字用半角',
    instead: (found) => found.normalize('NFKC'),
  },
  {
    pattern: /[一二三四五六七八九][0０][一二三四五六七八九]/g,
    severity: 'warning',
    message: '汉字数字里的零写“〇”',
    instead: (found) => found.replace(/[0０]/, '〇'),
  },
  {
    pattern:
      /\d+年[一二三四五六七八九十]+月|\d+月[一二三四五六七八九十]+日|[一二三四五六七八九十]+月\d+日|\d+[十百](?=[个名项日天份户人件元])/g,
    severity: 'warning',
    message: '同一个数里不混用两种数字',
    instead: () => '统一用阿拉伯数字',
  },
];

const RULES: readonly LintRule[] = [...TERMS, ...FORMS];

/** Text quoted from a source keeps its words when marked as 原文“……”; titles in 《》 keep theirs. */
const EXEMPT = /原文“[^”]*”|《[^》]*》/g;

/** Everything that a text should say otherwise, in the order in which it stands. */
export function lintText(text: string): LintFinding[] {
  const open = text.replace(EXEMPT, (quoted) => '\u0000'.repeat(quoted.length));
  return RULES.flatMap((rule) =>
    [...open.matchAll(rule.pattern)].map((match) => ({
      at: match.index,
      finding: findingOf(rule, match[0]),
    })),
  )
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
}

const findingOf = ({ severity, message, instead }: LintRule, found: string): LintFinding => ({
  severity,
  found,
  message,
  instead: typeof instead === 'string' ? instead : instead(found),
});
