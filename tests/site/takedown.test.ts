/** What was published by mistake is taken down to the end: on a real nginx, in every release that is kept, in every archive. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesHolding, holds } from '../../src/takedown/search.ts';
import { copyContent } from '../helpers/build-apart.ts';
import type { Daemon } from '../helpers/daemon.ts';
import { runNginxOver } from '../helpers/nginx.ts';
import { started } from '../helpers/started.ts';

const NOTICE = 'affairs/2026-11-10-cuofang.md';
const FILE = 'affairs/files/cuofang.txt';
/** Words that stand in the body of the notice alone, and so in the full-text index; in its title and its document's. */
const WORD = '泄露测试语';
const WORDS = [WORD, '放错了的'];
const ADDRESSES = ['/affairs/2026-11-10-cuofang/', '/files/affairs/cuofang.txt'];
const TEXT = `---
title: 放错了的公告
category: 通知公告
published: 2026-11-10
source: 测试
attachments:
  - { file: cuofang.txt, title: 放错了的附件 }
---

${WORD}。
`;

let folder = '';
let nginx: Daemon;
const at = (name: string) => join(folder, name);
const [CONTENT, SITE, PACKS, HERE, FAR] = ['content', 'dist', 'packs', 'here', 'far'];

function run(script: string, ...args: string[]) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1795831200', BASE_PATH: '/' };
  const command = started(script, ...args);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  return { status, said: stdout + stderr };
}

/** Runs a command that must do its work. */
function done(script: string, ...args: string[]): string {
  const { status, said } = run(script, ...args);
  expect(status, said).toBe(0);
  return said;
}

const fromContent = () => ['--content', at(CONTENT)];
const publishTo = (place: string, site: string) =>
  done('publish', '--to', at(place), '--site', site, ...fromContent(), ...(place === FAR ? ['--rsync'] : []));
const back = (place: string) =>
  run('publish', '--to', at(place), '--back', ...fromContent(), ...(place === FAR ? ['--rsync'] : []));
const release = (place: string) => readFileSync(join(at(place), '.open-office.json'), 'utf8');
const kept = (place: string): string[] => JSON.parse(release(place)).releases;

/** Everything below the folder: content, site, archives, caches, both places with all their releases. */
const holding = () => [
  ...filesHolding(folder, WORDS),
  ...['.astro', '.cache/astro', '.cache/spare', '.cache/made', '.cache/checked']
    .map((name) => join(ROOT, name))
    .flatMap((name) => (existsSync(name) ? filesHolding(name, WORDS) : [])),
];

/** Every file of the release that is shown, as nginx hands it out, compressed or not. */
async function servedHolding(): Promise<string[]> {
  const shown = join(at(HERE), 'current');
  const names = readdirSync(shown, { recursive: true, encoding: 'utf8' });
  const found: string[] = [];
  for (const name of [...names, ...ADDRESSES.map((one) => one.slice(1))]) {
    // A server may close a connection that has served a thousand files.
    const ask = () => fetch(encodeURI(`${nginx.origin}/${name}`), { redirect: 'manual' });
    const answer = await ask().catch(ask);
    if (holds(name, Buffer.from(await answer.arrayBuffer()), WORDS)) found.push(name);
  }
  return found;
}

const statuses = () =>
  Promise.all(ADDRESSES.map(async (address) => (await fetch(nginx.origin + address)).status));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-office-takedown-'));
  copyContent(at(CONTENT), 'qianwei');
  done('build', ...fromContent(), '--out', at(SITE));
  for (const place of [HERE, FAR]) publishTo(place, at(SITE));
  spawnSync('chmod', ['755', folder]);
  // As it was set up on the first day; nobody touches the server afterwards.
  nginx = await runNginxOver(at(HERE), at(SITE));
  mkdirSync(dirname(join(at(CONTENT), FILE)), { recursive: true });
  writeFileSync(join(at(CONTENT), NOTICE), TEXT);
  writeFileSync(join(at(CONTENT), FILE), `${WORD}\n`);
  done('build', ...fromContent(), '--out', at(SITE));
  done('pack', '--site', at(SITE), '--out', at(PACKS));
  for (const place of [HERE, FAR]) {
    publishTo(place, at(SITE));
    for (const name of readdirSync(at(PACKS))) copyFileSync(join(at(PACKS), name), join(at(place), name));
  }
  mkdirSync(at('.cache'));
  writeFileSync(at('.cache/pages.gz'), gzipSync(TEXT));
});

afterAll(async () => {
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a notice that was published by mistake', () => {
  it('is everywhere before: pages, lists, data, documents, the full text, archives, caches', async () => {
    expect(await statuses()).toEqual([200, 200]);
    const found = holding().join('\n');
    for (const place of ['dist/data/search/', 'dist/files/', 'packs/', 'here/releases/', 'far/', '.cache/'])
      expect(found).toContain(place);
  });

  it('is nowhere in the content, the built site, archives and caches once it is withdrawn', () => {
    const said = done('withdraw', NOTICE, '--text', WORD, '--write', ...fromContent(), '--out', at(SITE));
    expect(said).not.toContain(WORD);
    // Nobody is sent to look at the copy that it was tried in.
    expect(said).not.toContain('open-office-withdraw');
    expect(existsSync(join(at(CONTENT), NOTICE))).toBe(false);
    expect(holding().filter((file) => !/^(?:here|far)\//.test(file))).toEqual([]);
    const withdrawn = JSON.parse(readFileSync(join(at(SITE), 'data/withdrawn.json'), 'utf8')).withdrawn;
    expect(withdrawn.map(({ url }: { url: string }) => url)).toEqual(
      expect.arrayContaining(['/affairs/', ...ADDRESSES]),
    );
  });

  it('is gone after the publication: from all that is served and all that is kept, here and by rsync', async () => {
    const [, leaking] = kept(HERE);
    for (const place of [HERE, FAR]) {
      expect(publishTo(place, at(SITE))).toContain(`已经整个删掉，连同它们的压缩包：${leaking}`);
      expect(readdirSync(at(place)).filter((name) => name.startsWith('open-office-'))).toEqual([]);
    }
    expect(holding()).toEqual([]);
    expect(await servedHolding()).toEqual([]);
    expect(await statuses()).toEqual([410, 410]);
  });

  it('stays gone when one goes back: to the release before it, that is told of the withdrawal', async () => {
    const [first] = kept(HERE);
    for (const place of [HERE, FAR]) {
      expect(back(place)).toMatchObject({ status: 0, said: expect.stringContaining(`现在显示 ${first}`) });
      const list = readFileSync(join(at(place), 'current/data/withdrawn.json'), 'utf8');
      expect(list).toContain(ADDRESSES[0]);
    }
    expect(holding()).toEqual([]);
    expect(await servedHolding()).toEqual([]);
    expect(await statuses()).toEqual([410, 410]);
    expect(back(HERE)).toMatchObject({ status: 1, said: expect.stringContaining('没有更早的版本') });
  });

  it('is not published again from a site that was built before', () => {
    const knows = done('publish', '--to', at(HERE), '--site', at(SITE), ...fromContent());
    expect(knows).toContain('现在显示');
    writeFileSync(join(at(CONTENT), NOTICE), TEXT);
    // The folder of documents went with its last one.
    mkdirSync(dirname(join(at(CONTENT), FILE)), { recursive: true });
    writeFileSync(join(at(CONTENT), FILE), `${WORD}\n`);
    rmSync(join(at(CONTENT), 'withdrawn.json'));
    done('build', ...fromContent(), '--out', at(SITE));
    const old = run('publish', '--to', at(HERE), '--site', at(SITE), ...fromContent());
    expect(old).toMatchObject({ status: 1, said: expect.stringContaining(ADDRESSES[0] ?? '') });
    expect(old.said).toContain('已经撤下');
  });
});
