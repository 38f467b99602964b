/** The repository that keeps the branch of whereabouts: what it has is fetched, and written back only if still so. */
import { Failure, manualPage } from '../command/command.ts';
import { git, gitFields, gitText, mustGit } from '../command/git.ts';
import { isOfficeFile } from './branch-tree.ts';

export interface RemoteBranch {
  /** Address or folder of the repository. */
  readonly remote: string;
  /** The branch of whereabouts. */
  readonly branch: string;
}

export interface Refs {
  /** The branch of whereabouts as it was fetched. */
  readonly tip: string;
  /** The branch that the repository opens with. */
  readonly trunk: string | undefined;
  /** Other branches and tags that were made from the branch of whereabouts, by their full names. */
  readonly derived: ReadonlyMap<string, string>;
}

/** Larger files are not fetched: none of whereabouts is. */
const SMALL = '--filter=blob:limit=300k';

function listed(repository: string): { trunk: string | undefined; refs: Map<string, string> } {
  const text = mustGit(repository, ['ls-remote', '--symref', 'origin']);
  const refs = new Map<string, string>();
  let trunk: string | undefined;
  for (const line of text.split('\n')) {
    const [first = '', name = ''] = line.split('\t');
    if (first.startsWith('ref: ') && name === 'HEAD') trunk = first.slice('ref: refs/heads/'.length);
    else if (/^refs\//.test(name)) refs.set(name, first);
  }
  return { trunk, refs };
}

const seen = (name: string) => `refs/seen/${name.slice('refs/'.length)}`;

function fetch(repository: string, names: readonly string[], depth: string): void {
  const specs = names.map((name) => `+${name}:${seen(name)}`);
  mustGit(repository, ['fetch', '--quiet', '--no-tags', depth, SMALL, 'origin', ...specs]);
}

/** Whether a commit holds whereabouts and no content: such a branch was made from that of whereabouts. */
function isDerived(repository: string, commit: string): boolean {
  const paths = gitFields(repository, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', commit);
  const bare = paths.map((path) => path.replace(/^.*?(?=offices\/)/, ''));
  return bare.some(isOfficeFile) && !paths.some((path) => /(?:^|\/)site\.json$/.test(path));
}

/** Fetches the branch, what was made from it, and a proposal that is asked for by its commit. */
export function fetchAll(repository: string, { branch }: RemoteBranch, proposal: string | undefined): Refs {
  const { trunk, refs } = listed(repository);
  const own = `refs/heads/${branch}`;
  if (!refs.has(own))
    throw new Failure(`仓库里没有 ${branch} 这个分支。第一次建立见 ${manualPage('whereabouts')}`);
  const others = [...refs.keys()].filter(
    (name) => /^refs\/(?:heads|tags)\//.test(name) && !name.endsWith('^{}') && name !== `refs/heads/${trunk}`,
  );
  fetch(repository, [...new Set([own, ...others])], '--depth=1');
  const idOf = (name: string) => gitText(repository, 'rev-parse', `${seen(name)}^{commit}`) ?? '';
  const derived = others.filter((name) => name !== own && isDerived(repository, seen(name)));
  const wanted = proposal === undefined ? [] : [...refs].filter(([, id]) => id === proposal);
  if (proposal !== undefined && wanted.length === 0)
    throw new Failure('这份修改在检查以后又变了，没有写入。');
  const whole = [...new Set([own, ...derived, ...wanted.slice(0, 1).map(([name]) => name)])];
  if (whole.length > 1) fetch(repository, whole, '--depth=2147483647');
  return { tip: idOf(own), trunk, derived: new Map(derived.map((name) => [name, refs.get(name) ?? ''])) };
}

/** Writes a ref, or takes it away, if it still is what was fetched; false where the repository says no. */
export const pushCommit = (
  repository: string,
  { ref, old, commit = '' }: { ref: string; old: string; commit?: string | undefined },
): boolean =>
  git(repository, ['push', '--quiet', `--force-with-lease=${ref}:${old}`, 'origin', `${commit}:${ref}`]) !==
  undefined;
