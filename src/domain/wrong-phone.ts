import { toHalfWidth } from './phones.ts';

const digitsOf = (text: string) => toHalfWidth(text).replace(/[\s-]/g, '');

/** The number within its area, of a text without the area or, as spreadsheets leave it, without the 0 of it. */
export const localNumber = (text: string, areaCode?: string): string | undefined =>
  `0${digitsOf(text)}`.match(`^(?:${areaCode}|0)([2-9]\\d{6,7})$`)?.[1];

/** What keeps a text from being an office's number, and what to type for this very office; undefined where it is no number at all. */
export function wrongPhone(text: string, areaCode?: string): { message: string; remedy: string } | undefined {
  if (/^(?:86)?1[3-9]\d{9}$/.test(digitsOf(text)))
    return { message: `“${text}”是手机号，不公开`, remedy: '请写办公室的固定电话' };
  const local = localNumber(text, areaCode);
  if (!local) return undefined;
  const remedy = areaCode ? `改成 ${areaCode}-${local}` : '前面加上区号和横线';
  return { message: `“${text}”区号不全`, remedy };
}
