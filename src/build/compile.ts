/** Astro makes or compiles the site in a process of its own: what bundling takes of memory is given back before pages are rendered. */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { sweepLeftovers } from '../command/leftovers.ts';

/** What the other process is told. */
export interface CompileTask {
  /** The folder that Astro fills; it resolves packages from there, so it lies within the project. */
  readonly folder: string;
  readonly content: ContentFolders;
  readonly env: NodeJS.ProcessEnv;
  /** Whether what is compiled is kept and nothing else is done. */
  readonly compileOnly: boolean;
}

/** How it ended: what went wrong, if anything. */
export interface CompileResult {
  readonly error?: string;
}

/** Work in another process. */
export interface Apart {
  /** How it ended. */
  readonly done: Promise<CompileResult>;
  readonly stop: () => void;
}

/** Has Astro work as `astro build` does. */
export function compileApart(task: CompileTask): Apart {
  const child = fork(fileURLToPath(new URL('./compile-process.ts', import.meta.url)), {
    // Astro begins in the folder it is started from; the packages that pages need lie in the project's.
    cwd: ROOT,
    env: task.env,
    // What is wrong where it only compiles, is told when the site is made.
    stdio: ['ignore', 'ignore', task.compileOnly ? 'ignore' : 'inherit', 'ipc'],
  });
  const stop = () => {
    child.kill();
    process.off('exit', stop);
  };
  process.once('exit', stop);
  const ended = new Promise<CompileResult>((resolve) => {
    child.once('message', (result) => resolve(result as CompileResult));
    child.once('error', ({ message }) => resolve({ error: message }));
    child.once('exit', (code, signal) => resolve({ error: `Astro 中途退出了（${signal ?? code}）` }));
    child.send(task);
  });
  return { done: ended.finally(stop), stop };
}

const AHEAD = join(ROOT, '.cache', 'compiling-');

/** Has Astro compile the program and nothing else, in a folder that goes when it has ended. */
export function compileOnly(content: ContentFolders, env: NodeJS.ProcessEnv): Apart {
  sweepLeftovers(AHEAD);
  const folder = `${AHEAD}${process.pid}`;
  const { done, stop } = compileApart({ folder, content, env, compileOnly: true });
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  return { done: done.finally(clear), stop };
}
