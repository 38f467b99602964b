/** A flat picture of a small part of the earth: degrees to units of a drawing, and how long a kilometre is there. */
import { kilometresBetween, type Box, type LonLat } from './geo.ts';

export interface MapSpot {
  readonly x: number;
  readonly y: number;
}

interface Projection {
  readonly width: number;
  readonly height: number;
  readonly unitsPerKm: number;
  readonly project: (point: LonLat) => MapSpot;
}

interface Sheet {
  readonly width: number;
  readonly maxHeight: number;
  /** Free space at each edge. */
  readonly margin: number;
}

/** Less than this many kilometres across would show a precision that nobody has. */
const LEAST_KM = 8;

const middleOf = ({ west, south, east, north }: Box): LonLat => ({
  lon: (west + east) / 2,
  lat: (south + north) / 2,
});

/** Kilometres of a degree of longitude and of latitude about the middle of a box. */
function degreesInKm(box: Box): { lon: number; lat: number } {
  const { lon, lat } = middleOf(box);
  return {
    lon: kilometresBetween({ lon: lon - 0.5, lat }, { lon: lon + 0.5, lat }),
    lat: kilometresBetween({ lon, lat: lat - 0.5 }, { lon, lat: lat + 0.5 }),
  };
}

/**
 * Equal scale in both directions about the middle of the box (equirectangular): within a prefecture off by less
 * than a hundredth. North is up.
 */
export function projectionOf(box: Box, { width, maxHeight, margin }: Sheet): Projection {
  const middle = middleOf(box);
  const degree = degreesInKm(box);
  const kmWide = Math.max((box.east - box.west) * degree.lon, LEAST_KM);
  const kmHigh = Math.max((box.north - box.south) * degree.lat, LEAST_KM);
  const unitsPerKm = Math.min((width - 2 * margin) / kmWide, (maxHeight - 2 * margin) / kmHigh);
  const height = Math.round(Math.min(maxHeight, kmHigh * unitsPerKm + 2 * margin));
  const project = ({ lon, lat }: LonLat): MapSpot => ({
    x: Math.round(width / 2 + (lon - middle.lon) * degree.lon * unitsPerKm),
    y: Math.round(height / 2 - (lat - middle.lat) * degree.lat * unitsPerKm),
  });
  return { width, height, unitsPerKm, project };
}

/** The longest of 1, 2, 5, 10, 20 … that is not over `most`: what a scale bar shows. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2].find((one) => one * power <= most) ?? 1;
  return step * power;
}
