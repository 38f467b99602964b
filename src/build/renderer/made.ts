/**
 * What is known of the files of the last build into a folder, so that the next one takes over those that it would make
 * just so: what each was made from, and what later steps need of it. Kept in `.cache/made`, safe to delete; of another
 * program, other settings or another day it says nothing, and a file that has been touched since is made anew.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageFacts } from '../facts.ts';
import { dropOldest } from '../stamp.ts';
import type { Spare } from './spare.ts';
import type { ReadPlaces } from './table.ts';

/** A file as the disk knows it: size, time and place change with it. */
export type FileMark = readonly [size: number, changed: number, place: number];

/** What one file of the site was made from. */
export interface MadeFrom {
  /** The digest of what it was handed. */
  readonly props: string;
  /** What it read. */
  readonly reads: ReadPlaces;
  /** Of a page, the digest of what was rendered, before it was finished. */
  readonly rendered?: string | undefined;
}

/** Something that was made for pages, with what was read for it. */
interface KeptPart {
  readonly made: unknown;
  readonly reads: ReadPlaces;
}

export interface Made {
  /** What compiled the pages, and for which instant. */
  readonly program: string;
  /** What was read, by the names that the recorder gives, with its digest. */
  readonly reads: readonly (readonly [read: string, digest: string])[];
  /** Reads that often come together. */
  readonly groups: readonly ReadPlaces[];
  readonly files: Readonly<Record<string, MadeFrom>>;
  /** What pages had kept, by the names that they gave. */
  readonly parts: Readonly<Record<string, KeptPart>>;
  readonly facts: Readonly<Record<string, PageFacts>>;
  /** Digests of what whole steps were made from. */
  readonly steps: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, FileMark>>;
}

/** How many are kept: of the site's own folder, under another path, in a preview. */
const KEPT = 8;

const recordFor = (root: string, out: string) =>
  join(root, '.cache', 'made', `${createHash('sha256').update(out).digest('hex').slice(0, 32)}.json`);

/** What is known of the files in a folder that this program made for this instant; undefined where it is nothing. */
export function readMade(root: string, out: string, program: string): Made | undefined {
  try {
    const made = JSON.parse(readFileSync(recordFor(root, out), 'utf8')) as Made;
    return made.program === program ? made : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is known, whole or not at all. */
export function writeMade(root: string, out: string, made: Made): void {
  const file = recordFor(root, out);
  const fresh = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(fresh, JSON.stringify(made));
  renameSync(fresh, file);
  dropOldest(dirname(file), KEPT);
}

/** The mark of a file; undefined where there is none. */
export function markOf(path: string): FileMark | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && [stat.size, stat.mtimeMs, stat.ino];
}

/** The marks of files below a folder. */
export const marksOf = (folder: string, files: Iterable<string>): Made['marks'] =>
  Object.fromEntries(
    [...files].flatMap((file) => {
      const mark = markOf(join(folder, file));
      return mark ? [[file, mark]] : [];
    }),
  );

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a file into a second place as well: by a link, or as a copy on another disk or one without links; true where it
 * is the same file still.
 */
function place(from: string, to: string): boolean {
  if (linked(from, to)) return true;
  mkdirSync(dirname(to), { recursive: true });
  if (linked(from, to)) return true;
  copyFileSync(from, to);
  return false;
}

/** Whether both marks are those of one file that nobody has touched in between. */
export const sameMark = (one: FileMark | undefined, other: FileMark | undefined): boolean =>
  one !== undefined && other !== undefined && one.every((part, at) => part === other[at]);

/**
 * Takes files of one folder over into another, where they may lie already, that nobody has touched since; all or none.
 * `stays` hears of each whose mark holds there too.
 */
export function takeOver(
  from: string,
  to: string,
  files: readonly string[],
  {
    marks,
    spare,
    stays,
  }: { readonly marks: Made['marks']; readonly spare: Spare; readonly stays: (file: string) => void },
): boolean {
  if (!files.every((file) => sameMark(marks[file], markOf(join(from, file))))) return false;
  for (const file of files) {
    if (spare.has(file) || place(join(from, file), join(to, file))) stays(file);
    spare.use(file);
  }
  return true;
}
