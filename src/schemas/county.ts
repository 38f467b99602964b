import { z } from 'zod';
import { date, divisionCode, line, provenance } from './primitives.ts';
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
  order: field(z.number().int().min(0).optional(), '排列次序', '5'),
  seat: field(point.optional(), '县城位置'),
  bureau,
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
