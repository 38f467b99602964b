/** Runs the tests with Vitest, and counts. */
import { spawn } from 'node:child_process';
import type { TestModule, Vitest } from 'vitest/node';
import { parseCLI, startVitest } from 'vitest/node';
import { ROOT } from './command.ts';

export interface TestTally {
  readonly passed: number;
  /** The name of each that failed: the file, and the promise. */
  readonly failed: readonly string[];
  readonly skipped: number;
}

const NONE: TestTally = { passed: 0, failed: [], skipped: 0 };

/** The sum of tallies. */
export const sum = (tallies: readonly TestTally[]): TestTally =>
  tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: [...a.failed, ...b.failed],
      skipped: a.skipped + b.skipped,
    }),
    NONE,
  );

/** The tally of one thing that either holds or not. */
export const single = (name: string, holds: boolean): TestTally =>
  holds ? { ...NONE, passed: 1 } : { ...NONE, failed: [name] };

function countModule(module: TestModule): TestTally {
  const tests = [...module.children.allTests()];
  const inState = (...states: string[]) => tests.filter((test) => states.includes(test.result().state));
  const failed = inState('failed', 'pending').map((test) => `${module.relativeModuleId} > ${test.fullName}`);
  // A file that broke outside its tests (an import, a hook) is one failure more.
  const isBroken = module.state() === 'failed' && inState('failed').length === 0;
  return {
    passed: inState('passed').length,
    failed: isBroken ? [...failed, module.relativeModuleId] : failed,
    skipped: inState('skipped').length,
  };
}

function count(vitest: Vitest): TestTally {
  const modules = vitest.state.getTestModules().map(countModule);
  const unhandled = vitest.state.getUnhandledErrors().map((error) => inOneLine(String(error)));
  return sum([...modules, { ...NONE, failed: unhandled }]);
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

const SLOWEST = 12;

/** The files of tests that took longest, in seconds: where mending pays. Nothing is said where few were run. */
function saySlowest(vitest: Vitest): void {
  const modules = vitest.state.getTestModules();
  if (modules.length <= SLOWEST) return;
  const taken = modules
    .map((module) => [module.relativeModuleId, Math.round(module.diagnostic().duration / 1000)] as const)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SLOWEST);
  console.log(`最慢的：${taken.map(([name, seconds]) => `${name} ${seconds} 秒`).join('，')}`);
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
  saySlowest(vitest);
  await vitest.close();
  return tally;
}

const FAILED = /^✗ (.+)$/gmu;
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
      const names = [...text.matchAll(FAILED)].map(([, name = '']) => name).slice(-Number(failed));
      resolve(
        passed === undefined
          ? single(project, false)
          : { passed: Number(passed), failed: Number(failed) > 0 ? names : [], skipped: Number(skipped) },
      );
    });
  });
}

/** How `npm test` ends: a line for each that failed, and the result as the last line. */
export const inWords = ({ passed, failed, skipped }: TestTally): string =>
  [
    ...failed.map((name) => `✗ ${name}`),
    `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');
