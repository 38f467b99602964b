import { z } from 'zod';
import { doubt } from './doubt.ts';
import { field } from './field.ts';
import { citation } from './law.ts';
import { date, line, paragraph, slug } from './primitives.ts';
import { summarised, type List } from './kind.ts';

/** Front matter of `questions/<slug>.md`: a question that no single guide answers; the body says more. */
export const question = z.strictObject({
  title: field(line(40).refine((s) => s.endsWith('？'), '以问号结尾'), '问题', '司法所办事收费吗？'),
  order: field(z.number().int().min(1).max(99), '顺序', '1'),
  aliases: field(z.array(line(30)).min(1, '至少一个'), '平常的说法', '["司法所要钱吗"]'),
  summary: field(paragraph(160), '一句话回答', '司法所自己办的事不收费。'),
  services: field(z.array(slug).optional(), '接下来看哪些办事指南', '["people-mediation"]'),
  basis: field(z.array(citation).min(1, '至少一条依据'), '依据'),
  updated: field(date, '更新日期'),
  ...doubt,
});

export const questionList: List<z.infer<typeof question>> = {
  about: '先看看别人问过什么',
  column: ['办事服务', '常被问到的事：一句话的回答和依据', '问答'],
  search: '办事与问答',
  tells: summarised,
};
