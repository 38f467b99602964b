import { z } from 'zod';
import { divisionCode, line, slug } from './primitives.ts';
import { field } from './field.ts';

/** A village (村) or an urban community (社区) by the name that people say. */
const community = z.strictObject({
  code: divisionCode(12),
  name: field(line(30), '名称', '严龙村'),
  kind: field(z.enum(['village', 'community']), '类别', 'village'),
  former: field(z.array(line(30)).optional(), '曾用名', '["严家村"]'),
});

/** A township that was merged away or renamed, with the villages of it whose names are gone. */
const formerTownship = z.strictObject({
  name: field(line(30), '原名', '童家镇'),
  villages: field(z.array(line(30)).optional(), '原有的村、社区', '["红旗村"]'),
});

const township = z.strictObject({
  code: divisionCode(9),
  name: field(line(30), '名称', '示例镇'),
  slug: field(slug, '网址名', 'jiazhen'),
  former: field(z.array(formerTownship).optional(), '由哪些乡镇合并、更名而来'),
  formerVillages: field(z.array(line(30)).optional(), '本乡镇已撤并的村、社区'),
  communities: field(z.array(community), '村、社区'),
});

/** `divisions/<county>.json`: the townships of one county and their villages and communities. */
export const divisions = z.strictObject({
  code: divisionCode(6),
  name: field(line(30), '名称', '示例县'),
  source: field(line(300), '来源', '国家统计局 2023 年统计用区划代码'),
  townships: field(z.array(township).min(1, '至少一个乡镇'), '乡镇、街道'),
});

export type Divisions = z.infer<typeof divisions>;
export type TownshipRecord = z.infer<typeof township>;
export type CommunityRecord = z.infer<typeof community>;
