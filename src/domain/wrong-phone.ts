import { toHalfWidth } from './phones.ts';

const digitsOf = (text: string) => toHalfWidth(text).replace(/[\s()-]/g, '');
const LOCAL = /^[2-9]\d{6,7}$/;

/** The number of a city without the 0 before its area code, which spreadsheets drop, as it must be; undefined for any other. */
export function withZero(text: string, areaCode = ''): string | undefined {
  const [code, digits] = [areaCode.slice(1), digitsOf(text)];
  const local = code && digits.startsWith(code) ? digits.slice(code.length) : '';
  return LOCAL.test(local) ? `${areaCode}-${local}` : undefined;
}

/** What keeps a text from being an office's number, and what to type for this very office; undefined where it is no number at all. */
export function wrongPhone(text: string, areaCode?: string): { message: string; remedy: string } | undefined {
  const digits = digitsOf(text);
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits))
    return { message: `“${text}”是手机号，不公开`, remedy: '请写办公室的固定电话' };
  const whole = withZero(text, areaCode);
  if (whole) return { message: `“${text}”少了区号前面的 0`, remedy: `改成 ${whole}` };
  if (!LOCAL.test(digits)) return undefined;
  const remedy = areaCode ? `改成 ${areaCode}-${digits}` : '前面加上区号和横线';
  return { message: `“${text}”没有区号`, remedy };
}
