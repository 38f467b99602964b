/** What a change brings into a repository for good: every version of every file, every message, the branch's name. */
import { Failure } from '../../command/command.ts';
import { git, gitFields, gitText, noRepository } from '../../command/git.ts';

/** The top folder of the repository that a folder lies in. */
export function topOf(folder: string): string {
  const top = gitText(folder, 'rev-parse', '--show-toplevel');
  if (top === undefined) throw noRepository(folder, `${folder} 不在 git 仓库里`);
  return top;
}

/** A version of a file that a change adds. */
export interface Version {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly id: string;
}

/** Every version of every file that commits after `base` add, whether or not it is still there at the end. */
export function versionsAfter(top: string, base: string, head: string): Version[] {
  const args = [
    'log',
    '--format=',
    '--raw',
    '-r',
    '-m',
    '--root',
    '--no-abbrev',
    '--no-renames',
    '--diff-filter=d',
    '-z',
  ];
  const fields = gitFields(top, ...args, head, `^${base}`);
  const versions = new Map<string, Version>();
  for (const [at, field] of fields.entries()) {
    const id = /^\s*:\d+ (?:100644|100755) [0-9a-f]+ ([0-9a-f]+) /.exec(field)?.[1];
    const path = fields[at + 1];
    if (id !== undefined && path !== undefined) versions.set(`${id} ${path}`, { path, id });
  }
  return [...versions.values()];
}

/** The files that differ from a commit in the working folder, new ones included. */
export function changedInFolder(top: string, commit: string): string[] {
  const list = (...args: string[]) => gitFields(top, ...args).filter(Boolean);
  return [
    ...list('diff', '--name-only', '--diff-filter=d', '--no-renames', '-z', commit),
    ...list('ls-files', '--others', '--exclude-standard', '-z'),
  ];
}

/** The version of every file in a commit, by path. */
export function filesIn(top: string, commit: string): ReadonlyMap<string, string> {
  const fields = gitFields(top, 'ls-tree', '-r', '-z', commit);
  return new Map(
    fields.flatMap((field) => {
      const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t([^]+)$/.exec(field) ?? [];
      return id !== undefined && path !== undefined ? [[path, id] as const] : [];
    }),
  );
}

/** The bytes of versions by their ids, read by one process. */
export function bytesOf(top: string, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const wanted = [...new Set(ids)];
  const all =
    wanted.length === 0
      ? Buffer.alloc(0)
      : git(top, ['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` });
  if (!all) throw new Failure('取不出文件的版本');
  const bytes = new Map<string, Uint8Array>();
  for (let at = 0; at < all.length;) {
    const end = all.indexOf(0x0a, at);
    const [id = '', , size = '0'] = all.subarray(at, end).toString('latin1').split(' ');
    bytes.set(id, all.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return bytes;
}

/** A commit as everybody can read it for good. */
interface Signed {
  readonly commit: string;
  readonly message: string;
  /** Names and addresses of who wrote and who committed, each once: `示例所 <sfs@example.gov.cn>`. */
  readonly people: readonly string[];
}

/** The commits after `base`. */
export const commitsAfter = (top: string, base: string, head: string): Signed[] =>
  (gitText(top, 'log', '--format=%h%x00%an <%ae>%x00%cn <%ce>%x00%B%x01', `${base}..${head}`) ?? '')
    .split('\u0001')
    .flatMap((record) => {
      const [commit = '', author = '', committer = '', message = ''] = record.trim().split('\0');
      return commit ? [{ commit, message, people: [...new Set([author, committer])] }] : [];
    });
