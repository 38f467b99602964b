/** Check digits of the numbers that the guard must tell apart (facts F3, F5). */

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';

const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The provinces whose codes begin a number (GB/T 2260); anything else is no identity number. */
export const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const weighted = (text: string, weights: readonly number[], valueOf: (char: string) => number) =>
  weights.reduce((sum, weight, at) => sum + weight * valueOf(text[at] ?? ''), 0);

/** Eight digits that are a day of the calendar, of any century: people born in 1880 have numbers in the standard. */
function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** The last character of an identity number agrees with the rest (GB 11643—1999, ISO 7064 MOD 11-2). */
export const hasIdentityCheck = (number: string): boolean =>
  IDENTITY_CHECKS[weighted(number, IDENTITY_WEIGHTS, Number) % 11] === number[17];

/** 18 characters of the shape of an identity number with a birthday that was a day. */
export const hasIdentityShape = (number: string): boolean =>
  /^\d{17}[\dX]$/.test(number) &&
  PROVINCES.test(number) &&
  /^(?:18|19|20)/.test(number.slice(6)) &&
  isDay(number.slice(6, 14));

/** 15 digits of the shape of an old identity number. */
export const hasOldIdentityShape = (number: string): boolean =>
  /^\d{15}$/.test(number) && PROVINCES.test(number) && isDay(`19${number.slice(6, 12)}`);

/** 18 characters of a unified social credit code (GB 32100—2015), which identifies an organisation. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = weighted(code, CREDIT_WEIGHTS, (char) => CREDIT_LETTERS.indexOf(char));
  return CREDIT_LETTERS[(31 - (sum % 31)) % 31] === code[17];
}

/** The check of card numbers (Luhn, ISO/IEC 7812-1). */
export function passesLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
