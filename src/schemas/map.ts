import { z } from 'zod';
import { text } from './text.ts';
import { date, line, slug } from './primitives.ts';
import { field } from './field.ts';

/** Coordinate systems of a boundary file; CGCS2000 differs from WGS-84 by less than a map can show (facts A10-4). */
const BOUNDARY_CRS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;

/** A number that an authority gave to a map; without it no layer is shown (facts A10-1, 地图管理条例 第22条). */
const approvalNumber = field(line(120), '审图号', 'GS（2024）0568号');

/** Tiles of the national platform (天地图): a third party, so absent unless the operator has a key of their own. */
const tianditu = field(
  z.strictObject({
    token: field(
      text().regex(/^[0-9a-f]{32}$/i, '应为天地图控制台给的 32 位密钥'),
      '密钥',
      '0123456789abcdef0123456789abcdef',
    ),
    approvalNumber,
  }),
  '天地图',
);

/** Boundaries drawn from an operator's own file, which stays as it is unless `convert` says otherwise. */
const boundaries = field(
  z
    .strictObject({
      file: field(slug, '文件名（places/ 里，不写 .geojson）', 'xianjie'),
      crs: field(z.enum(BOUNDARY_CRS), '坐标系', 'CGCS2000'),
      source: field(line(200), '来源', '某市自然资源局'),
      approvalNumber,
      obtainedOn: field(date.optional(), '取得日期', '2026-11-22'),
      convert: field(z.boolean(), '转换成 WGS-84', 'false'),
    })
    .refine(
      ({ crs, convert }) => convert || crs === 'WGS84' || crs === 'CGCS2000',
      '这个坐标系与地图不同，不转换就会画偏：换用 CGCS2000 的文件，或写 "convert": true',
    ),
  '边界',
);

/** What a map may show beyond points and names. Each part is absent by default, and then not rendered. */
export const mapSettings = field(
  z.strictObject({ tianditu: tianditu.optional(), boundaries: boundaries.optional() }),
  '地图',
);

export type BoundarySettings = z.infer<typeof boundaries>;
