/** Mobile numbers (facts F4). */
import { hasLeadingNought, type DigitString } from './digits.ts';
import type { Grade } from './kinds.ts';
import { isPage, OF_A_TELEPHONE, OF_A_THING, says, type Assess } from './said.ts';

const MOBILE_GROUPS = /^(?:11|3,4,4|3,8|7,4|4,4,3|4,3,4|3,3,5|5,6|(?:1,){10}1)$/;
/** Groups that also stand beside each other in lists of figures: only of a number that stands alone. */
const SELDOM_GROUPS = /^(?:4,7|3,2,6|5,3,3|3,3,2,3|1,2,4,4)$/;
/** Figures of a year stand so, too: only where one of them begins with a nought. */
const IN_PAIRS = /^(?:(?:2,){5}1|1(?:,2){5})$/;
/** Before the number itself: the country, or the nought of calls to elsewhere. */
const PREFIX = /^(?:(?:00)?86|0)(?=1)/;
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

/** A mobile number, with or without the country before it. */
export const mobile: Assess = (number, before) => {
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
