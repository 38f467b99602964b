/**
 * Personal movement in words that were meant for something else. Whereabouts themselves have no free text; the few
 * sentences that stand beside hours do, and must not say what the six states leave out (design §3, facts A8-3, F1).
 */

const REASON = /生病|病假|看病|住院|手术|就诊|产假|婚假|丧假|事假|年休假|陪护|家里有事|家事|私事|探亲|怀孕/;
/** A door, not a village: `三组12号`, `2栋`, `3单元`, `501室`. */
const DOOR =
  /[\d一二三四五六七八九十]+组[\d一二三四五六七八九十]*号?(?:院|家)|组\d+号|\d+[栋幢]|\d+单元|\d+室|[\u4e00-\u9fa5]家(?:里|中)/;
const IDENTITY = /(?<!\d)(?:\d{17}[\dXx]|\d{6}\*{6,10}\d{3}[\dXx])(?![\dA-Za-z])/;
const MOBILE = /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/;

/** Full-width forms, and what people put between digits, taken away (facts F2). */
const plainOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '')
    .replace(/(?<=\d)[\s\-·.、—]+(?=\d)/g, '');

/** What a text tells of a person's movement, in Chinese; undefined when nothing was seen. `names`: the office's people. */
export function movementIn(text: string, names: readonly string[]): string | undefined {
  const plain = plainOf(text);
  const name = names.find((one) => plain.includes(one));
  if (name !== undefined) return `工作人员的姓名“${name}”`;
  if (IDENTITY.test(plain)) return '身份证号';
  if (MOBILE.test(plain)) return '手机号';
  const reason = REASON.exec(plain)?.[0] ?? DOOR.exec(plain)?.[0];
  return reason === undefined ? undefined : `“${reason}”`;
}
