import { toHalfWidth } from './phones.ts';

/** The number within its area, from digits without the area or, as spreadsheets leave them, without the 0 of it. */
export const localNumber = (digits: string, areaCode?: string): string | undefined =>
  `0${digits}`.match(`^(?:${areaCode}|0)([2-9]\\d{6,7})$`)?.[1];

/** What keeps a text from being an office's number, and what to type for this very office; undefined where it is no number at all. */
export function wrongPhone(text: string, areaCode?: string): { message: string; remedy: string } | undefined {
  const digits = toHalfWidth(text).replace(/[\s-]/g, '');
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits))
    return { message: `“${text}”是手机号，不公开`, remedy: '请写办公室的固定电话' };
  const local = localNumber(digits, areaCode);
  if (!local) return undefined;
  const remedy = areaCode ? `改成 ${areaCode}-${local}` : '前面加上区号和横线';
  return { message: `“${text}”区号不全`, remedy };
}
