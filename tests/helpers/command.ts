import { spawnSync } from 'node:child_process';
import { vi } from 'vitest';
import { Failure, UsageError } from '../../src/command/command.ts';
import { started } from './started.ts';

interface Runs<O> {
  readonly run: (values: O, words: readonly string[]) => Promise<number | undefined>;
}

/** Runs a command as its script does, within this process: its exit code and what it says. */
export async function runCommand<O extends Record<string, unknown>>(
  command: Runs<O>,
  values: O,
  ...words: readonly string[]
) {
  const said = { out: '', err: '' };
  const into = (key: 'out' | 'err') => (text: unknown) => void (said[key] += `${String(text)}\n`);
  vi.spyOn(console, 'log').mockImplementation(into('out'));
  vi.spyOn(console, 'error').mockImplementation(into('err'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  try {
    return { code: await command.run(values, words), ...said };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, ...said, err: error.message };
    if (error instanceof Failure) return { code: 1, ...said, err: error.message };
    throw error;
  } finally {
    vi.restoreAllMocks();
  }
}

/** Runs a command as it is typed, in a process of its own: for what only its script can show. */
export function runScript(name: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, started(name, ...args), {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
