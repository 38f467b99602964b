import { z } from 'zod';
import { date, divisionCode, line, paragraph, provenance } from './primitives.ts';
import { hours } from './hours.ts';
import { phoneEntry } from './office.ts';
import { point } from './place.ts';
import { countyStandards } from './standards.ts';
import { field } from './field.ts';

/** The bureau (县级司法局) that publishes for its offices (design §2.6). */
const bureau = field(
  z.strictObject({
    name: field(line(40), '名称', '示例县司法局'),
    phones: field(z.array(phoneEntry).max(8).optional(), '电话'),
    address: field(line(120).optional(), '地址'),
    hours: hours.optional(),
    provenance: field(provenance, '来源与核实'),
  }),
  '司法局',
);

/** `counties/<county>.json`: one county-level division; its slug is the file's name. */
export const county = z.strictObject({
  code: divisionCode(6),
  name: field(line(30), '名称', '示例县'),
  shortName: field(line(10), '简称', '示例'),
  former: field(z.array(line(30)).optional(), '曾用名', '["旧示例县"]'),
  order: field(z.number().int().min(0).optional(), '排列次序', '5'),
  seat: field(point.optional(), '县城位置'),
  bureau,
  language: field(
    z
      .strictObject({
        text: field(paragraph(160), '说自己的语言、请翻译的权利', '说彝语、不通汉语的，可以请所里提供翻译。'),
        law: field(line(120), '依据', '《峨边彝族自治县彝族语言文字条例》（2015年修正）'),
        unsettled: field(line(120).optional(), '还没有核对的', '条号和以后有没有修改'),
      })
      .optional(),
    '语言和翻译',
  ),
  standards: countyStandards,
  localHolidays: field(
    z
      .array(
        z.strictObject({
          name: field(line(20), '名称'),
          from: field(date, '起始日'),
          to: field(date, '截止日'),
          source: field(line(200), '依据'),
        }),
      )
      .optional(),
    '地方假日',
  ),
});

export type CountyRecord = z.infer<typeof county>;
