/** Gets the files of a city: from its address within bounds, or from its folder. */
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchWithin, reasonOf } from '../audit/fetch.ts';
import type { RegionCity } from '../schemas/region.ts';

/** Gets a file below a city's root, of so many bytes at most; throws with the reason in words. */
export type Get = (path: string, bytes: number) => Promise<Uint8Array>;

/** What cannot be had of a city, in words. */
export class Unavailable extends Error {}

/** A city may take so long for all of its files. */
const CITY_SECONDS = 60;

const REMEDY = '确实要读自己内部的网站，在 region.json 里给这个市写 "internal": true';

function fromAddress(address: string, internal: boolean): Get {
  const signal = AbortSignal.timeout(CITY_SECONDS * 1000);
  return async (path, bytes) => {
    try {
      const url = new URL(path, address);
      const got = await fetchWithin(url, { bytes, signal, allowPrivate: internal, remedy: REMEDY });
      if (got.status === 200 && /json/i.test(got.type)) return got.bytes;
      throw new Unavailable(
        got.status === 200
          ? `${path} 不是 JSON（${got.type || '没有类型'}）`
          : `${path}：服务器答复 ${got.status}`,
      );
    } catch (error) {
      throw error instanceof Unavailable ? error : new Unavailable(`${path}：${reasonOf(error)}`);
    }
  };
}

/** What to do where a file that every site has is not there. */
const UNBUILT: Readonly<Record<string, string>> = {
  'manifest.json': '。那里只有内容、还没有生成网站的，加 --build 再运行一次',
};

/** Follows no link out of the folder. */
const fromFolder =
  (folder: string): Get =>
  (path, bytes) => {
    const file = join(folder, path);
    if (!existsSync(file) || !lstatSync(file).isFile())
      return Promise.reject(new Unavailable(`${file} 没有这个文件${UNBUILT[path] ?? ''}`));
    if (statSync(file).size > bytes)
      return Promise.reject(new Unavailable(`${path}：超过${Math.round(bytes / 1024)}KB`));
    return Promise.resolve(readFileSync(file));
  };

/** The built site in a city's folder: it itself, or the `dist/` of a content repository. */
const builtIn = (folder: string): string =>
  existsSync(join(folder, 'manifest.json')) ? folder : join(folder, 'dist');

/** How the files of a city are got; `built` is where this machine has built it. */
export function getterFor(city: RegionCity, region: string, built?: string): Get {
  if (built !== undefined) return fromFolder(built);
  if (city.folder !== undefined) return fromFolder(builtIn(resolve(region, city.folder)));
  if (city.address !== undefined) return fromAddress(city.address, city.internal ?? false);
  return () => Promise.reject(new Unavailable('还没有写网址'));
}
