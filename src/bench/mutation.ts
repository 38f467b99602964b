/** Runs the mutation tester, which is installed apart: who builds the site needs none of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, ROOT, UsageError } from '../command/command.ts';
import { homeOf, installApart } from './apart.ts';
import { sources } from './imports.ts';
import type { Equivalent, MutationReport } from './mutation-score.ts';
import { nearTests } from './near-tests.ts';

const FOLDER = join(ROOT, 'tests', 'mutation');
const HOME = homeOf('mutation');
const INCREMENTAL = join(HOME, 'incremental.json');
const STRYKER = join(HOME, 'node_modules', '@stryker-mutator');

/** What is mutated unless told. */
export const USUAL = ['src/domain', 'src/catalogue/rules'];

/** The files that folders, files and patterns name, from the project's root. Throws a UsageError for one that names none. */
export function filesNamed(names: readonly string[]): string[] {
  const filesOf = (name: string) => {
    const path = join(ROOT, name);
    const pattern = existsSync(path) && statSync(path).isDirectory() ? join(name, '**', '*.ts') : name;
    const files = globSync(pattern, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
    if (files.length === 0) throw new UsageError(`没有这样的文件：${name}`);
    return files;
  };
  return [...new Set(names.flatMap(filesOf))].sort();
}

/** So many files at a time: the fewer, the fewer tests that do not concern them have to run first. */
const AT_ONCE = 8;

/** The files of a folder together, a few at a time: the same tests look at them. */
const batchesOf = (files: readonly string[]): string[][] =>
  [...Map.groupBy(files, (file) => dirname(file)).values()].flatMap((folder) =>
    Array.from({ length: Math.ceil(folder.length / AT_ONCE) }, (_, at) =>
      folder.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    ),
  );

/** Static mutants, in what is made when a module is loaded, are left out: each would have to load everything anew. */
const configOf = (mutate: readonly string[], testFiles: readonly string[], concurrency: number) => ({
  testRunner: 'vitest',
  plugins: [join(STRYKER, 'vitest-runner', 'dist', 'src', 'index.js')],
  vitest: { configFile: 'tests/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  mutate,
  testFiles,
  concurrency,
  ignoreStatic: true,
  disableTypeChecks: false,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 60,
  incremental: true,
  incrementalFile: INCREMENTAL,
  ignorePatterns: ['/dist', '/dist.*', '/packs', '/.astro', '/.cache'],
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['progress-append-only'],
});

/**
 * Mutates files and runs the tests that look at them from near; what is unchanged since the last run is not run again.
 * Says before each batch what it is about to do. Throws a `Failure` where a test fails before anything is changed.
 */
export function mutate(files: readonly string[], concurrency: number): void {
  installApart('mutation', '变异测试工具（Stryker）');
  const all = sources('src', 'tests/unit', 'tests/helpers');
  const batches = batchesOf(files);
  for (const [at, batch] of batches.entries()) {
    const tests = nearTests(batch, all);
    console.log(
      `[${at + 1}/${batches.length}] ${dirname(batch[0] ?? '')}：${batch.length}个文件，${tests.length}个测试文件`,
    );
    if (tests.length === 0) continue;
    const file = join(HOME, 'stryker.config.json');
    writeFileSync(file, JSON.stringify(configOf(batch, tests, concurrency), undefined, 2));
    const { status } = spawnSync(
      process.execPath,
      [join(STRYKER, 'core', 'bin', 'stryker.js'), 'run', file],
      {
        cwd: ROOT,
        stdio: 'inherit',
      },
    );
    if (status !== 0) throw new Failure('变异测试没有跑完，原因见上。做完的已经记下，再运行一次会接着做。');
  }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** What the last runs found in files, those of earlier runs included. */
export function lastReport(files: readonly string[]): MutationReport {
  if (!existsSync(INCREMENTAL)) throw new Failure('还没有跑过变异测试。先运行 npm run mutate。');
  const report = readJson(INCREMENTAL) as MutationReport;
  return { files: Object.fromEntries(Object.entries(report.files).filter(([file]) => files.includes(file))) };
}

/** The mutants that are known to change nothing, each with the reason. */
export const knownEquivalents = (): readonly Equivalent[] =>
  readJson(join(FOLDER, 'equivalent.json')) as Equivalent[];
