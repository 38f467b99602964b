/** The mark in a folder of who changes it: laid, and taken away, each in one step. */
import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layDown } from '../command/aside.ts';
import { makeFolder } from '../command/folders.ts';
import { hasCode } from '../command/told.ts';
import { LOCK_FILE } from './place.ts';

/** Does something with a file that may not be there; undefined where it is not. */
function ifThere<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The mark that lies in a folder. */
export const markIn = (folder: string): string | undefined =>
  ifThere(() => readFileSync(join(folder, LOCK_FILE), 'utf8'));

/** Beside the mark, for a moment: by chance, as machines that share a disk count their processes alike. */
const besideMark = (folder: string) => join(folder, `.${LOCK_FILE}.${randomInt(10 ** 12)}.tmp`);

/** Lays a mark into a folder; where there is one already, that is the answer. */
export function hold(folder: string, mark: string): string | undefined {
  makeFolder(folder);
  const aside = besideMark(folder);
  try {
    writeFileSync(aside, mark);
    return layDown(aside, join(folder, LOCK_FILE)) ? undefined : (markIn(folder) ?? '');
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Takes this mark away. Moved before it is removed: that of another, which had just come, is laid down again. */
export function letGo(folder: string, mark: string): void {
  if (markIn(folder) !== mark) return;
  const [file, aside] = [join(folder, LOCK_FILE), besideMark(folder)];
  ifThere(() => {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== mark) layDown(aside, file);
    rmSync(aside, { force: true });
  });
}
