import { z } from 'zod';
import { daysBetween } from '../domain/dates.ts';
import { date, line } from './primitives.ts';
import { field } from './field.ts';

const range = z
  .strictObject({
    name: field(line(20), '节日', '国庆节'),
    from: field(date, '起始日'),
    to: field(date, '截止日'),
  })
  .refine((value) => value.to >= value.from, { path: ['to'], error: '截止日早于起始日：写同一天或以后' });

/** A lunar month has 29 or 30 days, so the first days of a year's months say themselves whether one is wrong. */
function lunarFaults(year: number, days: readonly string[]): string[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  const faults = days.flatMap((day, at) => {
    const before = days[at - 1];
    const length = before === undefined ? 29 : daysBetween(before, day);
    return length === 29 || length === 30
      ? []
      : [`${before} 到 ${day} 有 ${length} 天，农历一个月只有 29 或 30 天`];
  });
  const reaches = (days[0] ?? '') <= `${year}-01-01` && last >= `${year}-12-02`;
  return reaches ? faults : [...faults, `要从 ${year}-01-01 所在的农历月写到 ${year} 年最后一个农历月`];
}

/** `calendar/<year>.json`: days off and make-up workdays of one year by the State Council's notice (facts G4). */
export const calendar = z
  .strictObject({
    year: field(z.number().int().min(2020).max(2100), '年份', '2026'),
    source: field(line(200), '来源', '国务院办公厅关于2026年部分节假日安排的通知'),
    off: field(z.array(range).min(1, '至少一段'), '放假'),
    work: field(z.array(date), '调休上班'),
    lunarMonths: field(
      z.array(date).optional(),
      '农历各月初一（从1月1日所在的农历月算起）',
      '["2025-12-20", "2026-01-19"]',
    ),
  })
  .superRefine((value, ctx) => {
    lunarFaults(value.year, value.lunarMonths ?? []).forEach((message) =>
      ctx.addIssue({ code: 'custom', path: ['lunarMonths'], message }),
    );
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
