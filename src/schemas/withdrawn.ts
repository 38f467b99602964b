import { z } from 'zod';
import { text } from './text.ts';
import { field } from './field.ts';
import { date } from './primitives.ts';

/** Why something was taken down: a kind only. The reason itself could give away what was hidden. */
export const WITHDRAWAL_REASONS = {
  privacy: '含个人信息',
  secret: '保密审查未通过',
  wrong: '内容有误',
  consent: '本人撤回同意',
  other: '其他',
} as const;

export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;

const entry = z.strictObject({
  url: field(
    text()
      .max(200, '最多 200 个字符')
      .regex(/^\/(?:[A-Za-z0-9._-]+\/)*(?:[A-Za-z0-9._-]+)?$/, '应为以 / 开头的站内路径'),
    '撤下的网址（不带网站的路径前缀）',
    '/offices/shili/jiazhen/affairs/2026-11-22-biaoti/',
  ),
  on: field(date, '撤下的日期'),
  reason: field(z.enum(Object.keys(WITHDRAWAL_REASONS) as WithdrawalReason[]), '原因的类别', 'privacy'),
  number: field(
    z.int('应为整数').min(1, '从 1 起').optional(),
    '第几次撤下，从 1 起；发布时凭它认出哪些旧版是这次撤下以前的',
    '3',
  ),
  mention: field(z.literal(true).optional(), '这个网址只提到过撤下的内容，本身还在；不是就不写'),
});

/** `withdrawn.json`: addresses that were taken down. Caches on readers' devices read it and drop what they kept. */
export const withdrawn = z.strictObject({
  withdrawn: field(z.array(entry).max(2000, '最多 2000 条'), '撤下的'),
});

export type Withdrawn = z.infer<typeof withdrawn>['withdrawn'];
