import gcoord from 'gcoord';
import type { Boundaries } from '../schemas/boundaries.ts';
import type { BoundarySettings } from '../schemas/map.ts';

/** The systems that differ from WGS-84 by more than a map can show (facts A10-4). */
const SHIFTED = { GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const;

/**
 * The operator's boundaries as the map draws them. An approved map stays as it was approved: not a position is
 * touched unless the operator said `convert` (地图管理条例 第22条).
 */
export function boundaryFile(boundaries: Boundaries, settings: BoundarySettings) {
  const { crs, convert, approvalNumber, source } = settings;
  const copy = structuredClone(boundaries);
  const datum = crs === 'GCJ02' || crs === 'BD09' ? SHIFTED[crs] : undefined;
  if (convert && datum)
    for (const { geometry } of copy.features) gcoord.transform(geometry, datum, gcoord.WGS84);
  return { ...copy, approvalNumber, source, converted: Boolean(convert && datum) };
}
