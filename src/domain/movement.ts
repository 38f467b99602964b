/**
 * Personal movement in words that were meant for something else. Whereabouts themselves have no free text; the few
 * sentences that stand beside hours do, and must not say what the six states leave out (design §3, facts A8-3, F1).
 */
import { PRIVACY_KINDS } from './privacy/kinds.ts';
import { normalise, withoutMarkup } from './privacy/normalise.ts';
import { scanText } from './privacy/scan.ts';
import { NAME } from './privacy/surnames.ts';

const REASON = /生病|病假|看病|住院|手术|就诊|产假|婚假|丧假|事假|年休假|陪护|家里有事|家事|私事|探亲|怀孕/;
/** A door, not a village: `三组12号`, `2栋`, `3单元`, `501室`, `三栋四楼`; or whose. */
const DOOR =
  /[\d一二三四五六七八九十]+组[\d一二三四五六七八九十]*号?(?:院|家)|组\d+号|[\d一二三四五六七八九十]+[栋幢]|\d+单元|\d+室|[\u4e00-\u9fa5]家(?:里|中)/;
/** A few houses, where somebody is visited. */
const HAMLET =
  /(?:入户|走访|家访|看望).{0,12}村第?[\d一二三四五六七八九十]{1,3}[组社]|村第?[\d一二三四五六七八九十]{1,3}[组社].{0,6}(?:入户|走访|家访|看望)/;
/** Somebody who is visited by name. */
const VISITED = new RegExp(
  `(?:看望|探望|约谈|家访|慰问|陪同?|送达)(${NAME})(?=家|处|户|办|[,。、;\\s与和]|$)|(?:走访|找|去|到|访|调解)(${NAME})(?=家(?:$|里|中|走|调|核|访|看|[,。])|处(?:$|核|走|访)|户|[、与和])`,
);

/** What a text tells of a person's movement, in Chinese; undefined when nothing was seen. `names`: the office's people. */
export function movementIn(text: string, names: readonly string[]): string | undefined {
  const plain = withoutMarkup(normalise(text)).text;
  const name = names.find((one) => plain.includes(one));
  if (name !== undefined) return `工作人员的姓名“${name}”`;
  const reason = [REASON, DOOR, HAMLET, VISITED].map((one) => one.exec(plain)?.[0]).find(Boolean);
  if (reason !== undefined) return `“${reason}”`;
  const [found] = scanText(text);
  return found && PRIVACY_KINDS[found.kind].title;
}
