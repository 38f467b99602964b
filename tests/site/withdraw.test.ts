import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesHolding } from '../../src/takedown/search.ts';

const NOTICE = 'affairs/2026-11-10-cuofang.md';
const FILE = 'affairs/files/cuofang.txt';
const TEXT = (word: string) => `---
title: 放错了的公告
category: 通知公告
published: 2026-11-10
source: 测试
attachments:
  - { file: cuofang.txt, title: 放错了的附件 }
---

${word}。
`;
/** A word that stands in the body of the notice alone, and so in the full-text index. */
const WORD = '泄露测试语';

let folder = '';
const content = () => join(folder, 'content');
const dist = () => join(folder, 'dist');

function run(script: string, ...args: string[]) {
  const all = [join(ROOT, 'scripts', `${script}.ts`), ...args, '--content', content(), '--out', dist()];
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1795831200', BASE_PATH: '/' };
  return spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', ...all], {
    encoding: 'utf8',
    env,
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withdrawn-site-'));
  cpSync(join(ROOT, 'content'), content(), { recursive: true });
  mkdirSync(join(content(), 'affairs/files'), { recursive: true });
  writeFileSync(join(content(), NOTICE), TEXT(WORD));
  writeFileSync(join(content(), FILE), `${WORD}\n`);
  const { status, stderr } = run('build');
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a notice that is taken down', () => {
  it('is nowhere in the built site afterwards: pages, lists, data, documents, the packed search index', () => {
    const words = [WORD, '放错了的', '/files/affairs/cuofang', '2026-11-10-cuofang'];
    const before = filesHolding(dist(), words);
    expect(before.some((file) => file.startsWith('pagefind/'))).toBe(true);
    expect(before).toContain('files/affairs/cuofang.txt');
    const { status, stdout, stderr } = run('withdraw', NOTICE, '--text', WORD, '--write');
    expect(`${stdout}${stderr}`).not.toContain(WORD);
    expect(filesHolding(dist(), words).filter((file) => file !== 'data/withdrawn.json')).toEqual([]);
    expect(existsSync(join(content(), NOTICE))).toBe(false);
    expect(status, stderr).toBe(0);
  }, 120_000);

  it('is named to caches with every page that told of it', () => {
    const { withdrawn } = JSON.parse(readFileSync(join(dist(), 'data/withdrawn.json'), 'utf8')) as {
      withdrawn: { url: string; on: string; reason: string }[];
    };
    expect(withdrawn.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['/affairs/', '/affairs/2026-11-10-cuofang/', '/files/affairs/cuofang.txt']),
    );
  });
});
