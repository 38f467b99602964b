/** Builds of content that differs from the city's, in a folder of their own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { started } from './started.ts';

export interface Apart {
  readonly content: string;
  readonly out: string;
  readonly write: (file: string, text: string) => void;
  /** Runs the build command; returns its exit code and what it said. */
  readonly build: (
    args?: readonly string[],
    env?: NodeJS.ProcessEnv,
  ) => { status: number | null; said: string };
  readonly remove: () => void;
}

/** Copies the city's content; of its counties those alone that are named, if any are: a city like any other, but small. */
export function copyContent(to: string, ...counties: readonly string[]): void {
  cpSync(join(ROOT, 'content'), to, { recursive: true });
  for (const kind of counties.length > 0 ? ['counties', 'divisions', 'offices'] : [])
    for (const name of readdirSync(join(to, kind)))
      if (!counties.includes(name.replace('.json', ''))) rmSync(join(to, kind, name), { recursive: true });
}

let places = 0;

/**
 * A folder that the files of one run find empty one after the other: what is compiled for content is kept by where it
 * lies.
 */
function emptyPlace(): string {
  places += 1;
  const run = [process.ppid, process.env['VITEST_POOL_ID'], places].join('-');
  const folder = join(tmpdir(), `open-office-apart-${run}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

/** A copy of the city's content, or of some counties', that may be changed, and the place of its site. */
export function apart(...counties: readonly string[]): Apart {
  const folder = emptyPlace();
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  copyContent(content, ...counties);
  return {
    content,
    out,
    write: (file, text) => writeFileSync(join(content, file), text),
    build: (args = [], env = {}) => {
      const command = started('build', '--content', content, '--out', out, ...args);
      // From a folder that is not the project's, as a timer or a server starts it.
      const result = spawnSync(process.execPath, command, {
        cwd: folder,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      return { status: result.status, said: result.stdout + result.stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
