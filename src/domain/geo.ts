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
