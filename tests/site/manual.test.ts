import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { formatJson } from '../../src/scaffold/city/format.ts';
import { LONG } from '../helpers/long.ts';
import { installed, type Installed } from '../helpers/package.ts';
import { runLines } from '../helpers/workflow-steps.ts';

/**
 * The manual's blocks, in its order. ```sh 试 is run (a number behind it: how it ends; 长: with a build in it, where
 * somebody waits for everything), the next ```text holds what is seen. ```csv or ```md with a file's name writes that
 * file, ```json with one lays the fields over it.
 */
interface Block {
  readonly language: string;
  readonly told: readonly string[];
  readonly body: string;
}

const BOOK = readFileSync(join(ROOT, 'docs', 'README.md'), 'utf8');
const BLOCKS: readonly Block[] = [...BOOK.matchAll(/^( *)```(\w+)(?: (.+))?\n([^]*?)^ *```$/gm)].map(
  ([, indent = '', language = '', told = '', body = '']) => ({
    language,
    told: told.split(' '),
    body: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }),
);

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const over = (old: unknown, laid: unknown): unknown =>
  isFields(old) && isFields(laid)
    ? { ...old, ...Object.fromEntries(Object.entries(laid).map(([key, one]) => [key, over(old[key], one)])) }
    : laid;

let city: Installed;
/** Stands beside the city's folder and for /srv: nothing is left elsewhere. */
let beside = '';
const here = (text: string) => text.replaceAll('/srv/', `${beside}/`).replaceAll('../', `${beside}/`);

beforeAll(async () => {
  city = await installed('510121', 'gitlab');
  beside = mkdtempSync(join(tmpdir(), 'manual-'));
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-qm', '骨架'],
  ])
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: city.folder,
    });
});
afterAll(() => {
  city.remove();
  rmSync(beside, { recursive: true, force: true });
});

const ENV = {
  SOURCE_DATE_EPOCH: '1795831200',
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.com',
};

function written({ language, told: [file = ''], body }: Block): void {
  const path = resolve(city.folder, here(file));
  const json = () =>
    formatJson(over(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}, JSON.parse(body)));
  writeFileSync(path, language === 'json' ? json() : body);
}

/** What went otherwise than the manual says: the end, or words that are not seen. */
function wrongIn({ told: [, end = '0'], body }: Block, seen: string): string[] {
  const { code, out } = runLines(here(body), city.folder, ENV);
  const unseen = here(seen)
    .split('\n')
    .filter((line) => !out.includes(line.trim()));
  const wrong = [...(code === Number(end) ? [] : [`ends with ${String(code)}`]), ...unseen];
  return wrong.length > 0 ? [body, ...wrong, out.slice(-2000)] : [];
}

it('whoever follows the manual from its beginning to its end sees what it says', () => {
  const wrong = BLOCKS.flatMap((block, index) => {
    if (block.told[0] === '') return [];
    if (block.language !== 'sh') {
      written(block);
      return [];
    }
    if (block.told[0] === '试长' && !LONG) return [];
    const next = BLOCKS[index + 1];
    return wrongIn(block, next?.language === 'text' ? next.body : '');
  });
  expect(wrong).toEqual([]);
  expect(readFileSync(join(beside, 'huifu/content/owners.json'), 'utf8')).toContain('guancang-sfs');
});

it('the manual tells of commands that a city’s repository has, and says what is seen where one is tried', () => {
  const silent = BLOCKS.filter(
    ({ language, told: [mark = ''] }, index) =>
      language === 'sh' && mark.startsWith('试') && BLOCKS[index + 1]?.language !== 'text',
  );
  expect(silent.map(({ body }) => body)).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(city.folder, 'package.json'), 'utf8')) as Fields;
  const named = [...BOOK.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !isFields(scripts) || !(name in scripts))).toEqual([]);
  expect(BOOK.match(/^## .*$/gm)).toHaveLength(8);
});
