/** Signing by hand: what lies beside the log stays, and no private key comes where git would take it along. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCommand } from '../../src/release/log/sign-command.ts';
import { runCommand } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'sign-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [site, key] = [join(folder, 'site'), join(folder, 'own', 'sfs.key')];
const NAME = 'www.example.gov.cn/sfs';
const RELEASE = { generatedFrom: '', builtFor: '2026-11-28T00:00:00.000Z', base: '/', pages: 1 };

const place = (name: string) => {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
};
const git = (...args: readonly string[]) => execFileSync('git', args, { stdio: 'ignore' });
const sign = (log: string) => runCommand(signCommand, { site, log, key });

beforeAll(async () => {
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<p>首页</p>');
  writeFileSync(
    join(site, 'release.json'),
    JSON.stringify({ ...RELEASE, quarantined: [], redirects: [], withdrawn: [] }),
  );
  expect((await runCommand(signCommand, { 'new-key': key, name: NAME })).code).toBe(0);
});

describe('the folder of the log', () => {
  it('of a branch stays one of git’s, and the log goes on from release to release', async () => {
    const log = place('rizhi');
    git('init', '-q', log);
    for (const size of [1, 2]) {
      expect((await sign(log)).code).toBe(0);
      expect(readFileSync(join(log, 'checkpoint'), 'utf8').split('\n')[1]).toBe(String(size));
    }
    expect(existsSync(join(log, '.git'))).toBe(true);
  });

  it('with anything else in it is refused, and everything stays', async () => {
    const other = place('wendang');
    writeFileSync(join(other, '文件.txt'), '要紧');
    const said = await sign(other);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('文件.txt') as string });
    expect(readFileSync(join(other, '文件.txt'), 'utf8')).toBe('要紧');
  });
});

describe('a new private key', () => {
  const newKey = (file: string) => runCommand(signCommand, { 'new-key': file, name: NAME });

  it('is not put where the next commit would take it along', async () => {
    const repository = place('cangku');
    git('init', '-q', repository);
    const file = join(repository, 'xin', 'sfs.key');
    const said = await newKey(file);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('git') as string });
    expect(existsSync(join(repository, 'xin'))).toBe(false);
    writeFileSync(join(repository, '.gitignore'), '*.key\n');
    expect((await newKey(file)).code).toBe(0);
  });
});
