/** Numbers of persons with only a part hidden: what is left still tells where from, and helps to find the rest. */
import { PROVINCES } from './checksums.ts';
import type { Candidate, PrivacyKindName } from './kinds.ts';

const HIDES = '*×xX●○■□#?_.·•';
const PARTLY = new RegExp(`(?<![0-9A-Za-z*])\\d[\\d${HIDES} \\-]{8,24}[\\dXx${HIDES}]?(?![0-9A-Za-z])`, 'g');
const PARTS = new RegExp(`^(\\d+)([${HIDES}]{2,16}?)(\\d*[\\dXx]?)$`);
const OF_AN_IDENTITY = /(?:身份证|证件|证号)[^。\n]{0,12}$/;
const OF_A_CARD = /(?:卡|账号|账户)[^。\n]{0,12}$/;

/** Which number a head, what hides the middle, and a tail belong to. */
function kindOf(head: string, hidden: number, tail: string, before: string): PrivacyKindName | undefined {
  const length = head.length + hidden + tail.length;
  const shown = head.length + tail.length;
  if (length === 11 && /^1[3-9]/.test(head) && shown >= 6) return 'mobile';
  const isPaid = OF_A_CARD.test(before);
  if (length >= 14 && length <= 20 && /^[3-6]\d{3}/.test(head) && isPaid) return 'card';
  const isNamed = OF_AN_IDENTITY.test(before);
  const isCard = /^(?:62|4|5[1-5])/.test(head) && /^1[679]$/.test(String(length));
  if (isCard && shown >= 8 && !isNamed) return 'card';
  if (!PROVINCES.test(head) || head.length < 4) return undefined;
  if (length >= 15 && length <= 20 && shown >= 8) return 'identity';
  return head.length >= 6 && isNamed ? 'identity' : undefined;
}

/** Numbers of persons that were hidden only in part, in a normalised text. */
export function* findMaskedNumbers(text: string): Generator<Candidate> {
  for (const { 0: written, index } of text.matchAll(PARTLY)) {
    const value = written.trimEnd();
    const [, head = '', hidden = '', tail = ''] = PARTS.exec(value.replace(/[ \-]/g, '')) ?? [];
    const kind = head && kindOf(head, hidden.length, tail, text.slice(Math.max(0, index - 16), index));
    if (!kind) continue;
    const note = '只遮了几位，仍能和别的信息对上';
    yield { kind, grade: 'warn', start: index, end: index + value.length, value, note };
  }
}
