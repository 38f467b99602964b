import { z } from 'zod';
import { text } from './text.ts';
import { date, line, organisation, paragraph, slug } from './primitives.ts';
import { field } from './field.ts';

const address = field(text().regex(/^\/(?:[^\s]*\/)?(?:#[^\s]+)?$/, '写站内地址，例如 /rules/archives/'), '站内地址', '/rules/archives/');

/** One thing that a clause asks for: where readers find it, or why they do not. */
const point = z
  .strictObject({
    text: field(paragraph(200), '要求（自己的话）', '每年至少集中培训1次'),
    at: field(z.array(address).min(1, '至少一处').optional(), '在站上哪里', '["/standards/"]'),
    measures: field(z.array(slug).min(1, '至少一项').optional(), '本站计算的指标', '["training"]'),
    measurable: field(line(80).optional(), '还可以计算、本站没有算的', '满编率'),
    declined: field(paragraph(160).optional(), '不登的理由'),
  })
  .refine((value) => value.at ?? value.declined, '写在站上哪里（at），或者不登的理由（declined）');

const clause = z.strictObject({
  id: field(line(20), '条款', '二（一）1'),
  title: field(line(40), '任务', '规范司法所设置'),
  responsible: field(z.array(organisation), '责任单位（牵头的在前）', '["市司法局"]'),
  points: field(z.array(point).min(1, '至少一项'), '逐句'),
});

/** `plan.json`: the document that the standards answer to, sentence by sentence. */
export const plan = z.strictObject({
  law: field(slug, '方案（laws/ 里的文件名）', 'shili-2026-1'),
  updated: field(date, '更新日期'),
  clauses: field(z.array(clause).min(1, '至少一条'), '条款'),
});

const task = z
  .strictObject({
    text: field(paragraph(160), '要做什么', '消除3个无房所'),
    counties: field(z.array(slug).optional(), '哪些县（counties/ 里的文件名）', '["shili"]'),
    by: field(organisation.optional(), '谁来做', '示例县司法局'),
    due: field(date, '期限', '2026-12-31'),
    done: field(date.optional(), '完成日期'),
  });

const inspection = z.strictObject({
  on: field(date, '检查日期', '2026-06-20'),
  by: field(organisation, '谁检查', '示例市司法局'),
  what: field(paragraph(160), '检查什么', '业务用房和四公开'),
  found: field(z.array(paragraph(200)).min(1, '至少一条'), '结果'),
  due: field(date.optional(), '整改期限'),
  done: field(date.optional(), '整改完成日期'),
});

const year = z.strictObject({
  year: field(z.number().int().min(2018).max(2100), '年度', '2026'),
  published: field(date, '公布日期'),
  source: field(line(80), '来源', '示例市司法局'),
  tasks: field(z.array(task), '年度任务（倒排工期）'),
  inspections: field(z.array(inspection), '督察和结果'),
});

/** `progress.json`: the bureau's yearly plans and what came of them. */
export const progress = z.strictObject({ years: field(z.array(year), '年度') });

export type Progress = z.infer<typeof progress>;
export type PlanPoint = z.infer<typeof plan>['clauses'][number]['points'][number];
