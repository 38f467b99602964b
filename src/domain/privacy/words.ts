/** Plates, case numbers, homes, private mail and accounts: told by their shape in words (facts F7, F8). */
import type { Candidate, Grade, PrivacyKindName } from './kinds.ts';

interface Shape {
  readonly kind: PrivacyKindName;
  readonly grade: Grade;
  readonly pattern: RegExp;
  readonly note?: string;
}

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const GROUP_OF_VILLAGE =
  '[\\u4e00-\\u9fa5]{2,12}(?:村|社区)(?:第)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:村民小)?(?:组|社)';
const HOMES = '(?:小区|花园|苑|公寓|家园|路|街|巷|大道|宿舍|村|社区)[^，。；\\n]{0,12}?';
const PRIVATE_MAIL =
  '(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|21cn|tom|aliyun|gmail|hotmail|outlook|live|icloud|yahoo)';

/** Shapes in the order in which they are tried; of two that overlap the graver or longer one is kept. */
const SHAPES: readonly Shape[] = [
  {
    kind: 'plate',
    grade: 'warn',
    pattern: new RegExp(
      `${PROVINCE}[A-HJ-NP-Z][ ·•.\\-]?(?=[A-HJ-NP-Z]*\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])`,
      'g',
    ),
  },
  {
    kind: 'case',
    grade: 'block',
    pattern: new RegExp(
      `[([〔]\\d{4}[)\\]〕](?:最高法|${PROVINCE}\\d{0,4}(?:兵)?)刑[^号\\n]{0,8}?\\d+号`,
      'g',
    ),
    note: '这是刑事案件',
  },
  {
    kind: 'case',
    grade: 'warn',
    pattern: new RegExp(
      `[([〔]\\d{4}[)\\]〕](?:最高法|${PROVINCE}\\d{0,4}(?:兵)?)(?:民|行|执|赔|破|知|司|调|诉)[^号\\n]{0,8}?\\d+号`,
      'g',
    ),
  },
  {
    kind: 'case',
    grade: 'hint',
    pattern: /[\u4e00-\u9fa5]{0,8}矫[\u4e00-\u9fa5]{0,4}[〔[(]\d{4}[〕\])]第?\d+号/g,
    note: '像社区矫正文书的文号',
  },
  {
    kind: 'door',
    grade: 'warn',
    pattern: new RegExp(`${GROUP_OF_VILLAGE}(?:附)?\\d{1,4}(?:-\\d{1,3})?(?:号|户)`, 'g'),
  },
  {
    kind: 'door',
    grade: 'warn',
    pattern: new RegExp(
      `${HOMES}\\d{1,3}(?:栋|幢|号楼)(?:\\d{1,2}|[一二三四五六七八九十]{1,2})?(?:单元)?-?\\d{1,2}(?:楼|层)?-?\\d{0,4}(?:室|号|房)?(?=[^\\d栋幢]|$)`,
      'g',
    ),
  },
  {
    kind: 'mail',
    grade: 'warn',
    pattern: new RegExp(
      `(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,40}@(?:vip\\.)?${PRIVATE_MAIL}\\.(?:com|cn|net|me)(?:\\.cn)?(?![A-Za-z0-9])`,
      'gi',
    ),
  },
  {
    kind: 'account',
    grade: 'warn',
    pattern: /(?:微信号?|QQ号?码?|wechat|weixin)(?:为|是)?\s*[：:]\s*(?!公众)[A-Za-z0-9_-]{5,20}/gi,
  },
];

/** Whoever lives in a group of a village can be told only where the text also speaks of sensitive people. */
const HAMLET = new RegExp(GROUP_OF_VILLAGE, 'g');

/** Everything of these shapes in a normalised text; `sensitive` when it speaks of people who must not be known. */
export function* findShapes(text: string, sensitive: boolean): Generator<Candidate> {
  for (const { kind, grade, pattern, note } of SHAPES)
    for (const { 0: value, index } of text.matchAll(pattern))
      yield { kind, grade, start: index, end: index + value.length, value, note };
  if (!sensitive) return;
  for (const { 0: value, index } of text.matchAll(HAMLET)) {
    const note = '同一篇里写到了矫正对象、当事人等';
    yield { kind: 'door', grade: 'hint', start: index, end: index + value.length, value, note };
  }
}
