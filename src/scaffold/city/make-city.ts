/** From a division code to the plan of its site: a prefecture with its counties, or one county alone. */
import { Failure, UsageError } from '../../command/command.ts';
import { readNamed } from '../../command/options.ts';
import { planCity, type CityPlan } from './plan-city.ts';
import { pointsByHand } from './points.ts';
import { buildCity, readRows } from './read-divisions.ts';
import { fetchSources, readPlaces } from './sources.ts';
import { onlyCounty } from './tree.ts';

interface CityRequest {
  /** 4 digits of a prefecture, 6 of a county. */
  readonly code: string;
  /** Files of readings and points that somebody chose. */
  readonly readings?: string | undefined;
  readonly points?: string | undefined;
}

/** The code of a prefecture (4 digits) or a county (6) from what was typed. */
export function codeOf(text: string | undefined): string {
  if (!text) throw new UsageError('请写区划代码，如 5101');
  if (!/^\d{4}(?:\d{2})?$/.test(text)) throw new UsageError(`区划代码应为 4 位或 6 位数字：${text}`);
  return text.replace(/^(\d{4})00$/, '$1');
}

/** A JSON file that maps texts to texts, given on the command line. */
function readMap(file: string | undefined, key?: string): Record<string, string> {
  if (!file) return {};
  const text = readNamed(file);
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const map = key ? value[key] : value;
    if (map && typeof map === 'object' && Object.values(map).every((one) => typeof one === 'string'))
      return map as Record<string, string>;
  } catch (error) {
    throw new Failure(`读不了 ${file}：${error instanceof Error ? error.message : error}`);
  }
  throw new Failure(`${file} 的格式不对，见 --help。`);
}

/** Reads the lists of divisions, which it downloads where they are missing, and decides names and places. */
export async function makeCity(request: CityRequest, say: (text: string) => void): Promise<CityPlan> {
  const { code } = request;
  const readings = readMap(request.readings, 'readings');
  const given = readMap(request.points);
  const prefecture = code.slice(0, 4);
  const folders = await fetchSources(say);
  say(`正在读取 ${code} 的区划……`);
  const whole = buildCity(prefecture, await readRows(folders.now, prefecture));
  const now = whole && (code === prefecture ? whole : onlyCounty(whole, code));
  if (!now) throw new Failure(`2023 年区划代码里没有 ${code}。请核对代码。`);
  const before = buildCity(prefecture, await readRows(folders.before, prefecture));
  const places = await readPlaces(folders.places, prefecture);
  const { chosen, wrong } = pointsByHand(given, places);
  if (wrong.length > 0) throw new Failure(`--points 里有 GeoNames 没有的行：\n${wrong.join('\n')}`);
  say(`正在整理 ${now.name}……`);
  return planCity({
    now,
    ...(code !== prefecture && { within: whole }),
    before,
    places,
    readings,
    byHand: chosen,
  });
}
