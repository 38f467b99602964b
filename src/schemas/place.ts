import { z } from 'zod';
import { text } from './text.ts';
import { divisionCode, line, paragraph } from './primitives.ts';
import { asking, choice, field } from './field.ts';

/** How exactly a point is known: measured at the door, the township's seat, or the county's seat (places.md 3.4). */
export const PRECISIONS = { office: '实测', township: '乡镇驻地大致位置', county: '县城大致位置' } as const;

/** Coordinate systems an operator may declare (facts A10-4). Data is kept in WGS-84. */
const CRS = ['WGS84'] as const;

/** A point on the map: degrees, WGS-84, with how exactly it is known and who says so. */
export const point = field(
  z.strictObject({
    lon: field(z.number().min(-180).max(180), '经度', '103.945'),
    lat: field(z.number().min(-90).max(90), '纬度', '29.209'),
    crs: field(z.enum(CRS), '坐标系', 'WGS84'),
    precision: field(choice(PRECISIONS), '精度', 'township'),
    source: field(line(200), '坐标来源', 'GeoNames（CC BY 4.0）'),
  }),
  '位置',
);

/** Whether people can get in and be served; absent means nobody has said. Limits: facts A6-1 (无障碍环境建设法 第40条). */
const access = field(
  z.strictObject({
    stepFree: field(z.boolean().optional(), '无台阶入口', 'true'),
    lowCounter: field(z.boolean().optional(), '低位服务台', 'true'),
    toilet: field(z.boolean().optional(), '无障碍卫生间', 'false'),
    parking: field(z.boolean().optional(), '无障碍停车位', 'true'),
    hearing: field(line(80).optional(), '听障服务', '备有手写板'),
    languages: field(z.array(line(20)).optional(), '可用语言', '["普通话", "彝语"]'),
    note: field(paragraph(200).optional(), '说明', '请从东侧坡道进入'),
  }),
  '无障碍',
);

/** Where an office is: each part may be unknown, and then it is absent. */
export const place = field(
  z.strictObject({
    address: field(line(120).optional(), '地址', '示例镇公示路 1 号'),
    postcode: field(
      text()
        .regex(/^\d{6}$/, '应为 6 位数字')
        .optional(),
      '邮政编码',
      '614400',
    ),
    landmark: field(line(60).optional(), '附近标志', '镇政府大院内，进门左手第一间'),
    transport: field(paragraph(300).optional(), '怎么来', '乘 3 路公交到镇政府站下'),
    parking: field(paragraph(200).optional(), '停车说明', '镇政府门前广场可以停车，赶场日车位紧张'),
    point: point.optional(),
    access: access.optional(),
  }),
  '地点',
);

/** A code of a county, a township or a village. */
export const anyDivisionCode = field(
  asking(
    z.union([divisionCode(9), divisionCode(12)], {
      error: '应为 9 位（乡镇街道）或 12 位（村、社区）区划代码',
    }),
    { asks: 'division' },
  ),
  '区划代码',
  '990101101',
);

export type Point = z.infer<typeof point>;
export type Access = z.infer<typeof access>;
