/** Astro makes or compiles the site in a process of its own: what bundling takes of memory is given back before pages are rendered. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ContentFolders } from '../command/folders.ts';

/** What the other process is told. */
export interface CompileTask {
  /** The folder that Astro fills; it resolves packages from there, so it lies within the project. */
  readonly folder: string;
  readonly content: ContentFolders;
  readonly env: NodeJS.ProcessEnv;
  /** Whether what is compiled is kept and no page is rendered, where it can be. */
  readonly compileOnly: boolean;
}

/** How it ended: what went wrong, if anything. */
export interface CompileResult {
  readonly error?: string;
}

/** Has Astro work as `astro build` does; fails as Astro fails. */
export async function compileApart(task: CompileTask): Promise<void> {
  const child = fork(fileURLToPath(new URL('./compile-process.ts', import.meta.url)), {
    env: task.env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  try {
    const { error } = await new Promise<CompileResult>((resolve, reject) => {
      child.once('message', (result) => resolve(result as CompileResult));
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve({ error: `Astro 中途退出了（${signal ?? code}）` }));
      child.send(task);
    });
    if (error !== undefined) throw new Error(error);
  } finally {
    process.off('exit', stop);
    stop();
  }
}
