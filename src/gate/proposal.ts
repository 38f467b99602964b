/** What a proposal would change: the result of merging it, held against what it is to be merged into. */
import { Failure } from '../command/command.ts';
import { commitOf, gitFields, gitLine, noRepository } from '../command/git.ts';
import { filesOfTree, type TreeFile } from './objects.ts';

export interface ProposedFile {
  readonly status: 'added' | 'changed' | 'deleted' | 'renamed';
  /** From the top of the repository; of a deleted file, where it was. */
  readonly path: string;
  /** Where a renamed file was. */
  readonly from?: string | undefined;
  /** Absent where the file is deleted. */
  readonly mode?: string | undefined;
  readonly size?: number | undefined;
}

/** Two commits of a repository, by any names that git knows. */
export interface Commits {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
}

/** Its commits by their full names. */
export interface Proposal extends Commits {
  /** The commit after which all is the proposer's. */
  readonly since: string;
  /** Why the proposal cannot be merged as it is. */
  readonly stuck?: string | undefined;
  readonly changes: readonly ProposedFile[];
  readonly before: readonly TreeFile[];
  readonly after: readonly TreeFile[];
}

const CONFLICT = '这份修改和主分支上后来的改动撞在一起，不能直接合并。请从最新的内容重新改一次。';
export const UNRELATED = '这份修改不是从现在的分支改起的（分支重新建过）。请从最新的内容重新改一次。';

/** The tree that a merge would give; where it cannot be made, the proposal's own tree and the reason. */
function mergedTree({ repository, base, head }: Commits, fork?: string): { tree: string; stuck?: string } {
  const own = `${head}^{tree}`;
  if (fork === base) return { tree: own };
  if (fork === undefined) return { tree: own, stuck: UNRELATED };
  const merge = (one: string, other: string) => gitLine(repository, 'merge-tree', '--write-tree', one, other);
  const tree = merge(base, head);
  if (tree) return { tree };
  if (!merge(base, base)) throw new Failure('这里的 git 太旧，需要 2.38 以上');
  return { tree: own, stuck: CONFLICT };
}

const STATUS = { A: 'added', D: 'deleted', R: 'renamed' } as const;

/** What differs between two trees, renamed files recognised. */
export function differences(repository: string, before: string, after: string): ProposedFile[] {
  const fields = gitFields(repository, 'diff-tree', '-r', '-z', '-M', '--raw', before, after);
  const changes: ProposedFile[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const [, mode = '', , , word = ''] = (fields[at] ?? '').split(' ');
    const letter = word[0] ?? 'M';
    const status = Object.hasOwn(STATUS, letter) ? STATUS[letter as keyof typeof STATUS] : 'changed';
    const isRenamed = status === 'renamed';
    const path = fields[at + (isRenamed ? 2 : 1)] ?? '';
    changes.push({
      status,
      path,
      ...(isRenamed && { from: fields[at + 1] }),
      ...(status !== 'deleted' && { mode }),
    });
    at += isRenamed ? 3 : 2;
  }
  return changes;
}

/** The commits that are meant. Throws a UsageError for a revision that is not there. */
export function commitsOf(request: Commits): Commits {
  const { repository } = request;
  try {
    return {
      repository,
      base: commitOf(repository, request.base),
      head: commitOf(repository, request.head),
    };
  } catch (error) {
    if (gitLine(repository, 'rev-parse', '--git-dir') !== undefined) throw error;
    throw noRepository(repository, `${repository} 不是 git 仓库`);
  }
}

/** Reads what is proposed, as a merge would make it. */
export function readProposal({ repository, base, head }: Commits): Proposal {
  const fork = gitLine(repository, 'merge-base', base, head);
  const { tree, stuck } = mergedTree({ repository, base, head }, fork);
  // Where it cannot be merged, what the proposer did is told, not what others did meanwhile.
  const before = `${(stuck === undefined ? undefined : fork) ?? base}^{tree}`;
  const after = filesOfTree(repository, tree);
  const sizes = new Map(after.map(({ path, size }) => [path, size]));
  const changes = differences(repository, before, tree).map((change) => ({
    ...change,
    ...(change.status !== 'deleted' && { size: sizes.get(change.path) }),
  }));
  return {
    repository,
    base,
    head,
    since: base,
    ...(stuck !== undefined && { stuck }),
    changes,
    before: filesOfTree(repository, before),
    after,
  };
}
