/** The content as it was at a revision, laid out in a temporary folder; the checkout and its index stay as they are. */
import { join } from 'node:path';
import { Failure, UsageError } from '../command/command.ts';
import { git, gitText, noRepository } from '../command/git.ts';
import { withWorkspace } from '../command/workspace.ts';

/** The tree of a folder at a revision, as git names it. */
function treeOf(revision: string, content: string): string {
  const prefix = gitText(content, 'rev-parse', '--show-prefix');
  if (prefix === undefined) throw noRepository(content, `${content} 不在 git 仓库里`);
  const commit = `${revision}^{commit}`;
  const nameOf = (object: string) => gitText(content, 'rev-parse', '--verify', '--quiet', object);
  if (revision.startsWith('-') || !nameOf(commit)) throw new UsageError(`没有这个版本：${revision}`);
  const tree = nameOf(`${commit}:${prefix.replace(/\/$/, '')}`);
  if (!tree) throw new UsageError(`${revision} 里没有 ${prefix}`);
  return tree;
}

/** Lends the content of a revision to one call and takes it away again. */
export function withBaseContent<T>(revision: string, content: string, act: (folder: string) => T): T {
  const tree = treeOf(revision, content);
  const top = gitText(content, 'rev-parse', '--show-toplevel') ?? content;
  return withWorkspace((workspace) => {
    const folder = join(workspace, 'content');
    const env = { GIT_INDEX_FILE: join(workspace, 'index') };
    const isLaidOut =
      git(top, ['read-tree', tree], { env }) &&
      git(top, ['checkout-index', '--all', `--prefix=${folder}/`], { env });
    if (!isLaidOut) throw new Failure(`取不出 ${revision} 的内容`);
    return act(folder);
  });
}
