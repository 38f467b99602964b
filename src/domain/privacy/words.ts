/** Plates, case numbers, papers, private mail and accounts: told by their shape in words (facts F7, F8). */
import type { Candidate, Grade, PrivacyKindName } from './kinds.ts';

interface Shape {
  readonly kind: PrivacyKindName;
  readonly grade: Grade;
  readonly pattern: RegExp;
  readonly note?: string;
}

const HAN = '\\u4e00-\\u9fa5';
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const PRIVATE_MAIL =
  '(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|21cn|tom|aliyun|gmail|hotmail|outlook|live|icloud|yahoo)';

const YEAR = '[([〔【]?\\d{4}年?[)\\]〕】]?[ -]?';
/** A court by its code; the year and its brackets may be left out where the code is whole. */
const COURT = `(?:(?:[([〔【]\\d{4}[)\\]〕】] ?|\\d{4}[)\\]〕】年 -]{0,2})(?:最高法知?|${PROVINCE} ?\\d{0,4}兵?)|${PROVINCE} ?\\d{2,4})[ -]?`;
const STAGE = '(?:初|终|再|监|申|特|提|保|复|异|督|更|破|核|诉)';
const ORDER = '[ -]?(?:字第)?(?:\\d+|[一二三四五六七八九十百千]+)';
const caseOf = (types: string) =>
  new RegExp(
    `${COURT}(?:${types})(?:[^号\\d\\n]{0,8}?${ORDER}\\s?号|${STAGE}{1,2}${ORDER}(?![\\d年月日]))|${YEAR}[${HAN}]{1,6}?(?:${types})${STAGE}{1,2}字?第?\\d+号`,
    'g',
  );

/** Papers that are numbered for one person. */
const PAPERS =
  '(?:护照|通行证|回乡证|台胞证|军官证|士兵证|永久居留(?:身份)?证|驾驶证|驾照|残疾人证|社保卡|医保卡|出生(?:医学)?证明|passport)';

/** Shapes in the order in which they are tried; of two that overlap the graver or longer one is kept. */
const SHAPES: readonly Shape[] = [
  {
    kind: 'plate',
    grade: 'warn',
    pattern: new RegExp(
      `${PROVINCE} ?[A-HJ-NP-Z][ ·•.\\-\\n|]{0,3}(?=[A-HJ-NP-Z]*\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])|${PROVINCE} ?[A-HJ-NP-Z](?: [A-HJ-NP-Z0-9]){5,6}(?![A-Za-z0-9])`,
      'gi',
    ),
  },
  { kind: 'case', grade: 'block', pattern: caseOf('刑'), note: '这是刑事案件' },
  {
    kind: 'case',
    grade: 'warn',
    pattern: caseOf('民(?![政族])|商|行(?!政)|执(?!法)|赔|破|知民|司[惩救]|诉前|财保'),
  },
  {
    kind: 'case',
    grade: 'warn',
    pattern: new RegExp(
      `[${HAN}]{0,6}[检公安](?:[${HAN}]{0,4}刑[${HAN}]{0,3}|[${HAN}]{0,4}(?:诉|捕|拘)字?)[〔[(]\\d{4}[〕\\])]第?\\d+号`,
      'g',
    ),
    note: '像办案文书的文号',
  },
  {
    kind: 'case',
    grade: 'warn',
    pattern: new RegExp(
      `[${HAN}]{0,8}矫(?!正)[${HAN}]{0,4}[〔[(]\\d{4}[〕\\])][${HAN}]{0,4}第?\\d+号|[〔[(]\\d{4}[〕\\])][${HAN}]{0,4}矫(?!正)[${HAN}]{0,4}第?\\d+号`,
      'g',
    ),
    note: '像社区矫正文书的文号',
  },
  {
    kind: 'paper',
    grade: 'warn',
    pattern: new RegExp(
      `${PAPERS}(?:号码?|编号|证号|No\\.?|[：: 是为|（(])*(?:[${HAN}]字第)?(?!\\d{4}[-年/.])[A-Z]{0,3}[ -]?\\d(?:[ -]?[\\dA-Z]){5,17}`,
      'gi',
    ),
  },
  {
    kind: 'mail',
    grade: 'warn',
    pattern: new RegExp(
      `(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,40} ?(?:@|#|[([]at[)\\]]) ?(?:vip\\.)?${PRIVATE_MAIL}\\.(?:com|cn|net|me)(?:\\.cn)?(?![A-Za-z0-9])`,
      'gi',
    ),
  },
  {
    kind: 'account',
    grade: 'warn',
    pattern:
      /(?:(?:微信|v信|飞信|抖音|快手|微博)(?:号|账号)?|加v|\bvx|\bwx(?=[：:])|扣扣|企鹅号|QQ号?码?|wechat|weixin)(?:为|是)?[ \t]*[：:]?[ \t]*(?!公众)(?=[A-Z_-]*\d|[A-Z]+_)[A-Z0-9_-]{5,20}(?![A-Z0-9_.@-])/gi,
  },
  {
    kind: 'account',
    grade: 'warn',
    pattern:
      /(?:微信号?|QQ号?码?|vx|wx|wechat|weixin|抖音号)(?:为|是)?\s*[：:]\s*(?!公众)[A-Z0-9_-]{5,20}|[?&]uin=\d{5,11}|(?:qzone\.qq\.com\/|qm\.qq\.com\/q\/|weibo\.com\/u\/)\w{5,}/gi,
  },
  {
    kind: 'account',
    grade: 'warn',
    pattern:
      /(?:家庭|住宅|家里|私人|宅)(?:的)?(?:电话|座机|电)[ ：:为是]{0,3}(?:\d{3,4}[- ]?)?\d{7,8}(?!\d)/g,
    note: '像家里的电话',
  },
];

/** Everything of these shapes in a normalised text. */
export function* findShapes(text: string): Generator<Candidate> {
  for (const { kind, grade, pattern, note } of SHAPES)
    for (const { 0: value, index } of text.matchAll(pattern))
      yield { kind, grade, start: index, end: index + value.length, value, note };
}
