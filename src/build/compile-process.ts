/** The process that Astro runs in: reads the content that its parent has checked, does what it is told, and ends. */
import { sep } from 'node:path';
import { ROOT } from '../command/command.ts';
import type { CompileResult, CompileTask } from './compile.ts';
import { lending, openToCompile, readBuild } from './open.ts';

async function run({ folder, content, env, compileOnly }: CompileTask): Promise<void> {
  const opened = compileOnly ? openToCompile(ROOT, content, env) : readBuild(ROOT, content, env, () => {});
  if (!opened) throw new Error('内容在生成的时候变了，现在有错误');
  const { build } = await import('astro');
  await lending(opened, () =>
    build({ root: ROOT, outDir: folder + sep, logLevel: 'error', mode: 'production' }),
  );
}

process.once('message', (task) => {
  const end = (result: CompileResult) => process.send?.(result, () => process.exit());
  run(task as CompileTask).then(
    () => end({}),
    (error: unknown) => end({ error: error instanceof Error ? error.message : String(error) }),
  );
});
