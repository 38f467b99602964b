/** Changes to a branch of whereabouts, and how they are put, entry by entry, on what it holds now. */
import { gitLine, gitText } from '../command/git.ts';
import { alike } from '../domain/changes.ts';
import { mergeWhereabouts, type WhereaboutsFile } from '../domain/whereabouts-file.ts';
import { filesOf, readWhereabouts } from './branch-tree.ts';
import { asText } from './prune.ts';

/** One office's file as it was read and as it is wanted; undefined where there is none. */
export interface WhereaboutsEdit {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Something that could not be put where it was meant to go, for people. */
export interface Left {
  readonly path: string;
  readonly why: string;
}

const NOTHING: WhereaboutsFile = { entries: [] };

const parsed = (text: string | undefined): WhereaboutsFile | undefined =>
  text === undefined ? NOTHING : readWhereabouts(text)?.file;

/** Puts edits on the offices' files. What others changed meanwhile stands, and what is left out is told. */
export function putOn(
  offices: ReadonlyMap<string, string>,
  edits: readonly WhereaboutsEdit[],
): { offices: ReadonlyMap<string, string>; left: readonly Left[] } {
  const now = new Map(offices);
  const left: Left[] = [];
  for (const { path, before, after } of edits) {
    const [was, mine, theirs] = [parsed(before) ?? NOTHING, parsed(after), parsed(now.get(path))];
    if (now.get(path) === before && after !== undefined && mine) now.set(path, after);
    else if (!mine || !theirs) left.push({ path, why: '不是能读懂的去向文件' });
    else {
      const { value, conflicts } = mergeWhereabouts(was, mine, theirs);
      left.push(...conflicts.map((key) => ({ path, why: `${key.replace(/ .*/, '')} 的安排别人也改了` })));
      if (after === undefined && value.entries.length === 0 && !value.plan) now.delete(path);
      else if (!alike(value, theirs)) now.set(path, asText(value));
    }
  }
  return { offices: now, left };
}

/**
 * Where a proposal began: the last commit that it has in common with the branch, or, once the branch has been made
 * anew, the one before its own. Undefined for a mere copy of an older branch.
 */
export const forkOf = (repository: string, branch: string, head: string): string | undefined =>
  gitLine(repository, 'merge-base', branch, head) ??
  gitLine(repository, 'rev-parse', '--verify', '--quiet', `${head}^`);

/** What a proposal changes in the offices' files. */
export function editsOf(repository: string, fork: string, head: string, folder: string): WhereaboutsEdit[] {
  const [was, is] = [filesOf(repository, fork, folder).offices, filesOf(repository, head, folder).offices];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const [before, after] = [was.get(path), is.get(path)];
    return before === after ? [] : [{ path, before, after }];
  });
}

/** Whether two commits hold the same files. */
export function holdSame(repository: string, one: string, other: string): boolean {
  const trees = gitText(repository, 'rev-parse', `${one}^{tree}`, `${other}^{tree}`)?.split('\n');
  return trees !== undefined && trees[0] === trees[1];
}
