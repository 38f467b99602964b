/** Bank cards (facts F5). */
import { isCreditCode, passesLuhn } from './checksums.ts';
import { hasLeadingNought, type DigitString } from './digits.ts';
import { isPage, OF_A_THING, OF_AN_ACCOUNT, says, type Assess } from './said.ts';

const ISSUERS = /^(?:62\d{14,17}|4\d{15}|4\d{18}|955[89]\d{15}|5[1-5]\d{14}|3[47]\d{13})$/;

/** Groups that are one card: in ones, in fours (or four and six), or of a number that stands alone. */
function isCardBroken(number: DigitString, isPaid: boolean): boolean {
  const { groups, apart, isWhole } = number;
  if (groups.every((one) => one === 1)) return true;
  if (apart === 'tight')
    return groups.length === 1 || isWhole || (groups.length <= 5 && /^[46]$/.test(String(groups[0])));
  return isWhole && (isPaid || (apart === 'loose' && hasLeadingNought(number)));
}

/** The number of a card or an account. */
export const card: Assess = (number, before) => {
  const { digits, apart } = number;
  const isKnown = ISSUERS.test(digits);
  const isPaid = says(OF_AN_ACCOUNT, before);
  if (!isKnown && (!isPaid || digits.length < 16 || digits.length > 19)) return undefined;
  if (!isCardBroken(number, isPaid) || !passesLuhn(digits)) return undefined;
  const isThing = says(OF_A_THING, before);
  const isSure = apart === 'tight' && !isThing && !isPage(before);
  if (isKnown) return { kind: 'card', grade: isSure ? 'block' : 'warn' };
  if (isCreditCode(digits) || isThing || /^(.)\1+$/.test(digits)) return undefined;
  return { kind: 'card', grade: 'warn', note: '不是常见的卡号开头，但能通过卡号校验' };
};
