/** Remembers what a site was built from, so that nothing is built twice. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Contents } from '../catalogue/contents.ts';
import { contentHash } from '../catalogue/revision.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { PROGRAM, ROOT } from '../command/command.ts';
import { ownOf, type ContentFolders } from '../command/folders.ts';
import { historyKey } from '../release/history/read.ts';
import { CALLER, type Settings } from './settings.ts';

/** What is known about a finished build. */
export interface BuildRecord {
  readonly inputs: string;
  readonly base: string;
  readonly site: string | undefined;
  readonly pages: number;
  /** How many offices were set aside for errors in their content. */
  readonly quarantined: number;
}

const SOURCES = [
  'src',
  'national',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
];

/** Every file below a folder (or the file itself), sorted; hidden ones only where asked for. */
export function filesBelow(path: string, hidden = false): string[] {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && (hidden || !entry.name.startsWith('.')))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** How many pages a built folder holds. */
export const countPages = (out: string): number =>
  existsSync(out) ? filesBelow(out).filter((file) => file.endsWith('.html')).length : 0;

function addFile(hash: ReturnType<typeof createHash>, name: string, path: string): void {
  hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
}

let known: string | undefined;

/** A hash of the program and what the project adds to it: code, files served as they are, settings, packages. */
export function programHash(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const root of new Set([PROGRAM, ROOT]))
    for (const source of SOURCES.map((name) => join(root, name)).filter(existsSync)) {
      // What is served as it is may be hidden: `.htaccess`, `.well-known`.
      const files = /\.\w+$/.test(source) ? [source] : filesBelow(source, basename(source) === 'public');
      for (const file of files) addFile(hash, relative(root, file), file);
    }
  return (known = hash.digest('hex'));
}

/** Removes what has not been used for longest from a folder of `.cache`; so many are kept. */
export function dropOldest(folder: string, kept: number): void {
  const byAge = (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of byAge.slice(kept)) rmSync(old, { recursive: true, force: true });
}

/** One hash over everything that a build depends on, the day included: what is stale changes with it. */
export function hashInputs(
  { contents, settings }: { readonly contents: Contents; readonly settings: Settings },
  folders: ContentFolders,
): string {
  const hash = createHash('sha256')
    .update(programHash())
    .update(contentHash(contents, ({ text }) => text));
  const day = CALLER['SOURCE_DATE_EPOCH'] ?? dateInShanghai(settings.now);
  const place = `${settings.site}\0${settings.base}\0${settings.explicitIndex ?? false}`;
  return hash.update(`${place}\0${day}\0${historyKey(ownOf(folders).content)}`).digest('hex');
}

/** What the build that lies in a folder is called in `.cache`. */
export const recordName = (out: string): string =>
  `build-${createHash('sha256').update(out).digest('hex').slice(0, 16)}`;

const recordFile = (out: string) => join(ROOT, '.cache', `${recordName(out)}.json`);

/** The record of the build that lies in a folder; undefined when there is none or its pages are not all there. */
export function readRecord(out: string): BuildRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(recordFile(out), 'utf8')) as BuildRecord;
    return record.pages > 0 && countPages(out) === record.pages ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the record of a finished build. */
export function writeRecord(out: string, record: BuildRecord): void {
  mkdirSync(dirname(recordFile(out)), { recursive: true });
  writeFileSync(recordFile(out), `${JSON.stringify(record, null, 2)}\n`);
}
