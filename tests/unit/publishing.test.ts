import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSite } from '../../src/build/build.ts';
import { ROOT } from '../../src/command/command.ts';
import { serve, type Served } from '../../src/command/server.ts';
import { settingsOf } from '../../src/build/settings.ts';
import { replaceFolder } from '../../src/build/swap.ts';

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
