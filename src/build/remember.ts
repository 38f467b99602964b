/**
 * Keeps in `.cache/checked` what a check found out about files, for the next check of the same folder by the same
 * program; safe to delete.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keeping, type KeptFiles, type Keeping } from '../catalogue/keeping.ts';
import { ROOT } from '../command/command.ts';
import { dropOldest, programHash } from './stamp.ts';

interface Kept {
  readonly program: string;
  readonly files: KeptFiles;
}

/** How many folders are remembered: the content, copies of it in previews. */
const KEPT = 8;

function readKept(file: string, program: string): KeptFiles {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.program === program ? kept.files : {};
  } catch {
    return {};
  }
}

/** Whole or not at all; where it cannot be written, the next check does without. */
function writeKept(file: string, kept: Kept): void {
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, JSON.stringify(kept));
    renameSync(fresh, file);
    dropOldest(dirname(file), KEPT);
  } catch {
    return;
  }
}

/** Where `scripts/program.mjs` leaves the name of the program as it was bundled, which no other has. */
const BUNDLED = Symbol.for('open-office.program');

const programOf = () =>
  `${(globalThis as { [BUNDLED]?: string })[BUNDLED] ?? programHash()} ${process.version}`;

const fileOf = (folder: string) =>
  join(ROOT, '.cache', 'checked', `${hash('sha256', folder).slice(0, 32)}.json`);

/** What is remembered of a content folder; of what is found out with it nothing is. */
export const remembered = (folder: string): Keeping => keeping(readKept(fileOf(folder), programOf()));

/** Has a content folder checked with what is remembered of it, and remembers what is found out. */
export function remembering<T>(folder: string, check: (known: Keeping) => T): T {
  const file = fileOf(folder);
  const program = programOf();
  const before = readKept(file, program);
  const known = keeping(before);
  const checked = check(known);
  const files = known.files();
  if (files !== before) writeKept(file, { program, files });
  return checked;
}
