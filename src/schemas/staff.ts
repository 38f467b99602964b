import { z } from 'zod';
import { text } from './text.ts';
import { date, line, personId, phone, provenance, slug } from './primitives.ts';
import { choice, field } from './field.ts';

/** What kind of post a person holds. */
export const ROLES = { head: '负责人', assistant: '司法助理员', staff: '工作人员' } as const;

/** The name of a file in `photos/` beside this one. A photo is published only if the person wants it (facts F9). */
const photo = text()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|jpeg|png|webp)$/,
    '应为 photos/ 里的文件名，后缀 jpg、png 或 webp',
  );

const person = z.strictObject({
  id: field(slug, '编号', 'zhang-san'),
  name: field(line(20), '姓名', '示例甲'),
  post: field(line(30), '职务', '所长'),
  role: field(choice(ROLES), '岗位', 'head'),
  duties: field(z.array(line(60)).min(1, '至少写一项'), '职责', '["主持全面工作"]'),
  phone: field(phone.optional(), '办公电话', '0800-2123456'),
  partTime: field(z.boolean().optional(), '兼职', 'false'),
  photo: field(photo.optional(), '工作照（自愿，放在 photos/ 里）', 'zhang-san.jpg'),
  photoAlt: field(line(60).optional(), '照片说明（给看不见的人）', '张三在窗口接待'),
  deputy: field(personId.optional(), 'B 角（不在时由谁接办）', 'li-si'),
});

/** A post that nobody holds, who stands in, and when it is expected to be filled (anchors A: vacancies with expiry). */
const vacancy = z.strictObject({
  post: field(line(30), '职务', '司法助理员'),
  since: field(date, '空缺自'),
  until: field(date.optional(), '预计到岗'),
  acting: field(personId.optional(), '暂代的人', 'zhang-san'),
});

/** `staff.json`: work facts only (facts F9). No mobile, birthday, address or health; leaving is deleting the entry. */
export const staff = z.strictObject({
  people: field(z.array(person).max(30, '最多 30 人'), '人员'),
  vacancies: field(z.array(vacancy).optional(), '空缺岗位'),
  provenance: field(provenance, '来源与核实'),
});

export type Staff = z.infer<typeof staff>;
