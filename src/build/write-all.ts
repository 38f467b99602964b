import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf, sweep } from '../command/aside.ts';
import { makeFolder } from '../command/folders.ts';
import { Failure, told } from '../command/told.ts';

/** A file as it is to be; `after` is undefined for one that goes. */
export interface Draft {
  readonly path: string;
  readonly after: string | Uint8Array | undefined;
}

function putBack(path: string, before: Uint8Array | undefined): void {
  if (before === undefined) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, before);
}

/** Takes folders away that a file has left empty. */
function withoutEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  withoutEmpty(dirname(folder));
}

function place(draft: Draft): void {
  if (draft.after !== undefined) return renameSync(asideOf(draft.path), draft.path);
  rmSync(draft.path, { force: true });
  withoutEmpty(dirname(draft.path));
}

/** Writes all files or none: first beside the old ones, then each in its place; a failure puts back what was. */
export function writeAll(drafts: readonly Draft[]): void {
  const begun: Draft[] = [];
  const placed = new Map<string, Uint8Array | undefined>();
  for (const folder of new Set(drafts.map(({ path }) => dirname(path)))) sweep(folder);
  try {
    for (const draft of drafts) {
      if (draft.after === undefined) continue;
      makeFolder(dirname(draft.path));
      begun.push(draft);
      writeFileSync(asideOf(draft.path), draft.after);
    }
    for (const draft of drafts) {
      const isFile = statSync(draft.path, { throwIfNoEntry: false })?.isFile();
      const before = isFile ? readFileSync(draft.path) : undefined;
      place(draft);
      placed.set(draft.path, before);
    }
  } catch (error) {
    for (const [path, before] of placed) putBack(path, before);
    for (const draft of begun) rmSync(asideOf(draft.path), { force: true });
    throw new Failure(`没有写成，已全部恢复原样：${told(error)}`);
  }
}
