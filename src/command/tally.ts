/** Runs the tests with Vitest, and counts. */
import { spawn } from 'node:child_process';
import type { TestModule, Vitest } from 'vitest/node';
import { parseCLI, startVitest } from 'vitest/node';
import { ROOT } from './command.ts';

export interface TestTally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NONE: TestTally = { passed: 0, failed: 0, skipped: 0 };

/** The sum of tallies. */
export const sum = (tallies: readonly TestTally[]): TestTally =>
  tallies.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NONE,
  );

/** The tally of one thing that either holds or not. */
export const single = (holds: boolean): TestTally => ({ ...NONE, [holds ? 'passed' : 'failed']: 1 });

function countModule(module: TestModule): TestTally {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  for (const test of module.children.allTests()) counts[test.result().state] += 1;
  // A file that broke outside its tests (an import, a hook) is one failure more.
  const broken = counts.failed === 0 && module.state() === 'failed' ? 1 : 0;
  return { passed: counts.passed, failed: counts.failed + counts.pending + broken, skipped: counts.skipped };
}

function count(vitest: Vitest): TestTally {
  const modules = vitest.state.getTestModules().map(countModule);
  return sum([...modules, { ...NONE, failed: vitest.state.getUnhandledErrors().length }]);
}

/** Runs the given projects, with whatever else was written after them on the command line. */
export async function runTests(projects: readonly string[], args: readonly string[]): Promise<TestTally> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest(filter, {
    ...options,
    root: ROOT,
    project: [...projects],
    watch: false,
    run: true,
    reporters: options.reporters ?? ['dot'],
  });
  const tally = count(vitest);
  await vitest.close();
  return tally;
}

const LAST_LINE = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/;

/** Runs the tests of one project with the same command in a process of its own; what it says is shown when it ends. */
export function runBeside(project: string, args: readonly string[]): Promise<TestTally> {
  const command = [...process.execArgv, process.argv[1] ?? '', project, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      const text = Buffer.concat(said).toString('utf8');
      console.log(text.trimEnd());
      const [, passed, failed, skipped = 0] = LAST_LINE.exec(text) ?? [];
      resolve(
        passed === undefined
          ? single(false)
          : { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) },
      );
    });
  });
}

/** The last line of `npm test`. */
export const inWords = ({ passed, failed, skipped }: TestTally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
