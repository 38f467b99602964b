/** Identity numbers, mobile numbers and bank cards (facts F3–F5). */
import {
  hasIdentityCheck,
  hasIdentityShape,
  hasOldIdentityShape,
  isCreditCode,
  passesLuhn,
} from './checksums.ts';
import { digitStrings, type DigitString } from './digits.ts';
import { shifted, type Candidate, type Grade } from './kinds.ts';

/** Said right before a number that belongs to a thing, not to a person. */
const OF_A_THING =
  /(?:订单|流水|档案|案卷|设备|序列|资产|物流|快递|备案|登记|许可|凭证|发票|受理|信用代码|标识)(?:(?!电话|手机|联系|卡|账)[^，。；\n]){0,6}$|(?:编号|单号|编码|条码)(?:为|是)?[：:\s]*$/;
/** Said before a bank card. */
const OF_AN_ACCOUNT = /(?:卡号|账号|账户|开户|银行|银联|打款|收款)[^。；\n]{0,12}$/;

interface Verdict {
  readonly kind: Candidate['kind'];
  readonly grade: Grade;
  readonly note?: string;
  /** The number without what is not its own; all digits by default. */
  readonly value?: string;
}
type Assessed = Verdict | undefined;
type Assess = (number: DigitString, before: string) => Assessed;

/** How people break an identity number: by its parts (place, birth, order), in fours, sixes, pairs or digits. */
const IDENTITY_GROUPS =
  /^(?:18|15|17,1|14,4|10,8|6,12|6,8,4|6,8,3,1|6,4,4,4|6,4,2,2,4|6,6,6|6,6,3|4,4,4,4,2|3,3,3,3,3,3|(?:1,){14,17}1|(?:2,){8}2)$/;

const identity: Assess = ({ digits, groups }) => {
  if (!IDENTITY_GROUPS.test(groups.join(','))) return undefined;
  if (digits.length === 18 && hasIdentityShape(digits)) {
    if (hasIdentityCheck(digits)) return { kind: 'identity', grade: 'block' };
    if (isCreditCode(digits)) return undefined;
    return { kind: 'identity', grade: 'warn', note: '校验位不对，可能抄错了一位，同样不能公开' };
  }
  return digits.length === 15 && /^(?:15|6,6,3)$/.test(groups.join(',')) && hasOldIdentityShape(digits)
    ? { kind: 'identity', grade: 'warn', note: '像 15 位的旧身份证号' }
    : undefined;
};

const MOBILE_GROUPS = /^(?:11|3,4,4|3,8|7,4|4,4,3|4,3,4|3,3,5|5,6|(?:1,){10}1|(?:2,){5}1|1(?:,2){5})$/;
const COUNTRY = /^(?:00)?86(?=1)/;

const mobile: Assess = ({ digits, groups }, before) => {
  const prefix = COUNTRY.exec(digits)?.[0].length ?? 0;
  if (!/^1[3-9]\d{9}$/.test(digits.slice(prefix))) return undefined;
  const own =
    prefix && groups[0] === prefix ? groups.slice(1) : groups.map((one, at) => (at ? one : one - prefix));
  // Right behind the country's digits only a number in one piece, or in the usual three.
  const glued = prefix > 0 && groups[0] !== prefix;
  if (!(glued ? /^(?:11|3,4,4)$/ : MOBILE_GROUPS).test(own.join(','))) return undefined;
  return OF_A_THING.test(before)
    ? { kind: 'mobile', grade: 'hint', note: '前面写的像是编号', value: digits.slice(prefix) }
    : { kind: 'mobile', grade: 'block', value: digits.slice(prefix) };
};

const ISSUERS = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|3[47]\d{13})$/;

const card: Assess = ({ digits, groups }, before) => {
  const known = ISSUERS.test(digits);
  if (!known && !/^\d{16,19}$/.test(digits)) return undefined;
  if (groups.length > 5 && !groups.every((one) => one === 1)) return undefined;
  if (groups.length > 1 && !groups.every((one) => one === 1) && !/^(?:4|6)$/.test(String(groups[0])))
    return undefined;
  if (!passesLuhn(digits) || (!known && /^(.)\1+$/.test(digits))) return undefined;
  if (known) return { kind: 'card', grade: OF_A_THING.test(before) ? 'warn' : 'block' };
  if (isCreditCode(digits) || OF_A_THING.test(before)) return undefined;
  const grade = shifted('hint', OF_AN_ACCOUNT.test(before) ? -1 : 0);
  return { kind: 'card', grade, note: '不是常见的卡号开头，但能通过卡号校验' };
};

/** An identity number may pass the check of cards by chance: it is asked first. */
const ASSESSMENTS: readonly Assess[] = [identity, mobile, card];

const BEFORE = 24;

/** The numbers of persons in a normalised text. */
export function* findNumbers(text: string): Generator<Candidate> {
  for (const number of digitStrings(text)) {
    const before = text.slice(Math.max(0, number.start - BEFORE), number.start);
    const assessed = ASSESSMENTS.map((assess) => assess(number, before)).find((one) => one !== undefined);
    if (assessed) yield { value: number.digits, ...assessed, start: number.start, end: number.end };
  }
}

const MASKED = /(?<![0-9A-Za-z])[1-9]\d{2,5}[*×●○#xX]{6,14}\d{2,3}[\dXx](?![0-9A-Za-z])/g;

/** Identity numbers with only the middle hidden still tell where from and help to find the rest. */
export function* findMaskedNumbers(text: string): Generator<Candidate> {
  for (const { 0: value, index } of text.matchAll(MASKED)) {
    if (value.length < 15 || value.length > 20) continue;
    const note = '只遮了中间几位，仍能和别的信息对上';
    yield { kind: 'identity', grade: 'warn', start: index, end: index + value.length, value, note };
  }
}
