import { HOTLINES, isSampleNumber, toHalfWidth } from '../domain/phones.ts';

/** A number in a text: of a desk, of no exchange, of somebody's pocket, or of everybody. */
type Calling = 'landline' | 'sample' | 'mobile' | 'hotline';

const NUMBER = /(?<![\d-])\(?(0\d{2,3})?\)?[- ]?(\d{6,8})(?!\d)|(?<!\d)(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/g;

/** What kinds of telephone numbers a text holds. */
export function callings(text: string): ReadonlySet<Calling> {
  const plain = toHalfWidth(text).replace(/20\d\d[-.]\d{1,2}[-.]\d{1,2}/g, ' ');
  const found = new Set<Calling>();
  for (const [, area, local = '', mobile] of plain.matchAll(NUMBER)) {
    if (mobile) found.add('mobile');
    else if (isSampleNumber(`${area}-${local}`)) found.add('sample');
    else if (/^[2-9]/.test(local) && (area !== undefined || /^(?!20[0-4]\d[01]\d)\d{7,8}$/.test(local)))
      found.add('landline');
  }
  if (HOTLINES.some((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(plain))) found.add('hotline');
  return found;
}
