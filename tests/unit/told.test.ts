import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Failure, told } from '../../src/command/told.ts';

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
