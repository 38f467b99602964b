import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { writeAll } from '../../src/build/write-all.ts';
import { main, UsageError } from '../../src/command/command.ts';
import { makeFolder } from '../../src/command/folders.ts';
import { mustGit, noRepository } from '../../src/command/git.ts';
import { reasonIn } from '../../src/command/git-reasons.ts';
import { Failure, told } from '../../src/command/told.ts';
import { folderPlace } from '../../src/release/place-folder.ts';

/** What a failing act is told as. */
function failing(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return told(error);
  }
  return undefined;
}

it('what the machine will not do is said in Chinese: which file, why, what to do; no stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'told-'));
  const file = join(folder, 'a');
  writeFileSync(file, '');
  mkdirSync(join(folder, 'b'));
  expect(failing(() => readdirSync(file))).toBe(
    `${file}：这是文件，不是文件夹，或者路径当中有一段是文件。请写一个文件夹。`,
  );
  expect(failing(() => writeFileSync(join(folder, 'b'), ''))).toContain('这是文件夹，不是文件');
  expect(failing(() => readFileSync(join(folder, 'c')))).toContain(`${join(folder, 'c')}：没有这个文件`);
  rmSync(folder, { recursive: true });
});

it.skipIf(process.platform !== 'linux')(
  'a folder where the system makes none is refused, not tried for ever',
  () => {
    const there = '/proc/x/releases';
    for (const act of [() => makeFolder(there), () => folderPlace('/proc/x').put('a', '.')])
      expect(failing(act)).toBe('/proc/x：这里不能建文件夹。换一个文件夹。');
    expect(failing(() => writeAll([{ path: join(there, 'a'), after: '' }]))).toContain('换一个文件夹');
  },
);

it('a folder is made with those above it; one that is there stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'told-'));
  const below = join(folder, 'a', 'b', 'c');
  makeFolder(below);
  makeFolder(below);
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c']);
  writeFileSync(join(below, 'd'), '');
  expect(failing(() => makeFolder(join(below, 'd')))).toContain('要的是文件夹');
  rmSync(folder, { recursive: true });
});

it.each([
  ['EACCES', '没有权限'],
  ['ENOSPC', '磁盘满了'],
  ['EROFS', '只能读'],
  ['EBUSY', '关掉它再运行一次'],
])('%s is told as %s', (code, words) => {
  const text = told(Object.assign(new Error(`${code}: in English`), { code, path: '/srv/x' }));
  expect(text).toContain(words);
  expect(text).toMatch(/^\/srv\/x：(?!.*English)/);
});

it('a failure of ours is told in its own words, a mistake of the program whole', () => {
  expect(told(new Failure('请写日期'))).toBe('请写日期');
  const mistake = new TypeError('x is undefined');
  expect(told(mistake)).toBe(mistake);
});

describe('what git says no to is told in Chinese, with what to do', () => {
  it.each([
    ["fatal: detected dubious ownership in repository at '/srv/ju'", 'safe.directory'],
    ["fatal: Unable to create '/srv/ju/.git/index.lock': File exists.", '过一会儿再试'],
    ['*** Please tell me who you are.', 'user.name'],
    ["fatal: 'origin' does not appear to be a git repository", 'git remote -v'],
    ["fatal: could not read Username for 'https://git.example.gov.cn'", '令牌'],
    ['fatal: unable to access: Could not resolve host: git.example.gov.cn', '连不上代码平台'],
    [' ! [rejected] main -> main (fetch first)', '没有收下'],
  ])('%s', (said, words) => expect(reasonIn(said)).toContain(words));

  it('with its own words behind it, and the folder of a stranger is not said to be no repository', () => {
    const folder = mkdtempSync(join(tmpdir(), 'git-told-'));
    mustGit(folder, ['init', '-q']);
    expect(failing(() => mustGit(folder, ['fetch', 'nowhere']))).toMatch(
      /^git fetch 没有成功：没有这个远端[^]*git 的原话：fatal: 'nowhere'/,
    );
    expect(noRepository(tmpdir(), '不是')).toBeInstanceOf(UsageError);
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(String(told(noRepository(folder, '不是')))).toContain('这个文件夹是别的账号建的');
    vi.stubEnv('PATH', '');
    expect(failing(() => mustGit(folder, ['status']))).toContain('没有装 git');
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

describe('what is typed wrongly is named, with what to type, and nothing is done', () => {
  const run = vi.fn(() => Promise.resolve(0));
  const options = {
    write: { type: 'boolean' },
    'lead-on': { type: 'boolean' },
    to: { type: 'string' },
  } as const;

  /** What a command says to whoever typed this, in its first line. */
  async function typed(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
    vi.stubGlobal('process', { ...process, argv: ['node', 'x', ...words], env: { ...process.env, ...env } });
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      await main({ help: '用法', options, words: 1, run });
      return [process.exitCode, String(said.mock.calls[0]?.[0] ?? '').split('\n')[0]];
    } finally {
      vi.unstubAllGlobals();
      said.mockRestore();
    }
  }

  it('options that npm has kept, as no -- stood before them', async () => {
    const [code, said] = await typed(['item'], { npm_config_write: 'true', npm_config_lead_on: 'true' });
    expect(code).toBe(2);
    expect(said).toMatch(/^--write、--lead-on 被 npm 拿走了，没有传到命令，什么也没有做。.* -- --/);
    expect(run).not.toHaveBeenCalled();
    // Set by npm itself, or by whoever says it twice.
    expect(await typed(['--write'], { npm_config_write: 'true', npm_config_cache: '/x' })).toEqual([0, '']);
  });

  it.each([
    [['--writ'], '没有 --writ 这个选项，是不是想写 --write'],
    [['--to'], '选项 --to 的写法不对（缺少或多了一个值）'],
    [['item', '——write'], '多余的参数：——write。选项前面是两个英文减号 --，不是破折号'],
  ])('%j', async (words, line) => {
    expect(await typed(words)).toEqual([2, line]);
  });
});
