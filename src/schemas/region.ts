import { z } from 'zod';
import { CONTENT_VERSION } from '../domain/content-version.ts';
import { field } from './field.ts';
import { line, webAddress } from './primitives.ts';
import { site, type Site } from './site.ts';
import { text } from './text.ts';

/** A city of a region: where its site is, or the folder where it lies on this machine; neither is known at first. */
const city = z
  .strictObject({
    code: field(text().regex(/^\d{4}(?:\d{2})?$/, '应为 4 位（市）或 6 位（县）数字'), '区划代码', '5101'),
    name: field(line(20), '名称', '示例市'),
    address: field(
      webAddress.regex(/\/$/, '应以 / 结尾').optional(),
      '网址',
      'https://sfs.example.gov.cn/',
    ),
    folder: field(
      line(200).optional(),
      '文件夹：它的内容仓库，或者已经生成的网站（从 region.json 所在的文件夹算起）',
      '../chengdu',
    ),
    internal: field(z.boolean().optional(), '网址在内部网络里', 'true'),
  })
;

/** `region.json`: a region's site and its cities. */
export const region = site
  .pick({
    title: true,
    shortTitle: true,
    description: true,
    publisher: true,
    notice: true,
    url: true,
    base: true,
    hotlines: true,
    filings: true,
    contentLicence: true,
  })
  .extend({
    name: field(line(20), '地区名称', '四川省'),
    code: field(text().regex(/^\d{2}$/, '应为 2 位数字，全国写 00'), '区划代码', '51'),
    lateDays: field(
      z.number().int().min(1).max(365).optional(),
      '几天没有更新算迟（不写是 3 天）',
      '3',
    ),
    cities: field(
      z
        .array(city)
        .min(1, '至少一个市')
        .superRefine((list, ctx) => {
          const seen = new Set<string>();
          list.forEach(({ code, name }, at) => {
            if (seen.has(code))
              ctx.addIssue({ code: 'custom', message: `${name}的代码 ${code} 写过了`, path: [at, 'code'] });
            seen.add(code);
          });
        }),
      '各市',
    ),
  });

export type Region = z.infer<typeof region>;
export type RegionCity = Region['cities'][number];

/** A region as the frame of pages knows a site. */
export const siteOfRegion = ({ name, code, cities: _, lateDays: __, ...rest }: Region): Site => ({
  ...rest,
  contentVersion: CONTENT_VERSION,
  city: { name, shortName: name, code: `${code}00` },
  intervals: { contactDays: 90, hoursDays: 180, placeDays: 365, staffDays: 90 },
  features: { samples: false, standards: false, offline: false },
  dataSources: [],
});
