/** Takes a city's manifest and its shards, believing nothing that does not hold; what held before stays shown. */
import { z } from 'zod';
import type { InstantIndex } from '../domain/search/types.ts';
import { addVillages, decodeTownships } from '../domain/finder/decode.ts';
import { daysBetween, dateInShanghai } from '../domain/dates.ts';
import type { CityState } from '../domain/region.ts';
import { manifestFaults } from '../domain/manifest-faults.ts';
import { checkedText } from '../exports/manifest.ts';
import { type CityNames, namesIn } from '../exports/region-places.ts';
import { sha256 } from '../release/manifest.ts';
import { manifest as manifestSchema, type Manifest } from '../schemas/manifest.ts';
import { finderFiles, instantFile } from '../schemas/shards.ts';
import type { RegionCity } from '../schemas/region.ts';
import type { RegionCache } from './cache.ts';
import { type Get, Unavailable } from './get.ts';

/** A city with what its region searches. */
export interface CityRead extends CityState {
  readonly names?: CityNames | undefined;
  readonly instant?: InstantIndex | undefined;
}

/** What a manifest says that does not hold, in words. */
class Untrue extends Error {}

interface Reading {
  readonly get: Get;
  readonly cache: RegionCache;
  readonly now: Date;
  readonly lateDays: number;
}

const MANIFEST_BYTES = 8 * 1024 * 1024;
const SHARD_BYTES = 4 * 1024 * 1024;

function parsed(bytes: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Untrue(`${what} 不是 JSON`);
  }
}

/** A value of a shape; what does not fit is named by its field. */
function shaped<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Untrue(`${what} 的 ${issue?.path.join('.') || '内容'} 不合格式`);
}

/** A manifest that holds by itself, and is no copy of an older one. */
function accepted(bytes: Uint8Array, city: RegionCity, { cache, now }: Reading): Manifest {
  const raw = parsed(bytes, 'manifest.json');
  const made = shaped(manifestSchema, raw, 'manifest.json');
  const faults = manifestFaults(made, { code: city.code, now });
  if (sha256(checkedText(raw as Manifest)) !== made.checksum)
    faults.unshift('校验和不符，清单被改过或没有传完');
  if (faults.length > 0) throw new Untrue(faults.join('；'));
  const before = cache.manifest(city.code);
  if (before && before.builtFor > made.builtFor)
    throw new Untrue(
      `是旧清单（${made.builtFor}），已经有 ${before.builtFor} 的；市里退回过旧版的，请市里改好再发布一次`,
    );
  return made;
}

type Shard = Manifest['finder']['townships'];

/** The bytes of a shard, from the cache where it has them; refused where they are not those of the manifest. */
async function shardBytes({ path, bytes, digest }: Shard, { get, cache }: Reading): Promise<Uint8Array> {
  const kept = cache.file(digest);
  if (kept) return kept;
  if (bytes > SHARD_BYTES) throw new Untrue(`${path} 超过 ${SHARD_BYTES / 1024}KB`);
  const got = await get(path, bytes);
  if (sha256(got) !== digest) throw new Untrue(`${path} 同清单里的摘要不符`);
  return got;
}

interface Shards {
  readonly names: CityNames;
  readonly instant: InstantIndex;
}

async function shardsOf(made: Manifest, reading: Reading): Promise<Shards> {
  const { finder, search } = made;
  const files = [finder.townships, finder.villages, search.instant];
  const texts: Uint8Array[] = [];
  for (const file of files) texts.push(await shardBytes(file, reading));
  const [townships, villages, instant] = texts.map((bytes, at) => parsed(bytes, files[at]?.path ?? ''));
  const early = decodeTownships(shaped(finderFiles.townships, townships, finder.townships.path));
  const late = shaped(finderFiles.villages, villages, finder.villages.path);
  if (late.stamp !== early.stamp) throw new Untrue(`${finder.villages.path} 不是同一次生成的`);
  const places = addVillages(early, late);
  const unknown = places.offices.filter(({ id }) => !Object.hasOwn(made.offices, id));
  if (unknown.length > 0) throw new Untrue(`查找用的司法所 ${unknown[0]?.id} 不在清单里`);
  const counties = new Set(made.counties.map(({ slug }) => slug));
  const stray = places.counties.find(({ slug }) => !counties.has(slug));
  if (stray) throw new Untrue(`查找用的县 ${stray.slug} 不在清单里`);
  if (places.offices.length !== made.counts.offices - made.counts.closed)
    throw new Untrue(
      `查找用的司法所有${places.offices.length}个，清单说有${made.counts.offices - made.counts.closed}个`,
    );
  // Kept only when all of it holds.
  files.forEach(({ digest }, at) => reading.cache.keepFile(digest, texts[at] ?? new Uint8Array()));
  return { names: namesIn(places), instant: shaped(instantFile, instant, search.instant.path) };
}

/** What is known of a city from before. */
async function before(city: RegionCity, reading: Reading): Promise<Partial<CityRead>> {
  const kept = reading.cache.manifest(city.code);
  if (!kept) return {};
  const nothing: Get = () => Promise.reject(new Unavailable('没有存'));
  try {
    return { manifest: kept, ...(await shardsOf(kept, { ...reading, get: nothing })) };
  } catch {
    return {};
  }
}

/** How a manifest stands on a day. */
function standing({ builtFor }: Manifest, { now, lateDays }: Reading): Pick<CityState, 'state' | 'why'> {
  const age = daysBetween(dateInShanghai(new Date(builtFor)), dateInShanghai(now));
  return age > lateDays ? { state: 'late', why: `${age}天没有更新` } : { state: 'current' };
}

/** What a city says, however it is come by. */
async function wordOf(
  city: RegionCity,
  reading: Reading,
): Promise<Partial<CityRead> & Pick<CityState, 'state'>> {
  try {
    const made = accepted(await reading.get('manifest.json', MANIFEST_BYTES), city, reading);
    const shards = await shardsOf(made, reading);
    reading.cache.keepManifest(made);
    return { ...standing(made, reading), manifest: made, ...shards };
  } catch (error) {
    if (!(error instanceof Untrue || error instanceof Unavailable)) throw error;
    const state = error instanceof Untrue ? 'refused' : 'failed';
    return { state, why: error.message, ...(await before(city, reading)) };
  }
}

/** Reads a city; whatever is wrong with it is said of it, and stops nobody. */
export async function readCity(city: RegionCity, reading: Reading): Promise<CityRead> {
  const { code, name } = city;
  const read = await wordOf(city, reading);
  // Where readers find it is the region's to say; what lies in a folder may say it itself.
  return { code, name, url: city.address ?? read.manifest?.url, ...read };
}
