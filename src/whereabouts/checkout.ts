/** A checkout of the branch of whereabouts on this disk: what was changed in it, and no trace of what it held before. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, manualPage } from '../command/command.ts';
import { git, gitFields, gitText, mustGit } from '../command/git.ts';
import { filesOf, isOfficeFile } from './branch-tree.ts';
import type { WhereaboutsEdit } from './edits.ts';
import type { RemoteBranch } from './remote.ts';

/** Where a checkout comes from; undefined for a plain folder. */
export function sourceOf(folder: string): RemoteBranch | undefined {
  if (!existsSync(join(folder, '.git'))) return undefined;
  const remote = gitText(folder, 'remote', 'get-url', 'origin');
  const branch = gitText(folder, 'symbolic-ref', '--short', 'HEAD');
  if (remote === undefined || branch === undefined)
    throw new Failure(`${folder} 没有远端仓库 origin，或者不在分支上。见 ${manualPage('whereabouts')}`);
  return { remote, branch };
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** What was changed in a checkout and not sent yet, committed or not. */
export function editsIn(folder: string, branch: string, inBranch: string): WhereaboutsEdit[] {
  const known = gitText(folder, 'rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}`);
  const was = filesOf(folder, known ?? 'HEAD', inBranch).offices;
  const own = (path: string) => (inBranch ? path.slice(inBranch.length + 1) : path);
  const here = gitFields(folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .filter(Boolean)
    .map(own)
    .filter(isOfficeFile);
  return [...new Set([...was.keys(), ...here])].flatMap((path) => {
    const [before, after] = [was.get(path), textOf(join(folder, inBranch, path))];
    return before === after ? [] : [{ path, before, after }];
  });
}

/** Brings a checkout to what the branch is now, and takes away what it would remember. */
export function bringUp(folder: string, branch: string): void {
  const remote = `refs/remotes/origin/${branch}`;
  mustGit(folder, ['fetch', '--quiet', '--no-tags', 'origin', `+refs/heads/${branch}:${remote}`]);
  mustGit(folder, ['reset', '--quiet', '--hard', remote]);
  git(folder, ['update-ref', '-d', 'ORIG_HEAD']);
  mustGit(folder, ['reflog', 'expire', '--expire=now', 'HEAD', `refs/heads/${branch}`]);
  git(folder, ['reflog', 'expire', '--expire=now', remote]);
  mustGit(folder, ['gc', '--quiet', '--prune=now']);
}
