import { z } from 'zod';
import { text } from './text.ts';
import { isDate, isMonth } from '../domain/dates.ts';
import { isTime, parseSession } from '../domain/times.ts';
import { isDialable, fixPhone, toHalfWidth } from '../domain/phones.ts';
import { hasHiddenCharacter } from '../domain/text.ts';
import { asking, field } from './field.ts';

/** Digits, dates and times as they must be written: half-width, `-` between parts, two digits each. */
const fixDigits = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number'
    ? toHalfWidth(String(value))
        .replace(/[年月/.]/g, '-')
        .replace(/日$/, '')
        .replace(/-(\d)(?=-|$)/g, '-0$1')
        .replace(/\b(\d):/g, '0$1:')
        .trim()
    : undefined;

/** One line of text: not empty, no spaces at the ends, no invisible characters, at most `max` characters. */
export const line = (max = 80) =>
  text()
    .min(1, '不能为空')
    .max(max, `最多 ${max} 个字`)
    .refine((s) => s === s.trim(), '首尾有空格')
    .refine((s) => !/[\n\r\t]/.test(s), '不能换行')
    .refine((s) => !hasHiddenCharacter(s), '有看不见的字符（零宽空格等），请重新手工输入');

/** A short paragraph, the same rules as a line, up to 500 characters unless told. */
export const paragraph = (max = 500) => line(max);

/** The name of a body that decides or provides: a name, no sentence about it. */
export const organisation = line(40).refine(
  (s) => !/[，。；：！？]/.test(s),
  '这里只写机构的名称，说明写在旁边的“说明”里',
);

/** A calendar date as text, `YYYY-MM-DD`; never a Date (facts G2: a Date shifts to another day in UTC). */
export const date = asking(
  field(text().refine(isDate, '不是日历上有的日期'), '日期', '2026-11-22', fixDigits),
  { asks: 'date' },
);

/** A month, `YYYY-MM`. */
export const month = asking(field(text().refine(isMonth, '不是“年-月”'), '月份', '2026-10', fixDigits), {
  asks: 'month',
});

/** A day of every year, `MM-DD`. */
export const dayOfYear = field(
  text().refine((s) => isDate(`2024-${s}`), '不是“月-日”'),
  '月日',
  '05-01',
  fixDigits,
);

/** A clock time, `HH:MM`, 00:00 to 24:00. */
export const time = asking(
  field(text().refine(isTime, '不是 24 小时制的“时:分”'), '时间', '08:30', fixDigits),
  { asks: 'time' },
);

/** A working session within one day, `08:30-12:00`, the end after the start. */
export const session = field(
  text().superRefine((value, ctx) => {
    const fault = parseSession(value);
    if (typeof fault === 'string') ctx.addIssue({ code: 'custom', message: fault });
  }),
  '时段',
  '08:30-12:00',
  fixDigits,
);

/** A landline with area code, or a public hotline; extension allowed (facts F6). */
export const phone = asking(
  field(text().refine(isDialable, '不是可以拨打的固定电话或热线'), '电话', '0800-2123456', fixPhone),
  { asks: 'phone' },
);

/** A pinyin slug: lower-case letters and digits joined by single hyphens, at most 60. */
export const slug = field(
  text()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和单个连字符')
    .max(60, '最多 60 个字符'),
  '网址名',
  'jiazhen',
);

/** A person of the same office, by the id in `staff.json`. */
export const personId = asking(slug, { asks: 'person' });

/** A day of the week by its ISO number, 1 Monday to 7 Sunday. */
export const isoWeekday = asking(field(z.number().int().min(1).max(7), '星期', '1'), {
  choices: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
});

/** An administrative division code: 6 (county), 9 (township) or 12 (village) digits. */
export const divisionCode = (digits: 6 | 9 | 12) =>
  field(
    text().regex(new RegExp(`^\\d{${digits}}$`), `应为 ${digits} 位数字`),
    '区划代码',
    '990101101204'.slice(0, digits),
    fixDigits,
  );

/** An address of the web, https or http, without user name. */
export const webAddress = field(
  text().regex(/^https?:\/\/[^\s@/]+(?:\/\S*)?$/, '不是完整的网址'),
  '网址',
  'https://www.example.gov.cn/',
);

/** Where a group of facts comes from, and when a person last checked it (design §2.3). */
export const provenance = z.strictObject({
  source: field(line(200), '来源', '示例县司法局提供'),
  verifiedOn: field(date, '核实日期').optional(),
});
