import { z } from 'zod';
import { date, line } from './primitives.ts';
import { field } from './field.ts';

const range = z
  .strictObject({
    name: field(line(20), '节日', '国庆节'),
    from: field(date, '起始日'),
    to: field(date, '截止日'),
  })
  .refine((value) => value.to >= value.from, { path: ['to'], error: '截止日早于起始日' });

/** `calendar/<year>.json`: days off and make-up workdays of one year by the State Council's notice (facts G4). */
export const calendar = z
  .strictObject({
    year: field(z.number().int().min(2020).max(2100), '年份', '2026'),
    source: field(line(200), '来源', '国务院办公厅关于2026年部分节假日安排的通知'),
    off: field(z.array(range).min(1, '至少一段'), '放假'),
    work: field(z.array(date), '调休上班'),
  })
  .superRefine((value, ctx) => {
    const inYear = (day: string) => day.startsWith(`${value.year}-`);
    value.off.forEach((span, at) => {
      if (!inYear(span.from) || !inYear(span.to))
        ctx.addIssue({ code: 'custom', path: ['off', at], message: `不在 ${value.year} 年内` });
    });
    value.work.forEach((day, at) => {
      if (!inYear(day))
        ctx.addIssue({ code: 'custom', path: ['work', at], message: `不在 ${value.year} 年内` });
      if (value.off.some((span) => span.from <= day && day <= span.to))
        ctx.addIssue({ code: 'custom', path: ['work', at], message: '这一天同时写成放假和上班' });
    });
  });

export type Calendar = z.infer<typeof calendar>;
