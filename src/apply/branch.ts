/** A branch with one commit, made without touching the checkout or its index. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Failure } from '../command/command.ts';
import type { Change } from '../gate/working-copy.ts';

export interface Commit {
  readonly branch: string;
  readonly title: string;
  readonly description: string;
  readonly changes: readonly Change[];
}

/** Git in a folder; everything untrusted goes in as an argument of its own or on standard input, never by a shell. */
function git(folder: string, args: readonly string[], input?: string | Uint8Array, index?: string): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(index !== undefined && { GIT_INDEX_FILE: index }) },
    }).trim();
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Failure(`git ${args[0]} 没有成功：${told}`);
  }
}

/** Refuses where the folder is in no repository, or carries changes that nobody has committed. */
export function requireCommitted(folder: string): void {
  if (git(folder, ['status', '--porcelain', '--', '.']) !== '')
    throw new Failure('内容文件夹里有还没有提交的改动；先提交或收起来，再用 --branch。');
}

/** Sends a branch to a remote repository, with the credentials that git has. */
export const push = (folder: string, remote: string, branch: string): void =>
  void git(folder, ['push', '--quiet', remote, `refs/heads/${branch}:refs/heads/${branch}`]);

/** Puts the changes on a new branch that begins at the commit of the checkout. Returns the commit's name. */
export function commitOnBranch(folder: string, { branch, title, description, changes }: Commit): string {
  const root = git(folder, ['rev-parse', '--show-toplevel']);
  const prefix = relative(root, folder).replaceAll('\\', '/');
  const head = git(root, ['rev-parse', '--verify', 'HEAD']);
  const workshop = mkdtempSync(join(tmpdir(), 'open-office-index-'));
  const index = join(workshop, 'index');
  try {
    git(root, ['read-tree', head], undefined, index);
    for (const { path, after } of changes) {
      const blob = git(root, ['hash-object', '-w', '--no-filters', '--stdin'], after);
      const at = [prefix, path].filter(Boolean).join('/');
      git(root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${at}`], undefined, index);
    }
    const tree = git(root, ['write-tree'], undefined, index);
    const commit = git(root, ['commit-tree', tree, '-p', head, '-F', '-'], `${title}\n\n${description}\n`);
    git(root, ['update-ref', '-m', title, `refs/heads/${branch}`, commit, '0'.repeat(head.length)]);
    return commit;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
