import { join, resolve } from 'node:path';
import { buildInstant, CALLER } from '../build/settings.ts';
import { requireReplaceable } from '../build/swap.ts';
import { asTyped, ROOT, UsageError, type Command } from '../command/command.ts';
import { requireFolder } from '../command/folders.ts';
import { flags, texts, wholeNumber } from '../command/options.ts';
import { OPEN_HELP, OPEN_OPTIONS, openSite } from '../command/open.ts';
import { type CityState, STANDINGS } from '../domain/region.ts';
import type { Region } from '../schemas/region.ts';
import { buildRegion, partsOf } from './build.ts';
import { RegionCache } from './cache.ts';
import { buildCities } from './fan-out.ts';
import { getterFor } from './get.ts';
import { type CityRead, readCity } from './read-city.ts';
import { readRegion, REGION_FILE } from './read-region.ts';

const HELP = `用法：npm run region -- [文件夹] [--out <文件夹>] [--build [--jobs <数>]] [--open]

把各市的网站合成一个地区（省、全国）的网站：读 ${REGION_FILE} 里列的各市的清单，不读内容。
取不到、对不上、迟了的市写明是谁、为什么，不影响别的市。

  [文件夹]        ${REGION_FILE} 所在，默认当前文件夹
  --out <文件夹>  生成到哪里，默认 <文件夹>/dist
  --build         先生成写了 folder、又是内容仓库的市；没有变的用上次的
  --jobs <数>     同 --build 用：同时生成几个，默认 2
  --share <k/n>   只生成各市，只做 n 份里的第 k 份，不生成地区的网站（流水线里几个任务同时做）
  --built         那些市用别的任务生成好的，这里不生成
  --cache <文件夹>  上次取到、生成的，默认 <文件夹>/.cache/region；删掉也不要紧
  --open          生成以后在本机打开
${OPEN_HELP}
  --help          显示本说明

退出码：0 各市都正常，1 有的市没有取到、不可信或没有生成（网站照样生成），2 用法不对。`;

const OPTIONS = {
  ...texts('out', 'cache', 'jobs', 'share'),
  ...flags('build', 'built', 'open'),
  ...OPEN_OPTIONS,
} as const;

/** Which part of the cities, of how many. */
function shareOf(given: string | undefined): { part: number; of: number } | undefined {
  if (given === undefined) return undefined;
  const [part = 0, of = 0] = /^\d{1,3}\/\d{1,3}$/.test(given) ? given.split('/').map(Number) : [];
  if (part >= 1 && part <= of) return { part, of };
  throw new UsageError(`--share 应为“第几份/共几份”，如 1/4：${given}`);
}

/** How many cities are asked at a time. */
const AT_A_TIME = 8;

/** Reads all cities, some at a time, in the order of the list. */
async function readAll(region: Region, folder: string, cache: string, built: ReadonlyMap<string, string>) {
  const kept = new RegionCache(cache);
  const [now, lateDays] = [buildInstant(CALLER), region.lateDays ?? 3];
  const read: CityRead[] = [];
  for (let at = 0; at < region.cities.length; at += AT_A_TIME)
    read.push(
      ...(await Promise.all(
        region.cities.slice(at, at + AT_A_TIME).map((city) =>
          readCity(city, {
            get: getterFor(city, folder, built.get(city.code)),
            cache: kept,
            now,
            lateDays,
          }),
        ),
      )),
    );
  kept.sweep();
  return read;
}

function tell(cities: readonly CityState[]): number {
  const troubled = cities.filter(({ state }) => state !== 'current');
  for (const { code, name, state, why, manifest } of troubled)
    console.log(
      `  ! ${code} ${name}：${STANDINGS[state]}${why ? `（${why}）` : ''}${manifest || state === 'current' ? '' : '，什么也不显示'}`,
    );
  console.log(`${cities.length} 个市，${cities.length - troubled.length} 个正常。`);
  return troubled.some(({ state }) => state !== 'late') ? 1 : 0;
}

export const regionCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [word = '.']) => {
    const folder = resolve(word);
    requireFolder(folder);
    const region = readRegion(folder);
    const out = resolve(values.out ?? join(folder, 'dist'));
    requireReplaceable(out);
    const cache = resolve(values.cache ?? join(folder, '.cache/region'));
    const share = shareOf(values.share);
    const jobs = wholeNumber('jobs', values.jobs, { usual: 2, most: 64 });
    const wanted = { share, build: !values.built, jobs, env: CALLER, root: ROOT };
    const built =
      values.build || values.built || share ? await buildCities(region, folder, cache, wanted) : undefined;
    if (share) return built?.failed.length ? 1 : 0;
    const parts = partsOf(await readAll(region, folder, cache, built?.folders ?? new Map()));
    const code = tell(parts.cities);
    const made = await buildRegion(region, parts, out, CALLER);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`完成：${made.pages} 页 → ${asTyped(out)}（内存峰值 ${megabytes} MB）`);
    if (values.open) await openSite({ folder: out, base: made.base }, values);
    return code || (built?.failed.length ? 1 : 0);
  },
};
