import { isInBox, kilometresBetween, swapAxes, type Box, type LonLat } from '../../domain/geo.ts';
import type { Problem } from '../../domain/problems.ts';
import { valueAt, type Path } from '../../schemas/walk.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents, Realm } from '../contents.ts';
import { numberAt } from '../loose.ts';
import { writeField } from '../notation.ts';

/** Farther than this from the county seat, a point is a slip unless `site.json` allows more (`maxKmFromSeat`). */
const DEFAULT_MAX_KM = 120;

function pointAt(raw: unknown, path: Path): LonLat | undefined {
  const lon = numberAt(raw, [...path, 'lon']);
  const lat = numberAt(raw, [...path, 'lat']);
  return lon === undefined || lat === undefined || Math.abs(lat) > 90 ? undefined : { lon, lat };
}

function boxOf(contents: Contents): Box | undefined {
  const at = (side: string) => numberAt(contents.of('site')[0]?.raw, ['city', 'box', side]);
  const [west, south, east, north] = [at('west'), at('south'), at('east'), at('north')];
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  return { west, south, east, north };
}

/** Points lie within the city's box; one that would, were its axes exchanged, is told so. Samples lie in no city. */
export function checkBox(contents: Contents): Problem[] {
  const box = boxOf(contents);
  if (!box) return [];
  const { offices, counties } = contents.real;
  return [
    ...counties.flatMap(({ county }) => (county ? boxProblems(county, ['seat'], box) : [])),
    ...offices.flatMap(({ office }) => (office ? boxProblems(office, ['place', 'point'], box) : [])),
  ];
}

function boxProblems(entry: Entry, path: Path, box: Box): Problem[] {
  const point = pointAt(entry.raw, path);
  if (!point || isInBox(point, box)) return [];
  const swapped = swapAxes(point);
  if (isInBox(swapped, box)) {
    const fields = [
      writeField('json', 'lon', String(swapped.lon)),
      writeField('json', 'lat', String(swapped.lat)),
    ];
    const remedy = `改成 ${fields.join(', ')}`;
    return [problemAt(entry, { kind: 'geography', path, message: '经度、纬度写反了', remedy })];
  }
  const range = `东经 ${box.west}—${box.east}、北纬 ${box.south}—${box.north}`;
  const message = `（${point.lon}, ${point.lat}）不在本市范围内`;
  return [problemAt(entry, { kind: 'geography', path, message, remedy: `重新量取，本市在${range}` })];
}

/** An office lies within reach of its county's seat. */
export function checkDistance(contents: Contents): Problem[] {
  const limit = numberAt(contents.of('site')[0]?.raw, ['city', 'maxKmFromSeat']) ?? DEFAULT_MAX_KM;
  const farIn = ({ counties }: Realm, box: Box | undefined) =>
    counties.flatMap(({ county, offices }) => {
      const seat = pointAt(county?.raw, ['seat']);
      const usable = seat && (!box || isInBox(seat, box));
      return usable
        ? offices.flatMap(({ office }) => (office ? farProblems(office, seat, limit, box) : []))
        : [];
    });
  return [...farIn(contents.real, boxOf(contents)), ...farIn(contents.samples, undefined)];
}

function farProblems(entry: Entry, seat: LonLat, limit: number, box: Box | undefined): Problem[] {
  const path = ['place', 'point'];
  const point = valueAt(entry.raw, path) === undefined ? undefined : pointAt(entry.raw, path);
  if (!point || (box && !isInBox(point, box))) return [];
  const far = Math.round(kilometresBetween(point, seat));
  if (far <= limit) return [];
  const message = `离县城 ${far} 公里，超过 ${limit} 公里`;
  const remedy = '核对坐标；确实这么远的，在 site.json 的 city 里改 "maxKmFromSeat"';
  return [problemAt(entry, { kind: 'geography', path, message, remedy })];
}
