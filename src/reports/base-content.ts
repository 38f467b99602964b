/** The content as it was at a revision, laid out in a temporary folder; the checkout and its index stay as they are. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, UsageError } from '../command/command.ts';

interface GitOptions {
  readonly cwd: string;
  readonly index?: string | undefined;
}

function git(args: readonly string[], { cwd, index }: GitOptions): string | undefined {
  const env = { ...process.env, ...(index && { GIT_INDEX_FILE: index }) };
  const result = spawnSync('git', args, { cwd, encoding: 'utf8', env });
  if (result.error) throw new Failure(`没有找到 git：${result.error.message}`);
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** The tree of a folder at a revision, as git names it. */
function treeOf(revision: string, content: string): string {
  const prefix = git(['rev-parse', '--show-prefix'], { cwd: content });
  if (prefix === undefined) throw new UsageError(`${content} 不在 git 仓库里`);
  if (
    revision.startsWith('-') ||
    !git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], { cwd: content })
  )
    throw new UsageError(`没有这个版本：${revision}`);
  const tree = git(
    ['rev-parse', '--verify', '--quiet', `${revision}^{commit}:${prefix.replace(/\/$/, '')}`],
    {
      cwd: content,
    },
  );
  if (!tree) throw new UsageError(`${revision} 里没有 ${prefix}`);
  return tree;
}

/** Lends the content of a revision to one call and takes it away again. */
export function withBaseContent<T>(revision: string, content: string, act: (folder: string) => T): T {
  const tree = treeOf(revision, content);
  const top = git(['rev-parse', '--show-toplevel'], { cwd: content }) ?? content;
  const temporary = mkdtempSync(join(tmpdir(), 'disclosure-base-'));
  try {
    const folder = join(temporary, 'content');
    const options = { cwd: top, index: join(temporary, 'index') };
    const read = git(['read-tree', tree], options);
    const written =
      read === undefined ? undefined : git(['checkout-index', '--all', `--prefix=${folder}/`], options);
    if (written === undefined) throw new Failure(`取不出 ${revision} 的内容`);
    return act(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
