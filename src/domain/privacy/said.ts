/** What is said before a number, and what it makes of it. */
import type { DigitString } from './digits.ts';
import type { Candidate, Grade } from './kinds.ts';

/** Said right before a number that belongs to a thing, not to a person; who took it down is a person. */
export const OF_A_THING =
  /(?:订单|流水|档案|案卷|设备|序列|资产|物流|快递|备案|登记|许可|凭证|发票|受理|信用代码|标识)(?:(?!电话|手机|联系|微信|人|员|者|户|卡|账)[^,。;\n]){0,6}$|(?:编号|单号|编码|条码)(?:为|是)?[：:\s]*$/;
/** Said before a bank card. */
export const OF_AN_ACCOUNT = /(?:卡|账号|账户|开户|银行|银联|打款|收款)[^。\n]{0,12}$/;
export const OF_A_TELEPHONE = /(?:电话|手机|联系|致电|微信|短信|热线|tel|phone|mobile|mob)[^。\n]{0,12}$/i;
/** Addresses of pages count their pages with long numbers. */
const IN_AN_ADDRESS = /https?:\/\/[^\s"'<>()]{0,200}$/;
const NAMED_IN_ADDRESS = /(?:tel|phone|mobile|sms|card|wa\.me)[^/&?]{0,8}$/i;

/** What a text ends with; nearer than two dozen characters. */
export const says = (what: RegExp, before: string) => what.test(before.slice(-NEAR));
const NEAR = 24;
/** True within the address of a page that does not say what the number is. */
export const isPage = (before: string) => IN_AN_ADDRESS.test(before) && !says(NAMED_IN_ADDRESS, before);

/** What a number is taken for. */
interface Verdict {
  readonly kind: Candidate['kind'];
  readonly grade: Grade;
  readonly note?: string;
  /** The number without what is not its own; all digits by default. */
  readonly value?: string;
}
/** Takes a number for one of its kind, or not. */
export type Assess = (number: DigitString, before: string) => Verdict | undefined;
