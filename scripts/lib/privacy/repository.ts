/** What a change brings into a repository for good: every version of every file, every message, the branch's name. */
import { spawnSync } from 'node:child_process';
import { Failure, UsageError } from '../command.ts';

const MANY = 1024 * 1024 * 1024;

function run(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  const result = spawnSync('git', args, { cwd, input, maxBuffer: MANY });
  if (result.error) throw new Failure(`没有找到 git：${result.error.message}`);
  return result.status === 0 ? result.stdout : undefined;
}

/** What git prints; undefined when it fails. */
export const gitText = (cwd: string, ...args: readonly string[]): string | undefined =>
  run(cwd, args)?.toString('utf8').replace(/\n$/, '');

/** The top folder of the repository that a folder lies in. */
export function topOf(folder: string): string {
  const top = gitText(folder, 'rev-parse', '--show-toplevel');
  if (top === undefined) throw new UsageError(`${folder} 不在 git 仓库里`);
  return top;
}

/** The full name of a revision. */
export function commitOf(top: string, revision: string): string {
  const commit = revision.startsWith('-')
    ? undefined
    : gitText(top, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (!commit) throw new UsageError(`没有这个版本：${revision}`);
  return commit;
}

/** A version of a file that a change adds. */
export interface Version {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly id: string;
}

/** Every version of every file that commits after `base` add, whether or not it is still there at the end. */
export function versionsAfter(top: string, base: string, head: string): Version[] {
  const commits = gitText(top, 'rev-list', head, `^${base}`)?.split('\n').filter(Boolean) ?? [];
  const seen = new Set<string>();
  return commits.flatMap((commit) => {
    const listed = run(top, [
      'diff-tree',
      '-r',
      '-m',
      '--root',
      '--no-commit-id',
      '--diff-filter=d',
      '--no-renames',
      '-z',
      commit,
    ]);
    const fields = listed?.toString('utf8').split('\0') ?? [];
    return fields.flatMap((field, at): Version[] => {
      const id = /^:\d+ (?:100644|100755) [0-9a-f]+ ([0-9a-f]+) /.exec(field)?.[1];
      const path = fields[at + 1];
      if (id === undefined || path === undefined || seen.has(`${id} ${path}`)) return [];
      seen.add(`${id} ${path}`);
      return [{ path, id }];
    });
  });
}

/** The files that differ from a commit in the working folder, new ones included. */
export function changedInFolder(top: string, commit: string): string[] {
  const list = (...args: string[]) => run(top, args)?.toString('utf8').split('\0').filter(Boolean) ?? [];
  return [
    ...list('diff', '--name-only', '--diff-filter=d', '--no-renames', '-z', commit),
    ...list('ls-files', '--others', '--exclude-standard', '-z'),
  ];
}

/** The bytes of a version. */
export const bytesOf = (top: string, id: string): Uint8Array => {
  const bytes = run(top, ['cat-file', 'blob', id]);
  if (!bytes) throw new Failure(`取不出文件版本 ${id}`);
  return bytes;
};

/** The version of a path in a commit; undefined where there is none. */
export const idIn = (top: string, commit: string, path: string): string | undefined =>
  gitText(top, 'rev-parse', '--verify', '--quiet', `${commit}:${path}`);

/** The messages of the commits after `base`. */
export const messagesAfter = (top: string, base: string, head: string): { commit: string; text: string }[] =>
  (gitText(top, 'log', '--format=%h%x00%B%x01', `${base}..${head}`) ?? '')
    .split('\u0001')
    .flatMap((record) => {
      const [commit = '', text = ''] = record.trim().split('\0');
      return commit ? [{ commit, text }] : [];
    });
