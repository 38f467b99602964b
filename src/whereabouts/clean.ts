/** Makes the branch of whereabouts anew at its repository: one commit, no past, nothing that is over. */
import { Failure, manualPage } from '../command/command.ts';
import { git, gitLine, gitText, mustGit } from '../command/git.ts';
import { withWorkspace } from '../command/workspace.ts';
import { commitFiles, currentText, filesOf, type BranchFiles } from './branch-tree.ts';
import { editsOf, forkOf, holdSame, putOn, type WhereaboutsEdit, type Left } from './edits.ts';
import { fetchAll, pushCommit, type Refs, type RemoteBranch } from './remote.ts';

export interface CleanRequest extends RemoteBranch {
  /** The folder of whereabouts within the branch; empty for its top. */
  readonly folder: string;
  readonly today: string;
  /** Changes to be written on the way. */
  readonly edits?: readonly WhereaboutsEdit[];
  /** Decides over a proposal, by the repository that it was fetched into: true to write it too. */
  readonly take?: Taking | undefined;
}

export interface Taking {
  /** The proposal's commit. */
  readonly head: string;
  readonly may: (fetched: { repository: string; base: string; head: string }) => Promise<boolean>;
}

export interface Cleaned {
  readonly offices: ReadonlyMap<string, string>;
  /** What was left out, for people to write again. */
  readonly left: readonly Left[];
  /** Other branches and tags that held whereabouts: made anew, or taken away. */
  readonly others: readonly { readonly name: string; readonly does: 'again' | 'gone' }[];
  /** Whether the branch had to be written. */
  readonly written: boolean;
  /** Whether a proposal was written. */
  readonly taken: boolean;
}

const ATTEMPTS = 5;

/** What of files is current; a file that nobody can read may hold anything, and is left out. */
function current(offices: ReadonlyMap<string, string>, today: string) {
  const left: Left[] = [];
  const kept = [...offices].flatMap(([path, text]) => {
    const now = currentText(text, today);
    if (now === undefined) left.push({ path, why: '读不懂（不是写对的 JSON），已拿掉，请本所重新填写' });
    return now ? [[path, now] as const] : [];
  });
  return { offices: new Map(kept), left };
}

/** Refuses a branch that is somebody's content or program: making it anew would lose it. */
function requireData({ branch, trunk }: RemoteBranch & Refs, { offices, stray }: BranchFiles): void {
  const isOther = stray.some((path) => /^(?:content|src)\/|(?:^|\/)(?:package|site)\.json$/.test(path));
  if (branch === trunk || isOther || (offices.size === 0 && stray.length > 0))
    throw new Failure(`分支 ${branch} 不是只放去向的数据分支，什么都没有动。见 ${manualPage('whereabouts')}`);
}

/** Writes the branch with edits; the new tip, and what is in it. */
function renew(
  repository: string,
  { tip, files }: { readonly tip: string; readonly files: BranchFiles },
  { today }: CleanRequest,
  edits: readonly WhereaboutsEdit[],
) {
  const put = putOn(files.offices, edits);
  const { offices, left } = current(put.offices, today);
  const commit = commitFiles(repository, { from: files, offices, today });
  const isClean =
    holdSame(repository, commit, tip) &&
    !/^parent /m.test(gitText(repository, 'cat-file', 'commit', tip) ?? 'parent ');
  const strays = files.stray.map((path) => ({ path, why: '去向分支里只放各所的 whereabouts.json，已拿掉' }));
  return { offices, commit: isClean ? tip : commit, left: [...strays, ...put.left, ...left] };
}

interface Renewed {
  readonly old: string;
  readonly commit: string;
  readonly offices: ReadonlyMap<string, string>;
  readonly files: BranchFiles;
}

/** A proposal on the new branch, its entries put there one by one; undefined where none of it is left. */
function proposedAgain(
  repository: string,
  head: string,
  { old, commit, offices, files }: Renewed,
  { folder, today }: CleanRequest,
): { commit: string | undefined; left: readonly Left[] } {
  const fork = forkOf(repository, old, head);
  if (fork === undefined || fork === head) return { commit: undefined, left: [] };
  if (fork === commit) {
    const isCurrent = [...filesOf(repository, head, folder).offices.values()].every(
      (text) => currentText(text, today) === text,
    );
    if (isCurrent) return { commit: head, left: [] };
  }
  const put = putOn(offices, editsOf(repository, fork, head, folder));
  const fresh = current(put.offices, today);
  const next = commitFiles(repository, { from: files, offices: fresh.offices, today, parent: commit });
  return {
    commit: holdSame(repository, next, commit) ? undefined : next,
    left: [...put.left, ...fresh.left],
  };
}

/** Makes proposals anew and takes away copies: a ref to an old state would keep it for good. */
function renewOthers(
  repository: string,
  refs: Refs,
  renewed: Renewed,
  request: CleanRequest,
  taken?: string,
) {
  const others: { name: string; does: 'again' | 'gone' }[] = [];
  const left: Left[] = [];
  for (const [name, head] of refs.derived) {
    const isTag = name.startsWith('refs/tags/');
    const again =
      isTag || head === taken
        ? { commit: undefined, left: [] }
        : proposedAgain(repository, head, renewed, request);
    const told = name.replace(/^refs\/(?:heads|tags)\//, '');
    left.push(...again.left.map(({ path, why }) => ({ path: `${told}：${path}`, why })));
    if (again.commit === head) continue;
    if (!pushCommit(repository, { ref: name, old: head, commit: again.commit }))
      left.push({ path: told, why: '里面有去向，但没有权限改它；请维护人员删除这个分支或标签' });
    else others.push({ name: told, does: again.commit === undefined ? 'gone' : 'again' });
  }
  return { others, left };
}

/** The edits of a proposal that may be written; none where it may not. */
async function takenEdits(repository: string, tip: string, { take, folder }: CleanRequest) {
  if (!take) return undefined;
  const { head, may } = take;
  const fork = forkOf(repository, tip, head);
  if (fork === undefined || !(await may({ repository, base: tip, head }))) return undefined;
  return editsOf(repository, fork, head, folder);
}

/** One attempt; undefined where somebody else wrote meanwhile. */
async function attempt(repository: string, request: CleanRequest): Promise<Cleaned | undefined> {
  const refs = fetchAll(repository, request, request.take?.head);
  const { tip } = refs;
  const files = filesOf(repository, tip, request.folder);
  requireData({ ...request, ...refs }, files);
  const taking = await takenEdits(repository, tip, request);
  const { offices, commit, left } = renew(repository, { tip, files }, request, [
    ...(request.edits ?? []),
    ...(taking ?? []),
  ]);
  const ref = `refs/heads/${request.branch}`;
  if (commit !== tip && !pushCommit(repository, { ref, old: tip, commit })) {
    const now = gitLine(repository, 'ls-remote', 'origin', ref)?.split('\t')[0];
    if (now !== tip) return undefined;
    throw new Failure(`没有写成：${request.branch} 不许这个账号强制推送。见 ${manualPage('whereabouts')}`);
  }
  const renewed = { old: tip, commit, offices, files };
  const again = renewOthers(repository, refs, renewed, request, taking && request.take?.head);
  return {
    offices,
    left: [...left, ...again.left],
    others: again.others,
    written: commit !== tip,
    taken: taking !== undefined,
  };
}

/** Makes the branch anew. Throws a Failure where that cannot be; then everything is as it was. */
export const clean = (request: CleanRequest): Promise<Cleaned> =>
  withWorkspace(async (workspace) => {
    mustGit(workspace, ['init', '--quiet', '--bare', '--template=', '.']);
    mustGit(workspace, ['remote', 'add', 'origin', request.remote]);
    git(workspace, ['config', 'fetch.fsckObjects', 'true']);
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const cleaned = await attempt(workspace, request);
      if (cleaned) return cleaned;
    }
    throw new Failure('一直有人在写去向，没有轮到。请过一会儿再运行。');
  });
