import { z } from 'zod';
import { attachments } from './attachments.ts';
import { date, line, paragraph, time } from './primitives.ts';
import { versions } from './versions.ts';
import { field } from './field.ts';

/** Kinds of notices of the fourth disclosure (seed 二（四）3; facts part E). */
export const NOTICE_CATEGORIES = [
  '通知公告',
  '工作动态',
  '经费装备',
  '考核评议',
  '教育培训',
  '普法计划',
  '工作过程',
  '典型经验',
] as const;

export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

/** The last part of the address of a category's list; notices begin with a date, so that none can be the same. */
export const CATEGORY_SLUGS: Readonly<Record<NoticeCategory, string>> = {
  通知公告: 'notices',
  工作动态: 'news',
  经费装备: 'means',
  考核评议: 'assessment',
  教育培训: 'training',
  普法计划: 'publicity',
  工作过程: 'process',
  典型经验: 'examples',
};

/** Front matter of `affairs/<date>-<slug>.md`. Dates are the author's, never the build's (design §2.4). */
export const notice = z
  .strictObject({
    title: field(line(60), '标题', '2026 年下半年法治宣传安排'),
    category: field(z.enum(NOTICE_CATEGORIES), '类别', '通知公告'),
    published: field(date, '发布日期'),
    time: field(time.optional(), '发布时刻', '09:30'),
    updated: field(date.optional(), '更新日期'),
    expires: field(date.optional(), '失效日期'),
    source: field(line(60), '来源', '示例县司法局'),
    summary: field(paragraph(160).optional(), '摘要'),
    versions,
    attachments,
  })
  .refine((value) => !value.updated || value.updated >= value.published, {
    path: ['updated'],
    error: '更新日期早于发布日期',
  })
  .refine((value) => !value.expires || value.expires >= value.published, {
    path: ['expires'],
    error: '失效日期早于发布日期',
  });

export type NoticeRecord = z.infer<typeof notice>;
