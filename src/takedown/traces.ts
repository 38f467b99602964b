/** What builds leave beside the content: caches, half-made and former sites, archives. All of it can be made again. */
import { existsSync, readdirSync, statSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { ROOT } from '../command/command.ts';
import { leftoversOf } from '../command/leftovers.ts';
import { filesHolding, holds } from './search.ts';

/** Folders whose entries may go one by one, from the folder that holds the content. */
const CACHES = ['.astro', '.cache', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache'];

/** What the program keeps of contents that it has read and sites that it has made, wherever they lie. */
const KEPT = ['made', 'checked', 'spare'].map((name) => join(ROOT, '.cache', name));

/** A site half made, wherever it was to lie, and the number of the process that was killed. */
const HALF_MADE = join(ROOT, '.cache', 'building-');

/** Made of the program and of no content, and running just now. */
const PROGRAM_ITSELF = join('.cache', 'program');

const entriesOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

/** A repository that is kept there holds what somebody wrote, and a history besides. */
const isCheckout = (path: string) => existsSync(join(path, '.git'));

/** Whole entries: a search index tells what stood on a page without naming it. */
function isTrace(path: string, needles: readonly string[]): boolean {
  if (!statSync(path).isDirectory()) return holds(basename(path), readFileSync(path), needles);
  return !isCheckout(path) && filesHolding(path, needles).length > 0;
}

const FORMER = /^\.(?:old|(?:building|replaced)-\d+)$/;

/**
 * The entries of the caches beside the content and of the program, and former sites beside the built one, that hold any
 * of the words; never one in which a folder lies that is in use.
 */
export function tracesOf(
  { content, out, whereabouts = content }: { content: string; out: string; whereabouts?: string | undefined },
  needles: readonly string[],
): string[] {
  const former = entriesOf(dirname(out)).filter(
    (path) => path.startsWith(out) && FORMER.test(path.slice(out.length)),
  );
  const inUse = (path: string) =>
    path.endsWith(sep + PROGRAM_ITSELF) ||
    [content, out, whereabouts].some((one) => one === path || one.startsWith(path + sep));
  const cached = [...CACHES.map((name) => join(dirname(content), name)), ...KEPT].flatMap(entriesOf);
  return [...new Set([...former, ...cached, ...leftoversOf(HALF_MADE)])].filter(
    (path) => !inUse(path) && isTrace(path, needles),
  );
}

/** The archives with the checksums that name them. */
export function withSums(folder: string, archives: readonly string[]): string[] {
  const sums = archives.map((name) => name.replace(/\.(?:tar\.gz|zip)$/, '.sha256'));
  return [...new Set([...archives, ...sums.filter((name) => existsSync(join(folder, name)))])];
}
