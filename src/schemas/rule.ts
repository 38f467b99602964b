import { z } from 'zod';
import { date, line, paragraph } from './primitives.ts';
import { doubt } from './doubt.ts';
import { citation } from './law.ts';
import { field } from './field.ts';
import type { List } from './kind.ts';

export const RULE_GROUPS = { general: '综合制度', business: '业务制度' } as const;

/** Front matter of `rules/<slug>.md`: one of the 11 + 6 work systems of the seed (二（四）4). */
export const rule = z.strictObject({
  title: field(line(40), '名称', '请示汇报制度'),
  order: field(z.number().int().min(1).max(99), '顺序', '1'),
  group: field(z.enum(Object.keys(RULE_GROUPS) as (keyof typeof RULE_GROUPS)[]), '类别', 'general'),
  template: field(z.boolean(), '是否示范文本', 'true'),
  confirmedBy: field(line(60).optional(), '确认单位', '示例县司法局'),
  openness: field(z.enum(['full', 'summary']), '公开程度（全文／要点）', 'summary'),
  purpose: field(paragraph(200), '目的'),
  points: field(z.array(paragraph(200)).min(1, '至少一条'), '要点'),
  responsible: field(line(60), '责任岗位', '所长'),
  records: field(z.array(line(40)).min(1, '至少一项'), '记录', '["请示汇报登记本"]'),
  supervision: field(paragraph(200), '监督方式'),
  updated: field(date.optional(), '更新日期'),
  basis: field(z.array(citation), '依据（没有全国规定的写 []）'),
  ...doubt,
});

export type RuleRecord = z.infer<typeof rule>;

export const ruleList: List<RuleRecord> = {
  title: '工作规则',
  about: '按哪些制度做',
  column: ['规章制度', '司法所的工作制度', '制度', '规则'],
  search: '制度与法律',
  tells: ({ title, purpose: text }) => ({ title, text }),
};
