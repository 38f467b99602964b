/** What the open data adds to a build: the program as it is, against the same program without what is made for others. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Failure, PROGRAM, ROOT } from '../command/command.ts';

/** Files for others, the page that documents them, the past of offices, cards for other sites. */
const PAGES = ['[...export].ts', 'data/index.astro', 'embed', 'offices/[county]/[office]/history.astro'];
/** Steps of a build that are about nothing else: the twins of pages, and what a region reads of a city. */
const STEPS = [
  ['src/build/pages.ts', "page.endsWith('index.html')", 'page.length === 0'],
  ['src/build/finish.ts', 'writeManifest(folder, release, built);', ''],
] as const;

/** A copy of the program, without its packages, which are shared. */
function copyTo(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [
    'src',
    'scripts',
    'national',
    'public',
    'schemas',
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])
    cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'));
}

function withoutOpenData(folder: string): void {
  for (const page of PAGES) {
    const path = join(folder, 'src/pages', page);
    if (!existsSync(path)) throw new Failure(`没有 ${page}，比较没有意义`);
    rmSync(path, { recursive: true });
  }
  for (const [name, step, instead] of STEPS) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(step)) throw new Failure(`${name} 里没有 ${step}，比较没有意义`);
    writeFileSync(file, text.replace(step, instead));
  }
}

/** Seconds of a build by a copy of the program. Cold: nothing of an earlier one is kept. */
function buildIn(folder: string, content: string, cold: boolean): number {
  if (cold) rmSync(join(folder, '.cache'), { recursive: true, force: true });
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/build.ts', '--content', content];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Failure(`没有生成：\n${stdout}\n${stderr}`);
  return (performance.now() - start) / 1000;
}

interface Added {
  readonly cold: boolean;
  readonly without: number;
  readonly with: number;
}

const middle = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** The medians of so many builds of each, taken in turns; with what was compiled before, and without. */
export function measureOpenData(content: string, runs: number): Added[] {
  const [whole, less] = ['bench-with', 'bench-without'].map((name) => join(ROOT, '.cache', name)) as [
    string,
    string,
  ];
  copyTo(whole);
  copyTo(less);
  withoutOpenData(less);
  const measured = [true, false].map((cold) => {
    const times = Array.from({ length: runs }, () => [less, whole].map((one) => buildIn(one, content, cold)));
    const [without, with_] = [0, 1].map((at) => middle(times.map((one) => one[at] ?? 0)));
    return { cold, without: without ?? 0, with: with_ ?? 0 };
  });
  for (const folder of [whole, less]) rmSync(folder, { recursive: true, force: true });
  return measured;
}
