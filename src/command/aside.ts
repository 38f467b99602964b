/** Files written beside the place that they take: whoever reads sees the old one or the new one, whole. */
import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ASIDE, isFolder } from '../catalogue/read-folder.ts';
import { makeFolder } from './folders.ts';
import { hasCode } from './told.ts';

const MINUTE = 60_000;

/** What a file is called until it is whole. */
export const asideOf = (file: string): string => join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);

/** Puts a file in the place of another. */
export function replaceFile(file: string, body: string | Uint8Array): void {
  makeFolder(dirname(file));
  const aside = asideOf(file);
  try {
    writeFileSync(aside, body);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

type LayDown = (aside: string, file: string) => void;
const asCopy: LayDown = (aside, file) => copyFileSync(aside, file, constants.COPYFILE_EXCL);

/**
 * Lays a file down whole in one step, where there is none: of two who come at once, one finds that of the other.
 * As a copy on a disk without links (memory sticks, shares). Throws where it cannot be put there.
 */
export function layDown(aside: string, file: string, lay: LayDown = linkSync): boolean {
  try {
    lay(aside, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (lay === asCopy) throw error;
    return layDown(aside, file, asCopy);
  }
}

/**
 * Takes away what a run that was cut off (power, kill) left of such files in a folder, and below it where it is told to.
 * By their age: on a disk that machines share, the one who writes may be a process of another.
 */
export function sweep(folder: string, { below = false } = {}): void {
  if (!isFolder(folder)) return;
  for (const name of readdirSync(folder, { recursive: below, encoding: 'utf8' })) {
    const file = join(folder, name);
    const age = () => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (ASIDE.test(basename(name)) && age() > MINUTE) rmSync(file, { force: true });
  }
}
