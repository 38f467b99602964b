import gcoord from 'gcoord';
import type { Boundaries } from '../schemas/boundaries.ts';
import type { BoundarySettings } from '../schemas/map.ts';

type Nested = readonly number[] | readonly Nested[];
type Move = (position: readonly number[]) => number[];

const isPosition = (value: Nested): value is readonly number[] => typeof value[0] === 'number';

/** Every position of a geometry moved, however deep its rings are nested. */
const moved = (nested: Nested, move: Move): Nested =>
  isPosition(nested) ? move(nested) : (nested as readonly Nested[]).map((one) => moved(one, move));

/** From the two systems that differ from WGS-84 by more than a map can show (facts A10-4). */
const MOVES: Readonly<Partial<Record<BoundarySettings['crs'], Move>>> = {
  GCJ02: ([lon = 0, lat = 0]) => gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84),
  BD09: ([lon = 0, lat = 0]) => gcoord.transform([lon, lat], gcoord.BD09, gcoord.WGS84),
};

/**
 * The operator's boundaries as the map draws them. An approved map stays as it was approved: not a position is
 * touched unless the operator said `convert` (地图管理条例 第22条).
 */
export function boundaryFile(boundaries: Boundaries, settings: BoundarySettings) {
  const { crs, convert, approvalNumber, source } = settings;
  const move = convert ? MOVES[crs] : undefined;
  const features = boundaries.features.map(({ type, properties, geometry }) => ({
    type,
    properties: properties?.kind ? { kind: properties.kind } : {},
    geometry: {
      type: geometry.type,
      coordinates: move ? moved(geometry.coordinates, move) : (geometry.coordinates as Nested),
    },
  }));
  return { type: boundaries.type, approvalNumber, source, converted: move !== undefined, features };
}
