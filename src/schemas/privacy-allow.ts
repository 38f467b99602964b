import { z } from 'zod';
import { PRIVACY_KIND_NAMES, PRIVACY_KINDS } from '../domain/privacy/kinds.ts';
import { field } from './field.ts';
import { date, line } from './primitives.ts';

const titles = PRIVACY_KIND_NAMES.map((kind) => `${kind} ${PRIVACY_KINDS[kind].title}`).join('、');

const entry = z.strictObject({
  file: field(line(200), '文件（从内容文件夹算起）', 'offices/shili/jiazhen/affairs/2026-11-22-zhiban.md'),
  kind: field(z.enum(PRIVACY_KIND_NAMES), `类别（${titles}）`, 'mobile'),
  text: field(line(120), '允许公开的原文，照抄', '13800138000'),
  reason: field(line(200), '为什么可以公开', '防汛值班手机，本人书面同意'),
  approvedBy: field(line(60), '谁批准的', '示例县司法局办公室'),
  until: field(date, '允许到哪一天', '2027-03-31'),
});

/** `privacy-allow.json`: what looks like personal data and may be published all the same, why, and until when. */
export const privacyAllow = z.strictObject({
  allow: field(z.array(entry).max(500, '最多 500 条'), '允许公开的'),
});

export type PrivacyAllow = z.infer<typeof privacyAllow>;
export type Allowance = z.infer<typeof entry>;
