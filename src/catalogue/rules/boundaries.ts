import { isInBox, swapAxes, type Box, type LonLat } from '../../domain/geo.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Boundaries } from '../../schemas/boundaries.ts';
import type { Path } from '../../schemas/walk.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { textAt } from '../loose.ts';
import { checkReference } from './reference.ts';

const SETTING: Path = ['map', 'boundaries', 'file'];

const nameOf = (entry: Entry) => entry.names['slug'] ?? '';

/** The boundary file that `site.json` names exists; one that it does not name is shown nowhere. */
export function checkBoundaryFile(contents: Contents): Problem[] {
  const files = contents.of('boundaries');
  const site = contents.of('site')[0];
  const named = textAt(site?.raw, SETTING);
  const missing = site
    ? checkReference(site, SETTING, { name: '边界文件', ids: new Set(files.map(nameOf)) })
    : [];
  const unused = files.filter((entry) => nameOf(entry) !== named);
  return [
    ...missing,
    ...unused.map((entry) =>
      problemAt(entry, {
        kind: 'reference',
        severity: 'warning',
        message: '没有用到这个边界文件',
        remedy: `在 site.json 的 map.boundaries 里写明它的坐标系、来源和审图号，或删掉它`,
      }),
    ),
  ];
}

/** Boundaries lie within the city's box: an approved map is drawn where it belongs, or not at all. */
export function checkBoundaryBox(contents: Contents): Problem[] {
  const box = contents.site?.city.box;
  return box ? contents.of('boundaries').flatMap((entry) => outside(entry, box)) : [];
}

function outside(entry: Entry<Boundaries>, box: Box): Problem[] {
  return (entry.data?.features ?? []).flatMap(({ geometry }, at) => {
    const wrong = positionsOf(geometry.coordinates).find((one) => !isInBox(one, box));
    if (!wrong) return [];
    const swapped = isInBox(swapAxes(wrong), box);
    return [
      problemAt(entry, {
        kind: 'geography',
        path: ['features', at],
        message: swapped ? '经度、纬度写反了' : `（${wrong.lon}, ${wrong.lat}）不在本市范围内`,
        remedy: swapped
          ? 'GeoJSON 先写经度、后写纬度，请重新导出'
          : `核对坐标系和单位（应为度），本市在东经 ${box.west}—${box.east}、北纬 ${box.south}—${box.north}`,
      }),
    ];
  });
}

type Nested = readonly number[] | readonly Nested[];

const isPosition = (value: Nested): value is readonly number[] => typeof value[0] === 'number';

/** Every position of a geometry, however deep its rings are nested. */
function positionsOf(nested: Nested): LonLat[] {
  if (isPosition(nested)) return [{ lon: nested[0] ?? Number.NaN, lat: nested[1] ?? Number.NaN }];
  return (nested as readonly Nested[]).flatMap(positionsOf);
}
