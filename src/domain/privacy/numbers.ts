/** Identity numbers, mobile numbers and bank cards (facts F3–F5). */
import {
  hasIdentityCheck,
  hasIdentityShape,
  hasOldIdentityShape,
  isCreditCode,
  passesLuhn,
} from './checksums.ts';
import { digitStrings, type DigitString } from './digits.ts';
import type { Candidate, Grade } from './kinds.ts';

/** Said right before a number that belongs to a thing, not to a person; who took it down is a person. */
const OF_A_THING =
  /(?:订单|流水|档案|案卷|设备|序列|资产|物流|快递|备案|登记|许可|凭证|发票|受理|信用代码|标识)(?:(?!电话|手机|联系|微信|人|员|者|户|卡|账)[^，。；\n]){0,6}$|(?:编号|单号|编码|条码)(?:为|是)?[：:\s]*$/;
/** Said before a bank card. */
const OF_AN_ACCOUNT = /(?:卡|账号|账户|开户|银行|银联|打款|收款)[^。；\n]{0,12}$/;
const OF_A_TELEPHONE = /(?:电话|手机|联系|致电|微信|短信|热线|tel|phone|mobile|mob)[^。；\n]{0,12}$/i;
/** Addresses of pages count their pages with long numbers. */
const IN_AN_ADDRESS = /https?:\/\/[^\s"'<>()]{0,200}$/;
const NAMED_IN_ADDRESS = /(?:tel|phone|mobile|sms|card|wa\.me)[^/&?]{0,8}$/i;

/** What a text ends with; nearer than two dozen characters. */
const says = (what: RegExp, before: string) => what.test(before.slice(-NEAR));
const NEAR = 24;
const isPage = (before: string) => IN_AN_ADDRESS.test(before) && !says(NAMED_IN_ADDRESS, before);

interface Verdict {
  readonly kind: Candidate['kind'];
  readonly grade: Grade;
  readonly note?: string;
  /** The number without what is not its own; all digits by default. */
  readonly value?: string;
}
type Judged = Verdict | undefined;
type Judge = (number: DigitString, before: string) => Judged;

/** How people break an identity number: by its parts (place, birth, order), in fours, sixes, pairs or digits. */
const IDENTITY_GROUPS =
  /^(?:18|15|17,1|14,4|10,8|6,12|9,9|3,2,6,7|6,4,8|6,8,4|6,8,3,1|6,4,4,4|6,4,2,2,4|6,6,6|6,6,3|4,4,4,4,2|3,3,3,3,3,3|(?:1,){14,17}1|(?:2,){8}2)$/;

/** With a right check any way to break it will do that leaves a number standing alone; codes of villages have twelve digits. */
const isIdentityBroken = ({ groups, isWhole }: DigitString) =>
  IDENTITY_GROUPS.test(groups.join(',')) || (isWhole && groups[0] !== 12);

const identity: Judge = (number) => {
  const { digits, groups, apart, isWhole } = number;
  if (digits.length !== 18 && digits.length !== 15) return undefined;
  if (digits.length === 18 && hasIdentityShape(digits)) {
    if (hasIdentityCheck(digits) && isIdentityBroken(number)) {
      if (apart !== 'far') return { kind: 'identity', grade: 'block' };
      return isWhole && groups.length <= 6
        ? { kind: 'identity', grade: 'warn', note: '用文字隔开的' }
        : undefined;
    }
    if (apart !== 'tight' || !IDENTITY_GROUPS.test(groups.join(',')) || isCreditCode(digits))
      return undefined;
    return { kind: 'identity', grade: 'warn', note: '校验位不对，可能抄错了一位，同样不能公开' };
  }
  return apart === 'tight' && /^(?:15|6,6,3)$/.test(groups.join(',')) && hasOldIdentityShape(digits)
    ? { kind: 'identity', grade: 'warn', note: '像 15 位的旧身份证号' }
    : undefined;
};

const MOBILE_GROUPS = /^(?:11|3,4,4|3,8|7,4|4,4,3|4,3,4|3,3,5|5,6|(?:1,){10}1)$/;
/** Groups that also stand beside each other in lists of figures: only of a number that stands alone. */
const SELDOM_GROUPS = /^(?:4,7|3,2,6|5,3,3|3,3,2,3|1,2,4,4)$/;
/** Figures of a year stand so, too: only where one of them begins with a nought. */
const IN_PAIRS = /^(?:(?:2,){5}1|1(?:,2){5})$/;
/** Before the number itself: the country, or the nought of calls to elsewhere. */
const PREFIX = /^(?:(?:00)?86|0)(?=1)/;
/** No figure begins with a nought. */
const hasLeadingNought = ({ digits, groups }: DigitString) => {
  let at = 0;
  return groups.some((length) => {
    const isLeading = at > 0 && length > 1 && digits[at] === '0';
    at += length;
    return isLeading;
  });
};

/** The groups of the number itself; undefined where the prefix is glued to what is no number in its usual form. */
function mobileGroups({ groups }: DigitString, prefix: number): string | undefined {
  if (prefix === 0) return groups.join(',');
  if (groups[0] === prefix) return groups.slice(1).join(',');
  const own = groups.map((one, at) => (at ? one : one - prefix)).join(',');
  return /^(?:11|3,4,4)$/.test(own) ? own : undefined;
}

function mobileGrade(number: DigitString, own: string, before: string): Grade | undefined {
  const { apart, isWhole } = number;
  const isCalled = says(OF_A_TELEPHONE, before);
  const isSure = isCalled || own === '11' || hasLeadingNought(number);
  const isUsual =
    MOBILE_GROUPS.test(own) ||
    (isWhole && (isCalled || SELDOM_GROUPS.test(own) || (isSure && IN_PAIRS.test(own))));
  if (!isUsual) return undefined;
  if (apart === 'tight') return isWhole || isSure ? 'block' : 'warn';
  if (!isWhole && !isCalled) return undefined;
  if (apart === 'far') return isCalled && /^(?:3,4,4|3,8|7,4|4,7)$/.test(own) ? 'warn' : undefined;
  if (isCalled) return 'block';
  return hasLeadingNought(number) || /^(?:1,)+1$/.test(own) ? 'warn' : undefined;
}

const mobile: Judge = (number, before) => {
  const prefix = PREFIX.exec(number.digits)?.[0].length ?? 0;
  const value = number.digits.slice(prefix);
  if (!/^1[3-9]\d{9}$/.test(value)) return undefined;
  const own = mobileGroups(number, prefix);
  const grade = own === undefined ? undefined : mobileGrade(number, own, before);
  if (grade === undefined) return undefined;
  if (says(OF_A_THING, before)) return { kind: 'mobile', grade: 'warn', note: '前面写的像是编号', value };
  return isPage(before)
    ? { kind: 'mobile', grade: 'warn', note: '在网址里', value }
    : { kind: 'mobile', grade, value };
};

const ISSUERS = /^(?:62\d{14,17}|4\d{15}|4\d{18}|955[89]\d{15}|5[1-5]\d{14}|3[47]\d{13})$/;

/** Groups that are one card: in ones, in fours (or four and six), or of a number that stands alone. */
function isCardBroken(number: DigitString, isPaid: boolean): boolean {
  const { groups, apart, isWhole } = number;
  if (groups.every((one) => one === 1)) return true;
  if (apart === 'tight')
    return groups.length === 1 || isWhole || (groups.length <= 5 && /^[46]$/.test(String(groups[0])));
  return isWhole && (isPaid || (apart === 'loose' && hasLeadingNought(number)));
}

const card: Judge = (number, before) => {
  const { digits, apart } = number;
  if (digits.length < 15 || digits.length > 19 || digits.endsWith('X')) return undefined;
  const isKnown = ISSUERS.test(digits);
  const isPaid = says(OF_AN_ACCOUNT, before);
  if (!isKnown && (!isPaid || digits.length < 16)) return undefined;
  if (!isCardBroken(number, isPaid) || !passesLuhn(digits)) return undefined;
  const isThing = says(OF_A_THING, before);
  const isSure = apart === 'tight' && !isThing && !isPage(before);
  if (isKnown) return { kind: 'card', grade: isSure ? 'block' : 'warn' };
  if (isCreditCode(digits) || isThing || /^(.)\1+$/.test(digits)) return undefined;
  return { kind: 'card', grade: 'warn', note: '不是常见的卡号开头，但能通过卡号校验' };
};

/** An identity number may pass the check of cards by chance: it is asked first. */
const JUDGES: readonly Judge[] = [identity, mobile, card];

const BEFORE = 240;

/** The numbers of persons in a normalised text. */
export function* findNumbers(text: string): Generator<Candidate> {
  for (const number of digitStrings(text)) {
    const before = text.slice(Math.max(0, number.start - BEFORE), number.start);
    for (const judge of JUDGES) {
      const judged = judge(number, before);
      if (!judged) continue;
      yield { value: number.digits, ...judged, start: number.start, end: number.end };
      break;
    }
  }
}
