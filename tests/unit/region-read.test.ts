import { createServer, type RequestListener } from 'node:http';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RegionCache } from '../../src/region/cache.ts';
import { getterFor } from '../../src/region/get.ts';
import { readCity } from '../../src/region/read-city.ts';
import { checkedText, manifestOf } from '../../src/exports/manifest.ts';
import { instantIndex } from '../../src/exports/search.ts';
import { sha256 } from '../../src/release/manifest.ts';
import type { Manifest } from '../../src/schemas/manifest.ts';
import { catalogue, files } from '../helpers/finder.ts';

const NOW = new Date('2026-11-30T02:00:00Z');
const BUILT = new Date('2026-11-29T02:00:00Z');

/** The files of a built city, as a region takes them. */
function cityFiles(builtFor = BUILT): Map<string, string> {
  const shards = new Map<string, string>([
    ['data/finder/townships.json', JSON.stringify(files.townships)],
    ['data/finder/villages.json', JSON.stringify(files.villages)],
    ['data/search/instant.json', JSON.stringify(instantIndex(catalogue))],
  ]);
  const made = manifestOf(catalogue, {
    program: '0.2.0',
    url: 'https://ls.example.gov.cn/',
    pages: 591,
    now: builtFor,
    shard: (path) => ({
      path,
      bytes: Buffer.byteLength(shards.get(path) ?? ''),
      digest: sha256(shards.get(path) ?? ''),
    }),
    officeDigest: (id) => sha256(id).slice(7, 23),
    sha256,
  });
  return new Map([...shards, ['manifest.json', JSON.stringify(made)]]);
}

/** The same with another manifest, its checksum made anew: a city that lies knows how. */
function lying(change: (made: Manifest) => Partial<Manifest>, builtFor?: Date): Map<string, string> {
  const all = cityFiles(builtFor);
  const made = JSON.parse(all.get('manifest.json') ?? '') as Manifest;
  const { checksum: _, ...rest } = { ...made, ...change(made) };
  return all.set('manifest.json', JSON.stringify({ ...rest, checksum: sha256(checkedText(rest)) }));
}

let folder: string;
const closing: (() => void)[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'region-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
  for (const close of closing.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => (server.close(), server.closeAllConnections()));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
}

const serving =
  (all: ReadonlyMap<string, string>): RequestListener =>
  ({ url = '' }, response) => {
    const text = all.get(url.slice(1));
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(text);
  };

const ENTRY = { code: '5111', name: '乐山市' };

/** Reads a city at an address, or from a folder that is filled with files. */
async function read(from: string | ReadonlyMap<string, string>, { internal = true, now = NOW } = {}) {
  const cache = new RegionCache(join(folder, 'cache'));
  const city =
    typeof from === 'string' ? { ...ENTRY, address: from, internal } : { ...ENTRY, folder: 'dist' };
  if (typeof from !== 'string')
    for (const [path, text] of from) {
      mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true });
      writeFileSync(join(folder, 'dist', path), text);
    }
  return readCity(city, { get: getterFor(city, folder), cache, now, lateDays: 3 });
}

describe('a region takes what its cities say of themselves', () => {
  it('from a folder and from an address alike', async () => {
    const there = await read(cityFiles());
    expect([there.state, there.manifest?.counts.offices, there.names?.offices]).toEqual([
      'current',
      132,
      132,
    ]);
    const fetched = await read(await serve(serving(cityFiles())));
    expect(fetched).toEqual({ ...there, url: fetched.url });
  });

  it('does not ask again for what has not changed', async () => {
    const asked: string[] = [];
    const all = cityFiles();
    const origin = await serve((request, response) => {
      asked.push(request.url ?? '');
      serving(all)(request, response);
    });
    await read(origin);
    expect(asked).toHaveLength(4);
    await read(origin);
    expect(asked.slice(4)).toEqual(['/manifest.json']);
  });

  it('a city that has not published for days is late, and shown', async () => {
    const { state, why, manifest } = await read(cityFiles(new Date('2026-11-20T02:00:00Z')));
    expect([state, why, manifest?.counts.offices]).toEqual(['late', '10天没有更新', 132]);
  });

  it('a city that cannot be reached is shown as it was last', async () => {
    const all = cityFiles();
    const origin = await serve(serving(all));
    await read(origin);
    all.clear();
    const { state, why, manifest, names } = await read(origin);
    expect([state, why, manifest?.counts.offices]).toEqual(['failed', 'manifest.json：服务器答复 404', 132]);
    expect(names?.offices).toBe(132);
  });
});

describe('nothing that does not hold is believed', () => {
  const refused = async (all: Map<string, string>) => {
    const { state, why, manifest } = await read(all);
    expect([state, manifest]).toEqual(['refused', undefined]);
    return why;
  };

  it('a manifest that was changed on its way', async () => {
    const all = cityFiles();
    all.set('manifest.json', (all.get('manifest.json') ?? '').replace('"offices":132', '"offices":133'));
    expect(await refused(all)).toContain('校验和不符');
  });

  it('what is no manifest, or has a field of its own', async () => {
    expect(await refused(cityFiles().set('manifest.json', '<html>'))).toBe('manifest.json 不是 JSON');
    expect(await refused(lying(() => ({ more: 1 }) as Partial<Manifest>))).toContain('不合格式');
  });

  it('another city’s manifest, a time that has not come', async () => {
    expect(await refused(lying(({ city }) => ({ city: { ...city, code: '5101' } })))).toContain(
      '不是 5111 的',
    );
    expect(await refused(cityFiles(new Date('2027-01-01T00:00:00Z')))).toContain('还没有到');
  });

  it('counts that do not add up', async () => {
    expect(await refused(lying(({ counts }) => ({ counts: { ...counts, offices: 140 } })))).toContain(
      '说有140个司法所，各县合计132个',
    );
    expect(
      await refused(
        lying(({ disclosure }) => ({
          disclosure: { ...disclosure, counts: { ...disclosure.counts, published: 2244, missing: 0 } },
        })),
      ),
    ).toContain('四公开的合计同各县不符');
  });

  it('files that are not those of the manifest', async () => {
    const all = cityFiles();
    const townships = all.get('data/finder/townships.json') ?? '';
    all.set('data/finder/townships.json', townships.replace('乐山', '山乐'));
    expect(await refused(all)).toContain('data/finder/townships.json 同清单里的摘要不符');
  });

  it('marks of HTML in names, ways out of the folder', async () => {
    const bad = JSON.stringify({
      ...files.townships,
      offices: files.townships.offices.replace('犍为县', '<b>县'),
    });
    const all = lying(({ finder }) => ({
      finder: {
        ...finder,
        townships: { ...finder.townships, bytes: Buffer.byteLength(bad), digest: sha256(bad) },
      },
    }));
    expect(await refused(all.set('data/finder/townships.json', bad))).toContain('的 offices 不合格式');
    const out = lying(({ finder }) => ({
      finder: { ...finder, townships: { ...finder.townships, path: '../../etc/passwd' } },
    }));
    expect(await refused(out)).toContain('finder.townships.path 不合格式');
  });

  it('an older manifest, played again', async () => {
    await read(cityFiles(new Date('2026-11-29T12:00:00Z')));
    const { state, why, manifest } = await read(cityFiles(BUILT));
    expect([state, manifest?.builtFor]).toEqual(['refused', '2026-11-29T12:00:00.000Z']);
    expect(why).toMatch(/是旧清单[^]*退回过旧版[^]*再发布一次/);
  });
});

describe('a city’s address is fetched within bounds', () => {
  it('never inside the operator’s network, unless it is listed so', async () => {
    const origin = await serve(serving(cityFiles()));
    const { state, why } = await read(origin, { internal: false });
    expect([state, why]).toEqual(['failed', expect.stringContaining('内部网络')]);
    expect(why).toContain('"internal": true');
  });

  it('not beyond a size, and not to another site', async () => {
    const huge = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(Buffer.alloc(9 * 1024 * 1024, 32));
    });
    expect((await read(huge)).why).toContain('超过8192KB');
    const away = await serve((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.2/manifest.json' }).end(),
    );
    expect((await read(away)).why).toContain('转到了别的网站');
  });
});

describe('the cache', () => {
  it('a damaged file of it is fetched again', async () => {
    const all = cityFiles();
    await read(all);
    const made = JSON.parse(all.get('manifest.json') ?? '') as Manifest;
    const kept = join(folder, 'cache/files', made.finder.townships.digest.slice(7));
    writeFileSync(kept, 'x');
    expect((await read(all)).state).toBe('current');
    expect(readFileSync(kept, 'utf8')).toBe(all.get('data/finder/townships.json'));
  });
});
