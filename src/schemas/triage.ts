import { z } from 'zod';
import { line, paragraph, slug } from './primitives.ts';
import { field } from './field.ts';

const leaf = {
  text: field(line(60), '回答', '老板拖欠工资'),
  urgent: field(paragraph(160).optional(), '先做什么（紧急时）', '有人身危险，马上打110'),
  advice: field(paragraph(240).optional(), '怎么走'),
  services: field(z.array(slug).optional(), '看哪份指南', '["labour-arbitration"]'),
};

/** A second question under an answer: one level is enough, deeper trees lose people. */
const next = z.strictObject({
  question: field(line(60), '再问一句', '离收到决定多久了？'),
  answers: field(z.array(z.strictObject(leaf)).min(2, '至少两个回答'), '回答'),
});

/** `ways.json`: plain questions that lead from a trouble to the way that fits it. */
export const triage = z.strictObject({
  question: field(line(60), '问题', '您遇到的是哪类事？'),
  answers: field(z.array(z.strictObject({ ...leaf, next: next.optional() })).min(2, '至少两个回答'), '回答'),
  note: field(paragraph(200), '说明'),
});

export type Triage = z.infer<typeof triage>;
