/** Telephone numbers of offices and public hotlines (facts F6). Mobile numbers are not office numbers (facts F4). */

const LANDLINE = /^0\d{2,3}-[2-9]\d{6,7}(?:-\d{1,6})?$/;
const SAMPLE = /^0\d{2,3}-0\d{6}$/;

/** Public short numbers that may be published (facts F6). */
export const HOTLINES = [
  '110',
  '119',
  '120',
  '122',
  '12309',
  '12315',
  '12333',
  '12338',
  '12345',
  '12348',
  '12351',
  '12355',
  '12368',
  '12388',
] as const;

/** True for a landline with area code (`0833-2123456`, extension allowed), a hotline, or a sample number. */
export const isDialable = (text: string): boolean =>
  LANDLINE.test(text) || isSampleNumber(text) || (HOTLINES as readonly string[]).includes(text);

/** True for numbers that no exchange connects: the local part begins with 0. Only samples may carry them. */
export const isSampleNumber = (text: string): boolean => SAMPLE.test(text);

/** Full-width digits, letters and punctuation as their half-width forms; dashes of all kinds as `-`. */
export const toHalfWidth = (text: string): string => text.normalize('NFKC').replace(/[‐‒–—―~]/g, '-');

/** The number an author most likely meant, if it can be told from what was typed. */
export function fixPhone(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const digits = toHalfWidth(String(value))
    .replace(/^\((0\d{2,3})\)/, '$1-')
    .replace(/[\s.]/g, '');
  if (isDialable(digits)) return digits;
  const joined = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})$/.exec(digits.replace(/-/g, ''));
  return joined ? `${joined[1]}-${joined[2]}` : undefined;
}

/** The address of a telephone link, or undefined for a number that must not be dialled (samples). */
export function telLink(number: string): string | undefined {
  if (isSampleNumber(number)) return undefined;
  const [area = '', local = '', extension] = number.split('-');
  return `tel:${area}${local}${extension ? `,${extension}` : ''}`;
}

/** A landline as it is dialled from anywhere: `+86-833-2123456`; short numbers, which have no such form, stay as they are. */
export function internationalPhone(number: string): string {
  const [area = '', local, extension] = number.split('-');
  if (local === undefined) return number;
  return `+86-${area.replace(/^0/, '')}-${local}${extension ? `;ext=${extension}` : ''}`;
}
