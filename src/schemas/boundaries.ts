import { z } from 'zod';
import { field } from './field.ts';

/** Longitude, latitude, and a height that is not used (RFC 7946, 3.1.1). */
const position = z.tuple([z.number(), z.number()]).rest(z.number());
const linePositions = z.array(position).min(2, '至少两个点');
const ring = z.array(position).min(4, '一圈至少四个点，首尾相同');

/** Boundaries are lines or areas; points belong to offices. */
const geometry = field(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('LineString'), coordinates: linePositions }),
    z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(linePositions) }),
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
  ]),
  '图形',
);

/** What a line is, as it stands in `properties.kind`; a border where it says nothing. */
const LINE_KINDS = ['border', 'river', 'road'] as const;
const properties = z.looseObject({ kind: z.enum(LINE_KINDS).optional() }).nullish();

/**
 * `places/<name>.geojson`: an operator's file of borders, rivers and roads. Members the map does not use stay in it,
 * unread.
 */
export const boundaries = z.object({
  type: z.literal('FeatureCollection'),
  features: field(
    z.array(z.object({ type: z.literal('Feature'), properties, geometry })).min(1, '没有图形'),
    '要素',
  ),
});

export type Boundaries = z.infer<typeof boundaries>;
