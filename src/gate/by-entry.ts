/** A proposal to the branch of whereabouts: what it changes is put there entry by entry, never merged by lines. */
import { mustGit } from '../command/git.ts';
import { isOfficeFile, filesOf } from '../whereabouts/branch-tree.ts';
import { editsOf, forkOf, putOn } from '../whereabouts/edits.ts';
import { differences, UNRELATED, type ProposedFile, type Commits, type Proposal } from './proposal.ts';
import { filesOfTree, type TreeFile } from './objects.ts';

const below = (folder: string, path: string) =>
  folder && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;

function written(repository: string, path: string, text: string): TreeFile {
  const id = mustGit(repository, ['hash-object', '-w', '--stdin'], { input: text });
  return { path, mode: '100644', id, size: Buffer.byteLength(text) };
}

/** The files of the branch with a proposal on them. Links and the like stay as proposed, to be refused. */
function filesAfter(
  { repository, base, head }: Commits,
  changes: readonly ProposedFile[],
  offices: ReadonlyMap<string, string>,
  folder: string,
): Map<string, TreeFile> {
  const proposed = new Map(filesOfTree(repository, head).map((file) => [file.path, file]));
  const after = new Map(filesOfTree(repository, base).map((file) => [file.path, file]));
  for (const path of changes.flatMap((one) => [one.path, ...(one.from === undefined ? [] : [one.from])])) {
    const file = proposed.get(path);
    const own = below(folder, path);
    const text = offices.get(own);
    const isOffice = isOfficeFile(own) && (file === undefined || file.mode === '100644');
    if (isOffice && text !== undefined) after.set(path, written(repository, path, text));
    else if (isOffice || !file) after.delete(path);
    else after.set(path, file);
  }
  return after;
}

/** What stands there now against what would stand there. */
function changesBetween(
  before: ReadonlyMap<string, TreeFile>,
  after: ReadonlyMap<string, TreeFile>,
): ProposedFile[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): ProposedFile[] => {
    const [was, is] = [before.get(path), after.get(path)];
    if (!is) return [{ status: 'deleted', path }];
    if (was?.id === is.id && was.mode === is.mode) return [];
    return [{ status: was ? 'changed' : 'added', path, mode: is.mode, size: is.size }];
  });
}

/** Reads a proposal to the branch of whereabouts, whether that has been made anew since or not. */
export function readByEntry(commits: Commits, folder: string): Proposal {
  const { repository, base, head } = commits;
  const before = filesOfTree(repository, base);
  const fork = forkOf(repository, base, head);
  if (fork === undefined)
    return { ...commits, since: base, stuck: UNRELATED, changes: [], before, after: before };
  const { offices, left } = putOn(
    filesOf(repository, base, folder).offices,
    editsOf(repository, fork, head, folder),
  );
  const raw = differences(repository, `${fork}^{tree}`, `${head}^{tree}`);
  const after = filesAfter(commits, raw, offices, folder);
  const stuck = left.map(({ path, why }) => `${path}：${why}`).join('；');
  return {
    ...commits,
    since: fork,
    ...(stuck && { stuck: `${stuck}。请从最新的内容重新改一次。` }),
    changes: changesBetween(new Map(before.map((file) => [file.path, file])), after),
    before,
    after: [...after.values()],
  };
}
