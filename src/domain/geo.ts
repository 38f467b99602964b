/** Points on the earth in degrees, WGS-84. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine, mean earth radius). */
export function kilometresBetween(a: LonLat, b: LonLat): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export const isInBox = (point: LonLat, box: Box): boolean =>
  point.lon >= box.west && point.lon <= box.east && point.lat >= box.south && point.lat <= box.north;

/** The point with its axes exchanged: what an author meant who wrote 纬度 first. */
export const swapAxes = (point: LonLat): LonLat => ({ lon: point.lat, lat: point.lon });

/** The smallest box around some points; undefined when there are none. */
export function boxAround(points: readonly LonLat[]): Box | undefined {
  if (points.length === 0) return undefined;
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}

/** A distance as people say it: a tenth of a kilometre at best, whole ones where an end is known only roughly. */
export function distanceInWords(kilometres: number, rough = false): string {
  if (rough && kilometres < 2) return '2公里以内';
  if (rough) return `约${Math.round(kilometres)}公里`;
  if (kilometres < 0.1) return '不到0.1公里';
  return `约${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres)}公里`;
}
