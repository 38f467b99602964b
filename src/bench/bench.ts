/** Measures for `npm run bench`: child processes, so that every run starts with an empty memory. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure, ROOT } from '../command/command.ts';
import { filesBelow } from '../build/stamp.ts';

export interface Run {
  readonly seconds: number;
  /** As the build itself reports it. */
  readonly peakMegabytes: number | undefined;
}

/** Runs a script of the project once, in a process of its own. */
export function run(script: string, args: readonly string[]): Run {
  const start = performance.now();
  const result = spawnSync(process.execPath, [...process.execArgv, join(ROOT, 'scripts', script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) throw new Failure(`${script} 失败：\n${result.stdout}\n${result.stderr}`);
  const peak = /内存峰值 (\d+) MB/.exec(result.stdout)?.[1];
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak ? Number(peak) : undefined };
}

/** One clean build into a folder. */
export function cleanBuild(content: string, out: string): Run {
  rmSync(out, { recursive: true, force: true });
  return run('build.ts', ['--content', content, '--out', out]);
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['首页', /^index\.html$/],
  ['司法所', /^offices\/[^/]+\/[^/]+\/index\.html$/],
  ['县（市、区）', /^offices\/[^/]+\/index\.html$/],
  ['示例', /^samples\/[^/]+\/index\.html$/],
  ['服务', /^services\/[^/]+\/index\.html$/],
  ['规则', /^rules\/[^/]+\/index\.html$/],
  ['其余', /\.html$/],
];

interface Sizes {
  readonly kind: string;
  readonly pages: number;
  readonly median: number;
  readonly largest: number;
  readonly largestPage: string;
}

function sizesOf(kind: string, list: readonly { page: string; bytes: number }[]): Sizes {
  const sorted = list.toSorted((a, b) => a.bytes - b.bytes);
  const last = sorted.at(-1);
  const median = sorted[Math.floor(sorted.length / 2)]?.bytes ?? 0;
  return { kind, pages: list.length, median, largest: last?.bytes ?? 0, largestPage: last?.page ?? '' };
}

/** The compressed sizes (gzip, level 9) of the pages, by kind. */
export function pageSizes(out: string): Sizes[] {
  const files = filesBelow(out).filter((file) => file.endsWith('.html'));
  const measured = files.map((file) => ({
    page: relative(out, file).replaceAll('\\', '/'),
    bytes: gzipSync(readFileSync(file), { level: 9 }).length,
  }));
  const kindOf = (page: string) => KINDS.find(([, pattern]) => pattern.test(page))?.[0];
  return KINDS.map(([kind]) => measured.filter(({ page }) => kindOf(page) === kind))
    .map((list, index) => sizesOf(KINDS[index]?.[0] ?? '', list))
    .filter(({ pages }) => pages > 0);
}
