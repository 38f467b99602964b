import { z } from 'zod';
import { text } from './text.ts';
import { editor } from './editor.ts';
import { language } from './versions.ts';
import { mapSettings } from './map.ts';
import { line, paragraph, phone, webAddress } from './primitives.ts';
import { field } from './field.ts';
import { feedback } from './feedback.ts';

const degrees = (limit: number) => z.number().min(-limit).max(limit);

const city = z.strictObject({
  name: field(line(20), '名称', '示例市'),
  shortName: field(line(10), '简称', '示例'),
  code: field(
    text().regex(/^\d{4}(?:\d{2})?$/, '应为 4 位数字（一个县自己的网站是 6 位）'),
    '区划代码',
    '9901',
  ),
  areaCode: field(
    text()
      .regex(/^0\d{2,3}$/, '应为 0 开头的区号')
      .optional(),
    '电话区号',
    '0800',
  ),
  box: field(
    z
      .strictObject({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
      .optional(),
    '经纬度范围',
    '{ "west": 102.2, "south": 28.4, "east": 104.3, "north": 30.0 }',
  ),
  maxKmFromSeat: field(z.number().min(1).max(1000).optional(), '离县城最远公里数', '120'),
});

/** Days after which a checked fact is shown as 待核实 (design §2.3). */
const intervals = z.strictObject({
  contactDays: field(z.number().int().min(1).max(3650), '联系方式（天）', '90'),
  hoursDays: field(z.number().int().min(1).max(3650), '办公时间（天）', '180'),
  placeDays: field(z.number().int().min(1).max(3650), '地点（天）', '365'),
  staffDays: field(z.number().int().min(1).max(3650), '人员（天）', '90'),
  lawDays: field(z.number().int().min(1).max(3650).optional(), '法律文本（天）', '180'),
});

/** Marks and numbers given by an authority; absent means not shown (design §2.5, facts A3-5…A3-7). */
const filings = z.strictObject({
  siteIdCode: field(
    text()
      .regex(/^(?:\d{10}|bm\d{8})$/, '应为 10 位数字')
      .optional(),
    '网站标识码',
  ),
  icp: field(line(40).optional(), 'ICP 备案号'),
  police: field(line(40).optional(), '公安备案号'),
  policeCode: field(
    text()
      .regex(/^\d{14}$/, '应为 14 位数字')
      .optional(),
    '公安备案编号',
  ),
  partyGovernmentMark: field(webAddress.optional(), '党政机关标识链接'),
  findError: field(webAddress.optional(), '“我为政府网站找错”链接'),
});

/** `site.json`: what a city sets once. */
export const site = z.strictObject({
  title: field(line(40), '网站名称', '示例市司法所公开'),
  shortTitle: field(line(20), '简称', '司法所公开'),
  description: field(paragraph(160), '一句话说明'),
  contentVersion: field(z.number().int().min(1), '内容写法的版本（由 npm run migrate 改）', '2'),
  city,
  publisher: z.strictObject({
    name: field(line(40), '主办单位', '示例市司法局'),
    confirmed: field(z.boolean(), '主办单位是否已确认'),
    contact: field(phone.optional(), '联系电话'),
    address: field(line(120).optional(), '地址'),
    url: field(webAddress.optional(), '门户网址'),
  }),
  notice: field(paragraph(200).optional(), '全站提示', '演示站，非政府网站'),
  url: field(webAddress.optional(), '网站地址', 'https://sfs.example.gov.cn'),
  base: field(
    text()
      .regex(/^\/(?:(?!\.+\/)[\w.-]+\/)*$/, '应以 / 开头、以 / 结尾')
      .optional(),
    '网站路径',
    '/sfj/sfs/',
  ),
  map: mapSettings.optional(),
  fonts: field(
    z
      .array(
        z.strictObject({
          lang: language,
          file: field(
            text().regex(/^[\w-]+(?:\.[\w-]+)*\.(?:woff2|woff|ttf)$/, '应为 .woff2、.woff 或 .ttf 文件名'),
            '字体文件（放在 public/fonts/）',
            'NuosuSIL-Regular.woff2',
          ),
          source: field(line(80).regex(/^[^*]*$/, '不能有星号'), '来源', 'SIL Nuosu'),
          licence: field(line(40).regex(/^[^*]*$/, '不能有星号'), '许可', 'OFL-1.1'),
        }),
      )
      .optional(),
    '其他文字的字体',
  ),
  editor: field(editor.optional(), '填报页'),
  hotlines: field(
    z.array(
      z.strictObject({
        number: phone,
        name: field(line(30), '名称', '公共法律服务热线'),
        note: field(line(80).optional(), '说明'),
      }),
    ),
    '热线',
  ),
  publicRepository: field(z.boolean().optional(), '内容仓库对外公开', 'true'),
  filings,
  intervals,
  features: z.strictObject({
    samples: field(z.boolean(), '显示示例', 'true'),
    standards: field(z.boolean(), '公开规范化建设', 'true'),
    english: field(z.boolean().optional(), '英文页（pages/en.mdx）', 'true'),
    offline: field(z.boolean().optional(), '手机保存看过的页面', 'false'),
    national: field(z.boolean().optional(), '用随程序来的全国文本（不写是用）', 'false'),
  }),
  seed: field(z.strictObject({ title: line(80), number: line(40), date: line(20) }).optional(), '依据文件'),
  feedback: field(feedback.optional(), '信息有误怎么反映'),
  contentLicence: field(line(80), '内容许可', 'CC BY 4.0'),
  dataSources: field(
    z.array(z.strictObject({ name: line(80), licence: line(40), use: line(120) })),
    '数据来源',
  ),
});

export type Site = z.infer<typeof site>;
