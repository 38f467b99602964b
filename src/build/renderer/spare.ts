/**
 * What the last site shares with the one before it, kept in `.cache/spare`, safe to delete: a new site that begins with
 * it makes only what is new. What the last site does not hold itself is not kept: it may have been withdrawn, or tell
 * where somebody was.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dropOldest } from '../stamp.ts';
import { type Made, markOf, sameMark } from './made.ts';

/** How many are kept: of the site's own folder, and under another path. */
const KEPT = 2;

/** Where the one for a folder lies. */
export const spareFor = (root: string, out: string): string =>
  join(root, '.cache', 'spare', hash('sha256', out).slice(0, 32));

/**
 * Puts away, of a site that another has taken the place of, the files that both have, linked, by their names; on another
 * disk it goes.
 */
export function putAway(old: string, spare: string, shared: ReadonlySet<string>): void {
  rmSync(spare, { recursive: true, force: true });
  if (shared.size === 0) return rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(spare), { recursive: true });
  remove(
    old,
    allBelow(old).filter((file) => !shared.has(file)),
  );
  try {
    renameSync(old, spare);
    dropOldest(dirname(spare), KEPT);
  } catch {
    rmSync(old, { recursive: true, force: true });
  }
}

export interface Spare {
  /** Whether a file lies there that is that of the last site. */
  readonly has: (file: string) => boolean;
  /** Says that a file belongs to the new site. */
  readonly use: (file: string) => void;
  /** Takes a file away: nothing is ever written into one that the last site has as well. */
  readonly drop: (file: string) => void;
  /** Takes away which files do not belong to the new site. */
  readonly sweep: (which: (file: string) => boolean) => void;
}

/** Every file of a folder, hidden ones too, from there. */
const allBelow = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** Takes files away, and the folders that they leave empty. */
function remove(folder: string, files: Iterable<string>): void {
  const left = new Set<string>();
  for (const file of files) {
    rmSync(join(folder, file), { force: true });
    left.add(dirname(file));
  }
  for (const one of left) withoutEmpty(folder, one);
}

function withoutEmpty(folder: string, below: string): void {
  if (below === '.') return;
  try {
    rmdirSync(join(folder, below));
  } catch {
    return;
  }
  withoutEmpty(folder, dirname(below));
}

/** Moves it there, if that can be done. */
function takeUp(spare: string, folder: string): void {
  try {
    renameSync(spare, folder);
  } catch {
    rmSync(spare, { recursive: true, force: true });
  }
}

/** Has a new site begin in `folder` with what lies at `spare` of the files with such marks, those of the last site. */
export function beginWith(spare: string, folder: string, marks: Made['marks']): Spare {
  takeUp(spare, folder);
  const found = existsSync(folder) ? allBelow(folder) : [];
  const there = new Set(found.filter((file) => sameMark(marks[file], markOf(join(folder, file)))));
  remove(
    folder,
    found.filter((file) => !there.has(file)),
  );
  const used = new Set<string>();
  return {
    has: (file) => there.has(file),
    use: (file) => used.add(file),
    drop: (file) => {
      if (there.delete(file)) rmSync(join(folder, file));
    },
    sweep: (which) => {
      const gone = [...there].filter((file) => !used.has(file) && which(file));
      for (const file of gone) there.delete(file);
      remove(folder, gone);
    },
  };
}
