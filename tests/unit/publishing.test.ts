import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSite } from '../../src/build/build.ts';
import { ROOT } from '../../src/command/command.ts';
import { serve, type Served } from '../../src/command/server.ts';
import { settingsOf } from '../../src/build/settings.ts';
import { replaceFolder, requireReplaceable } from '../../src/build/swap.ts';
import { assemble } from '../../src/release/assemble.ts';
import { folderPlace } from '../../src/release/place-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-office-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function site(name: string, words: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'index.html'), words);
  writeFileSync(join(path, '404.html'), '没有这一页');
  return path;
}

it('a release is named by the day that its pages tell, also where it is built before eight in the morning', () => {
  const built = site('dist', 'new');
  const about = { builtFor: '2026-12-01T19:30:00.000Z', base: '/', quarantined: [], redirects: [] };
  writeFileSync(join(built, 'release.json'), JSON.stringify(about));
  expect(assemble(built).manifest.id).toMatch(/^20261202-/);
});

describe('a folder that is published to', () => {
  const leave = (path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'half');
    utimesSync(path, 0, 0);
  };

  it('is taken as it is where the very first run was cut off', () => {
    leave(join(folder, 'to', '.open-office.json.123.tmp'));
    expect(folderPlace(join(folder, 'to')).state()).toBeUndefined();
  });

  it('loses what runs left in it that were cut off', () => {
    const to = join(folder, 'to');
    const place = folderPlace(to);
    place.put('a', site('dist', 'new'));
    for (const name of ['.open-office.json', 'releases/a/.index.html']) leave(join(to, `${name}.123.tmp`));
    place.keepOnly(['a']);
    const left = readdirSync(to, { recursive: true, encoding: 'utf8' });
    expect(left.sort()).toEqual([
      '.open-office.json',
      'releases',
      'releases/a',
      'releases/a/404.html',
      'releases/a/index.html',
    ]);
  });
});

describe('a new site takes the place of the old one', () => {
  it('whole, leaving nothing beside it', async () => {
    const out = site('dist', 'old');
    await replaceFolder(out, join(folder, 'workshop'), async () => site('workshop', 'new'));
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
    expect(existsSync(`${out}.old`)).toBe(false);
    expect(existsSync(join(folder, 'workshop'))).toBe(false);
  });

  it('not at all when making it fails', async () => {
    const out = site('dist', 'old');
    const fails = async () => {
      site('workshop', 'half');
      throw new Error('failed on purpose');
    };
    await expect(replaceFolder(out, join(folder, 'workshop'), fails)).rejects.toThrow('failed on purpose');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'workshop'))).toBe(false);
  });

  it('and takes away what builds left that were killed, not what others are at', async () => {
    const out = site('dist', 'old');
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const name of [`dist.building-${pid}`, `building-${pid}`, `building-${process.ppid}`, 'building-a'])
      site(name, 'half');
    const workshop = join(folder, `building-${process.pid}`);
    await replaceFolder(out, workshop, async () => site(`building-${process.pid}`, 'new'));
    expect(readdirSync(folder).sort()).toEqual(['building-a', `building-${process.ppid}`, 'dist'].sort());
  });

  it('a build that was killed at the last step has taken no site away: the next one begins with the old one', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(site(`dist.replaced-${pid}`, 'old'), 'release.json'), '{}');
    site(`dist.building-${pid}`, 'new');
    requireReplaceable(join(folder, 'dist'));
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
    // Another build that is just at it is let alone.
    site(`there.replaced-${process.ppid}`, 'old');
    requireReplaceable(join(folder, 'there'));
    expect(existsSync(join(folder, 'there'))).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('where none can be put, none is made first', async () => {
    let made = false;
    const make = async () => {
      made = true;
    };
    await expect(replaceFolder('/proc/x/dist', join(folder, 'workshop'), make)).rejects.toThrow(
      '不能建文件夹',
    );
    expect(made).toBe(false);
  });

  it('never where other files would be lost', async () => {
    const content = join(ROOT, 'content');
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    for (const out of [folder, ROOT, content, join(content, 'dist')])
      await expect(buildSite({ content, out })).rejects.toThrow('不能覆盖');
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
  });
});

describe('where a site is published', () => {
  it('is what the content says', () => {
    const settings = settingsOf({ url: 'https://sfs.example.gov.cn', base: '/sfj/' }, {});
    expect(settings).toMatchObject({ site: 'https://sfs.example.gov.cn', base: '/sfj/' });
  });

  it('is what the environment says first, however the slashes are written', () => {
    const env = { SITE_URL: 'https://a.example.cn/', BASE_PATH: 'sfj/sfs' };
    expect(settingsOf({ base: '/' }, env)).toMatchObject({ site: 'https://a.example.cn', base: '/sfj/sfs/' });
  });

  it.each([{ SITE_URL: 'example' }, { BASE_PATH: '/司法所/' }, { SOURCE_DATE_EPOCH: 'today' }])(
    'is never guessed from %o',
    (env) => {
      expect(() => settingsOf({}, env)).toThrow(/应为/);
    },
  );

  it('at an instant that can be fixed', () => {
    expect(settingsOf({}, { SOURCE_DATE_EPOCH: '1795305600' }).now.toISOString()).toBe(
      '2026-11-22T00:00:00.000Z',
    );
  });

  it('of the day’s beginning where it is not: what is built later in the day is the same', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T18:20:00Z') });
    const { now, builtFor } = settingsOf({}, {});
    expect(now.toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(builtFor?.toISOString()).toBe('2026-11-22T18:20:00.000Z');
    vi.useRealTimers();
  });
});

describe('the site opened on this machine', () => {
  const open: Served[] = [];
  const start = async (port: number, mayMove: boolean) => {
    const served = await serve({
      folder: site(`site${open.length}`, '首页'),
      base: '/sfj/',
      host: '127.0.0.1',
      port,
      mayMove,
    });
    open.push(served);
    return served.port;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  it('answers below its path, leads there from the root, and says 404 for what is missing', async () => {
    const origin = `http://127.0.0.1:${await start(0, false)}`;
    expect(await (await fetch(`${origin}/`)).text()).toBe('首页');
    const missing = await fetch(`${origin}/sfj/nothing/`);
    expect([missing.status, await missing.text()]).toEqual([404, '没有这一页']);
    expect((await fetch(`${origin}/elsewhere/`)).status).toBe(404);
  });

  it('never shows a file outside its folder', async () => {
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const origin = `http://127.0.0.1:${await start(0, false)}`;
    for (const path of ['/sfj/../secret.txt', '/sfj/%2e%2e/secret.txt', '/sfj/..%2fsecret.txt', '/sfj/%00'])
      expect((await fetch(origin + path)).status).toBe(404);
  });

  it('moves to the next port when its own is taken, unless it was asked for that one', async () => {
    const taken = await start(0, false);
    expect(await start(taken, true)).toBeGreaterThan(taken);
    await expect(start(taken, false)).rejects.toThrow(`端口 ${taken} 已被占用`);
  });
});
