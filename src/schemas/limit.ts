import { z } from 'zod';
import { line, paragraph, slug } from './primitives.ts';
import { citation, stated } from './law.ts';
import { field } from './field.ts';

const LIMIT_UNITS = ['小时', '日', '工作日', '月', '年'] as const;

/** within: count forward from the event; before: count back from it; atMost: the longest a thing may last. */
const LIMIT_DIRECTIONS = ['within', 'before', 'atMost'] as const;

/** A time limit as data: what a page shows and what the calculator counts. Its id is unique within its guide. */
export const limit = z.strictObject({
  id: field(slug, '编号', 'review'),
  label: field(line(40), '名称', '法律援助机构审查'),
  value: field(z.number().int().min(1).max(1000), '数值', '7'),
  unit: field(z.enum(LIMIT_UNITS), '单位', '日'),
  direction: field(z.enum(LIMIT_DIRECTIONS), '算法', 'within'),
  from: field(line(60), '从什么时候算', '收到申请'),
  whose: field(z.enum(['resident', 'agency']), '谁要遵守', 'agency'),
  basis: field(citation, '依据'),
  certainty: stated,
  note: field(paragraph(200).optional(), '说明', '特殊情况可延长10日'),
});

export type LimitRecord = z.infer<typeof limit>;
