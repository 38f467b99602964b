/** A branch with one commit, made without touching the checkout or its index. */
import { join, relative } from 'node:path';
import { Failure } from '../command/command.ts';
import { gitText, mustGit } from '../command/git.ts';
import { withWorkspace } from '../command/workspace.ts';
import type { FileChange } from '../editing/files.ts';

interface Commit {
  readonly branch: string;
  readonly title: string;
  readonly description: string;
  readonly changes: readonly FileChange[];
}

/** Refuses where the folder is in no repository, or carries changes that nobody has committed. */
export function requireCommitted(folder: string): void {
  if (mustGit(folder, ['status', '--porcelain', '--', '.']) !== '')
    throw new Failure('内容文件夹里有还没有提交的改动；先提交或收起来，再用 --branch。');
}

/** Sends a branch to a remote repository, with the credentials that git has. */
export const push = (folder: string, remote: string, branch: string): void =>
  void mustGit(folder, ['push', '--quiet', remote, `refs/heads/${branch}:refs/heads/${branch}`]);

/**
 * Puts the changes on a new branch that begins at the commit of the checkout. Returns the commit's name: that of an
 * earlier run, where the branch holds the same already.
 */
export function commitOnBranch(folder: string, { branch, title, description, changes }: Commit): string {
  const root = mustGit(folder, ['rev-parse', '--show-toplevel']);
  const prefix = relative(root, folder).replaceAll('\\', '/');
  const head = mustGit(root, ['rev-parse', '--verify', 'HEAD']);
  return withWorkspace((workspace) => {
    const env = { GIT_INDEX_FILE: join(workspace, 'index') };
    mustGit(root, ['read-tree', head], { env });
    for (const { path, after } of changes) {
      const at = [prefix, path].filter(Boolean).join('/');
      if (after === undefined) {
        mustGit(root, ['update-index', '--force-remove', '--', at], { env });
        continue;
      }
      const blob = mustGit(root, ['hash-object', '-w', '--path', at, '--stdin'], { input: after });
      mustGit(root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${at}`], { env });
    }
    const tree = mustGit(root, ['write-tree'], { env });
    const known = gitText(root, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
    if (known !== undefined && gitText(root, 'rev-parse', `${known}^{tree}`) === tree) return known;
    if (known !== undefined)
      throw new Failure(`已经有分支 ${branch}，里面是别的内容。换一个名字，或先删除它。`);
    const message = `${title}\n\n${description}\n`;
    const commit = mustGit(root, ['commit-tree', tree, '-p', head, '-F', '-'], { input: message });
    mustGit(root, ['update-ref', '-m', title, `refs/heads/${branch}`, commit, '0'.repeat(head.length)]);
    return commit;
  });
}
