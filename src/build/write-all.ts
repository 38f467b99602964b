import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf, sweep } from '../command/aside.ts';
import { makeFolder } from '../command/folders.ts';
import { Failure, told } from '../command/told.ts';
import type { FileChange } from '../editing/files.ts';

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

function place(change: FileChange): void {
  if (change.after !== undefined) return renameSync(asideOf(change.path), change.path);
  rmSync(change.path, { force: true });
  withoutEmpty(dirname(change.path));
}

/** Writes all files or none: first beside the old ones, then each in its place; a failure puts back what was. */
export function writeAll(changes: readonly FileChange[]): void {
  const begun: FileChange[] = [];
  const placed = new Map<string, Uint8Array | undefined>();
  for (const folder of new Set(changes.map(({ path }) => dirname(path)))) sweep(folder);
  try {
    for (const change of changes) {
      if (change.after === undefined) continue;
      makeFolder(dirname(change.path));
      begun.push(change);
      writeFileSync(asideOf(change.path), change.after);
    }
    for (const change of changes) {
      const isFile = statSync(change.path, { throwIfNoEntry: false })?.isFile();
      const before = isFile ? readFileSync(change.path) : undefined;
      place(change);
      placed.set(change.path, before);
    }
  } catch (error) {
    for (const [path, before] of placed) putBack(path, before);
    for (const change of begun) rmSync(asideOf(change.path), { force: true });
    throw new Failure(`没有写成，已全部恢复原样：${told(error)}`);
  }
}
