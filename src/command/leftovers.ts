/** Folders of work in progress, named by the process that fills them, so that the next one can tell what nobody needs. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './told.ts';

/** Whether a process runs; one of somebody else's counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What killed processes left: everything that is called `<prefix><number of a process that is no more>…`. */
export const leftoversOf = (prefix: string): string[] =>
  namesIn(dirname(prefix)).flatMap((name) => {
    const pid = /^\d+(?=-|$)/.exec(name.slice(basename(prefix).length))?.[0];
    const left = name.startsWith(basename(prefix)) && pid !== undefined && !isAlive(Number(pid));
    return left ? [join(dirname(prefix), name)] : [];
  });

/** Removes what killed processes left; see `leftoversOf`. */
export function sweepLeftovers(prefix: string): void {
  for (const path of leftoversOf(prefix)) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}

/** A new folder for work in progress, where the system keeps such; those that killed processes left are removed. */
export function workFolder(name: string): string {
  const prefix = join(tmpdir(), `open-office-${name}-`);
  sweepLeftovers(prefix);
  return mkdtempSync(`${prefix}${process.pid}-`);
}
