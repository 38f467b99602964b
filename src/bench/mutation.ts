/** Runs the mutation tester, which is installed apart: who builds the site needs none of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';
import { homeOf, installApart } from './apart.ts';
import type { Equivalent, MutationReport } from './mutation-score.ts';

const FOLDER = join(ROOT, 'tests', 'mutation');
const HOME = homeOf('mutation');
const INCREMENTAL = join(HOME, 'incremental.json');
const STRYKER = join(HOME, 'node_modules', '@stryker-mutator');

/** What is mutated unless told. */
export const USUAL = ['src/domain/**/*.ts', 'src/catalogue/rules/**/*.ts'];

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Mutates files and runs the tests that cover each change; what is unchanged since the last run is not run again.
 * A static mutant, in what is made when a module is loaded, has to pass all tests: most of the time goes there.
 */
export function mutate(globs: readonly string[], concurrency: number, ignoreStatic: boolean): void {
  installApart('mutation', '变异测试工具（Stryker）');
  const config = {
    testRunner: 'vitest',
    plugins: [join(STRYKER, 'vitest-runner', 'dist', 'src', 'index.js')],
    vitest: { configFile: 'tests/mutation/vitest.config.mjs', related: true },
    coverageAnalysis: 'perTest',
    mutate: globs,
    concurrency,
    ignoreStatic,
    incremental: true,
    incrementalFile: INCREMENTAL,
    ignorePatterns: ['dist', 'dist.*', 'packs', '.astro', '.cache'],
    tempDirName: '.cache/mutation/sandbox',
    reporters: ['progress-append-only'],
  };
  const file = join(HOME, 'stryker.config.json');
  writeFileSync(file, JSON.stringify(config, undefined, 2));
  const { status } = spawnSync(process.execPath, [join(STRYKER, 'core', 'bin', 'stryker.js'), 'run', file], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Failure('变异测试没有跑完，原因见上。');
}

/** What the last runs found, files of earlier ones included. */
export function lastReport(): MutationReport {
  if (!existsSync(INCREMENTAL)) throw new Failure('还没有跑过变异测试。先运行 npm run mutate。');
  return readJson(INCREMENTAL) as MutationReport;
}

/** The mutants that are known to change nothing, each with the reason. */
export const knownEquivalents = (): readonly Equivalent[] =>
  readJson(join(FOLDER, 'equivalent.json')) as Equivalent[];
