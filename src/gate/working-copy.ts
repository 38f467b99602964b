/** Changes to the content, checked as a whole before anything is written. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContent } from '../catalogue/load.ts';
import type { Problem } from '../domain/problems.ts';
import { inOwn, type ContentFolders } from '../command/folders.ts';
import { withWorkspace } from '../command/workspace.ts';
import { folderOf } from '../apply/sheets/offices.ts';
import type { FileChange } from '../editing/files.ts';

/** Writes a file, or takes it away; the copy of one that may only be read, too. */
export function put(file: string, after: FileChange['after']): void {
  rmSync(file, { force: true });
  if (after === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, after);
}

/** Runs an act on copies of the content folders in which the changes are made; the copies are gone after it. */
function withChanges<T>(
  folders: ContentFolders,
  changes: readonly FileChange[],
  act: (changed: ContentFolders) => T,
): T {
  return withWorkspace((workspace) => {
    const changed = {
      content: join(workspace, 'content'),
      ...(folders.whereabouts !== undefined && { whereabouts: join(workspace, 'whereabouts') }),
    };
    cpSync(folders.content, changed.content, { recursive: true });
    if (folders.whereabouts !== undefined && changed.whereabouts !== undefined)
      cpSync(folders.whereabouts, changed.whereabouts, { recursive: true });
    for (const { path, after } of changes) put(join(folderOf(path, changed), path), after);
    return act(changed);
  });
}

/** What the content check would say of the content with the changes made; nothing of the content is touched. */
export const problemsWith = (
  folders: ContentFolders,
  changes: readonly FileChange[],
  today: string,
): readonly Problem[] =>
  withChanges(folders, changes, ({ content, whereabouts }) =>
    inOwn(loadContent(content, { today, whereabouts }).problems, { content, whereabouts, copyOf: folders }),
  );

/** The changes as files to be written. */
export const draftsOf = (folders: ContentFolders, changes: readonly FileChange[]): FileChange[] =>
  changes.map(({ path, after }) => ({ path: join(folderOf(path, folders), path), after }));
