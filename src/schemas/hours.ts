import { z } from 'zod';
import { date, dayOfYear, isoWeekday, line, paragraph, session } from './primitives.ts';
import { choice, field } from './field.ts';

const sessions = field(
  z.array(session).min(1, '至少写一个时段').max(4, '一天最多 4 个时段'),
  '办公时段',
  '["08:30-12:00", "14:00-18:00"]',
);

/** Some days of the week with the sessions worked on them; days are ISO numbers, 1 Monday to 7 Sunday. */
const weekPart = z.strictObject({
  days: field(z.array(isoWeekday).min(1, '至少写一天'), '星期', '[1, 2, 3, 4, 5]'),
  sessions,
});

/** A part of the year with its own week, `from` and `to` inclusive; it may run over New Year. */
const season = z.strictObject({
  name: field(line(20), '名称', '夏季'),
  from: field(dayOfYear, '起', '05-01'),
  to: field(dayOfYear, '止', '09-30'),
  week: field(z.array(weekPart).min(1, '至少写一组'), '每周安排'),
});

/** Dates that differ from the week: closed, or other sessions, with the reason a resident reads. */
const exception = z
  .strictObject({
    from: field(date, '起始日', '2026-12-04'),
    to: field(date, '截止日', '2026-12-04'),
    sessions: field(z.array(session).max(4, '一天最多 4 个时段'), '办公时段（不办公写 []）', '[]'),
    reason: field(line(60), '原因', '参加宪法日活动'),
  })
  .refine((value) => value.to >= value.from, { path: ['to'], error: '截止日早于起始日：写同一天或以后' });

/** By which calendar market days are counted. */
export const CALENDARS = { solar: '公历', lunar: '农历' } as const;

/** Market days (赶场日): extra opening on dates whose day number ends in one of the digits. */
const marketDays = z.strictObject({
  calendar: field(choice(CALENDARS), '历法', 'lunar'),
  digits: field(z.array(z.number().int().min(0).max(9)).min(1, '至少写一个尾数'), '逢几', '[1, 4, 7]'),
  sessions,
  note: field(line(60).optional(), '说明', '在集市设服务点'),
});

/** When an office receives people. Holidays come from the calendar, not from here (design §3). */
export const hours = field(
  z.strictObject({
    seasons: field(z.array(season).min(1, '至少写一季'), '季节'),
    marketDays: field(marketDays.optional(), '赶场日'),
    exceptions: field(z.array(exception).optional(), '特殊日期'),
    duty: field(paragraph(200).optional(), '值班', '节假日可拨打值班电话'),
    note: field(paragraph(200).optional(), '说明', '下乡时请先电话联系'),
  }),
  '办公时间',
);

export type Hours = z.infer<typeof hours>;
export type Season = z.infer<typeof season>;
