/** Identity numbers (facts F3). */
import { hasIdentityCheck, hasIdentityShape, hasOldIdentityShape, isCreditCode } from './checksums.ts';
import type { DigitString } from './digits.ts';
import type { Assess } from './said.ts';

/** How people break an identity number: by its parts (place, birth, order), in fours, sixes, pairs or digits. */
const IDENTITY_GROUPS =
  /^(?:18|15|17,1|14,4|10,8|6,12|9,9|3,2,6,7|6,4,8|6,8,4|6,8,3,1|6,4,4,4|6,4,2,2,4|6,6,6|6,6,3|4,4,4,4,2|3,3,3,3,3,3|(?:1,){14,17}1|(?:2,){8}2)$/;

/** With a right check any way to break it will do that leaves a number standing alone; codes of villages have twelve digits. */
const isIdentityBroken = ({ groups, isWhole }: DigitString) =>
  IDENTITY_GROUPS.test(groups.join(',')) || (isWhole && groups[0] !== 12);

/** An identity number, with a wrong check digit and of the old kind, too. */
export const identity: Assess = (number) => {
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
