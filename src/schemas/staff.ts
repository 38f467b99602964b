import { z } from 'zod';
import { date, line, phone, provenance, slug } from './primitives.ts';
import { field } from './field.ts';

const person = z.strictObject({
  id: field(slug, '编号', 'zhang-san'),
  name: field(line(20), '姓名', '示例甲'),
  post: field(line(30), '职务', '所长'),
  role: field(z.enum(['head', 'assistant', 'staff']), '岗位', 'head'),
  duties: field(z.array(line(60)).min(1, '至少写一项'), '职责', '["主持全面工作"]'),
  phone: field(phone.optional(), '办公电话', '0833-2123456'),
  partTime: field(z.boolean().optional(), '兼职', 'false'),
  deputy: field(slug.optional(), 'B 角（不在时由谁接办）', 'li-si'),
});

/** A post that nobody holds, who stands in, and when it is expected to be filled (anchors A: vacancies with expiry). */
const vacancy = z.strictObject({
  post: field(line(30), '职务', '司法助理员'),
  since: field(date, '空缺自'),
  until: field(date.optional(), '预计到岗'),
  acting: field(slug.optional(), '暂代的人', 'zhang-san'),
});

/** `staff.json`: work facts only (facts F9). No mobile, birthday, address or health; leaving is deleting the entry. */
export const staff = z.strictObject({
  people: field(z.array(person).max(30, '最多 30 人'), '人员'),
  vacancies: field(z.array(vacancy).optional(), '空缺岗位'),
  provenance: field(provenance, '来源与核实'),
});

export type Staff = z.infer<typeof staff>;
export type Person = z.infer<typeof person>;
export type Vacancy = z.infer<typeof vacancy>;
