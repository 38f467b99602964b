import { z } from 'zod';
import { date, line, organisation, paragraph, slug } from './primitives.ts';
import { citation } from './law.ts';
import { field } from './field.ts';

/** Numbers that are the same everywhere and were checked; no other stands in this table. */
const COMMON_NUMBERS = ['110', '119', '120', '12345', '12348', '12368', '12333'] as const;

const matter = z.strictObject({
  id: field(slug, '编号', 'id-card'),
  title: field(line(40), '什么事', '补办身份证'),
  aliases: field(z.array(line(30)).min(1, '至少一个'), '平常的说法', '["身份证丢了"]'),
  whose: field(organisation, '归谁管', '公安机关'),
  where: field(line(80), '到哪里办', '户籍地或者居住地派出所'),
  phone: field(z.enum(COMMON_NUMBERS).optional(), '电话', '12345'),
  note: field(paragraph(200).optional(), '说明'),
  services: field(z.array(slug).optional(), '看哪份指南', '["legal-aid"]'),
  sources: field(z.array(citation).optional(), '依据'),
});

/** `elsewhere.json`: what people ask a judicial office for and others handle (不归司法所管). */
export const elsewhere = z.strictObject({
  updated: field(date.optional(), '更新日期'),
  looked: field(date.optional(), '最近一次复核的日期（没有改内容的）'),
  items: field(z.array(matter), '事项'),
});

