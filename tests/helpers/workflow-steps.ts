/** Runs the shell lines of a workflow as a runner would: with the step's variables, in bash, stopping at a failure. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../src/command/command.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Ran {
  readonly name: string;
  readonly code: number | null;
  readonly out: string;
}

/** Runs lines in bash as a runner does. */
export function runLines(
  lines: string,
  cwd: string,
  values: Readonly<Record<string, string>>,
): Omit<Ran, 'name'> {
  const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...values },
  });
  return { code: result.status, out: result.stdout + result.stderr };
}

/**
 * Runs every step of a job that is a shell line. `values` are what the forge would put in the place of expressions,
 * by variable; a variable that none is given for fails the test. `text` is the workflow, `cwd` its checkout.
 */
export function runJobOf(
  text: string,
  job: string,
  values: Readonly<Record<string, string>>,
  cwd: string,
): Ran[] {
  const { jobs } = parse(text) as { jobs: Record<string, Job> };
  const { env = {}, steps = [] } = jobs[job] ?? {};
  return steps.flatMap(({ name = '', run, env: own = {} }) => {
    if (run === undefined) return [];
    const missing = Object.keys({ ...env, ...own }).filter((key) => values[key] === undefined);
    if (missing.length > 0) throw new Error(`no value for ${missing.join(', ')}`);
    return [{ name, ...runLines(run, cwd, values) }];
  });
}

/** The same of a workflow of this repository. */
export const runJob = (file: string, job: string, values: Readonly<Record<string, string>>): Ran[] =>
  runJobOf(readFileSync(join(ROOT, file), 'utf8'), job, values, ROOT);
