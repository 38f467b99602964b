/** Dates, times, weekdays and sessions in cells, in the ways people and spreadsheet programs write them. */
import { addDays } from '../domain/dates.ts';
import { toHalfWidth } from '../domain/phones.ts';
import type { Codec } from './codecs.ts';

const plainOf = (text: string) => toHalfWidth(text).replace(/\s+/g, ' ').trim();
const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');
const write = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Days that spreadsheet programs count from; 1 is the first of January 1900, and 1900 has a day too many. */
const SERIAL = /^\d{5}(?:\.0+)?$/;
const fromSerial = (text: string) => addDays('1899-12-30', Math.floor(Number(text)));

const YEAR_MONTH_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;

/** A calendar date: `2026-11-01`, 2026年11月1日, 2026/11/1, 20261101, or the number a program stores. */
export const date: Codec = {
  write,
  read: (text) => {
    const plain = plainOf(text);
    if (SERIAL.test(plain)) return fromSerial(plain);
    const match = YEAR_MONTH_DAY.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
    return match ? `${match[1]}-${two(match[2])}-${two(match[3])}` : plain;
  },
};

/** Programs store 5.10 as 5.1: which day or month was meant cannot be told. */
const CUT_SHORT = /^(?:\d{4}\.1|\d{1,2}\.[123])$/;

/** A month: `2026-10`, 2026年10月, 202610, or a date within it. */
export const month: Codec = {
  write,
  read: (text) => {
    const plain = plainOf(text);
    if (SERIAL.test(plain)) return fromSerial(plain).slice(0, 7);
    if (CUT_SHORT.test(plain)) return plain;
    const match =
      /^(\d{4})[-/.年](\d{1,2})月?(?:份)?$/.exec(plain) ??
      /^(\d{4})(\d{2})$/.exec(plain) ??
      YEAR_MONTH_DAY.exec(plain);
    return match ? `${match[1]}-${two(match[2])}` : plain;
  },
};

/** A day of every year: `05-01`, 5月1日, or a date. */
export const dayOfYear: Codec = {
  write,
  read: (text) => {
    const plain = plainOf(text);
    if (SERIAL.test(plain)) return fromSerial(plain).slice(5);
    if (CUT_SHORT.test(plain)) return plain;
    const full = YEAR_MONTH_DAY.exec(plain);
    if (full) return `${two(full[2])}-${two(full[3])}`;
    const match = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain);
    return match ? `${two(match[1])}-${two(match[2])}` : plain;
  },
};

const MINUTES = 24 * 60;

/** A clock time: `08:30`, 8:30, 8点30, 下午2点半, or the fraction of a day that a program stores. */
export function readTime(text: string): string {
  const plain = plainOf(text).replace(/ /g, '');
  if (/^0?\.\d+$/.test(plain) || /^1(?:\.0+)?$/.test(plain)) {
    const minutes = Math.round(Number(plain) * MINUTES);
    return `${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
  }
  const match = /^(上午|早上|中午|下午|晚上)?(\d{1,2})(?:[:点时.](\d{1,2}|半)?分?)?(?::00)?$/.exec(plain);
  // 8.30 is stored as 8.3, and nobody writes 8.3 for three minutes past eight.
  if (!match || /\.\d$/.test(plain) || (match[1] === undefined && !/[:点时.]/.test(plain))) return plain;
  const late = (match[1] === '下午' || match[1] === '晚上') && Number(match[2]) < 12;
  const hour = Number(match[2]) + (late ? 12 : 0);
  return `${two(String(hour))}:${match[3] === '半' ? '30' : two(match[3])}`;
}

export const time: Codec = { write, read: readTime };

const DAY_PARTS = /上午|早上|中午|下午|晚上/;

function readSession(text: string): string {
  const parts = plainOf(text)
    .replace(/[至到]/g, '-')
    .split('-')
    .map((part) => part.trim());
  const word = DAY_PARTS.exec(parts[0] ?? '')?.[0];
  const times = parts.map((part) => readTime(word && !DAY_PARTS.test(part) ? `${word}${part}` : part));
  return times.join('-');
}

/** One session: `08:30-12:00`, 8：30—12：00, 下午2点至5点半. */
export const session: Codec = { write, read: readSession };

const CLOSED = '不办公';
const CLOSED_WORDS = new Set([CLOSED, '不上班', '休息', '关门', '放假', '无']);

/** Sessions of a day, by 、 or one below the other; 不办公 for none. */
export const sessions: Codec = {
  write: (value) => (!Array.isArray(value) ? write(value) : value.length === 0 ? CLOSED : value.join('、')),
  read: (text) => {
    const plain = plainOf(text.replaceAll('\n', '、'));
    if (CLOSED_WORDS.has(plain)) return [];
    return plain
      .replace(/ (?=上午|下午|晚上)/g, '、')
      .split(/[、，；,;]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map(readSession);
  },
};

const DAY_NAMES = '一二三四五六日';
const ALL_DAYS: Readonly<Record<string, readonly number[]>> = {
  每天: [1, 2, 3, 4, 5, 6, 7],
  工作日: [1, 2, 3, 4, 5],
  周末: [6, 7],
};

const dayNumber = (text: string): number => {
  const bare = text.replace(/^(?:周|星期|礼拜)/, '').replace('天', '日');
  const at = DAY_NAMES.indexOf(bare);
  return bare.length === 1 && at >= 0 ? at + 1 : /^[1-7]$/.test(bare) ? Number(bare) : Number.NaN;
};

const isRun = (days: readonly number[]) =>
  days.length > 2 && days.every((day, at) => day === (days[0] ?? 0) + at);

/** One part of a list of weekdays: 周一, 周一至周五, 1-5, 一三五. */
function readDays(part: string): number[] {
  const known = ALL_DAYS[part];
  if (known) return [...known];
  const [from = '', to] = part.split(/[-至到]/);
  if (to !== undefined) {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    return last >= first ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [Number.NaN];
  }
  const letters = part.replace(/^(?:周|星期)/, '');
  return new RegExp(`^[${DAY_NAMES}]{2,}$`).test(letters) ? [...letters].map(dayNumber) : [dayNumber(part)];
}

/** Days of the week: 周一至周五, 周一、周三, 1-5, 每天. */
export const weekdays: Codec = {
  write: (value) => {
    const days = value as readonly number[];
    if (!Array.isArray(value) || !days.every((day) => DAY_NAMES[day - 1])) return write(value);
    const name = (day: number | undefined) => `周${DAY_NAMES[(day ?? 1) - 1]}`;
    return isRun(days) ? `${name(days[0])}至${name(days.at(-1))}` : days.map(name).join('、');
  },
  read: (text) => {
    const parts = plainOf(text)
      .split(/[、，；,; \n]+/)
      .filter(Boolean);
    const days = parts.flatMap(readDays);
    return days.some(Number.isNaN) || days.length === 0 ? plainOf(text) : days;
  },
};

/** Digits of market days: 1、4、7, 逢一四七. */
export const digits: Codec = {
  write: (value) => (Array.isArray(value) ? value.join('、') : write(value)),
  read: (text) => {
    const plain = plainOf(text).replace(/[逢尾数日的 、，；,;\n]/g, '');
    const numbers = [...plain]
      .map((one) => '零一二三四五六七八九'.indexOf(one))
      .map((at, index) => (at >= 0 ? at : Number(plain[index])));
    return numbers.some(Number.isNaN) || numbers.length === 0 ? plain : numbers;
  },
};
