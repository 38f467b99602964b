import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../command/folders.ts';
import { isFolder } from '../catalogue/read-folder.ts';
import { Failure, ROOT } from '../command/command.ts';
import { leftoversOf, sweepLeftovers } from '../command/leftovers.ts';
import { RELEASE_FILE } from '../release/about.ts';
import { hasCode } from '../command/told.ts';

/** Why a folder is left as it is. */
export const notOurs = (out: string): Failure =>
  new Failure(`${out} 不是本程序生成的网站，不能覆盖。请用 --out 指定另一个文件夹。`);

/** What a folder is called for the moment in which another takes its place. */
const replacedOf = (out: string) => `${out}.replaced-${process.pid}`;

/** Puts the site back in its place that a run was just replacing when it was killed. */
function putBackReplaced(out: string): void {
  if (existsSync(out)) return;
  const left = leftoversOf(replacedOf(out).replace(/\d+$/, ''));
  const old = left.find((one) => existsSync(join(one, RELEASE_FILE)));
  if (old !== undefined) renameSync(old, out);
}

/**
 * Refuses to replace a folder that is not a built site: a slip in `--out` must not cost anyone their files. A site that
 * Astro alone was stopped at tells nothing of itself yet; it lies in the project's own `dist`. What a killed run has left
 * without a site has its old one again first.
 */
export function requireReplaceable(out: string): void {
  putBackReplaced(out);
  if (!existsSync(out)) return;
  if (!isFolder(out)) throw notOurs(out);
  const marks = out === join(ROOT, 'dist') ? [RELEASE_FILE, '404.html'] : [RELEASE_FILE];
  const ours = readdirSync(out).length === 0 || marks.some((name) => existsSync(join(out, name)));
  if (!ours) throw notOurs(out);
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Moves a folder, copying where the other place is on another disk. */
function move(from: string, to: string): void {
  makeFolder(dirname(to));
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
    remove(from);
  }
}

/**
 * Puts a finished folder in the place of another, which `dispose` then has: whoever looks sees the old one or the new
 * one, whole.
 */
function swap(fresh: string, out: string, dispose: (old: string) => void): void {
  const old = replacedOf(out);
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(fresh, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw new Failure(`无法写入 ${out}：${error instanceof Error ? error.message : error}`);
  }
  if (existsSync(old)) dispose(old);
}

/** Runs some work and removes the given folders after it, also when it fails or the process is interrupted. */
async function leavingNothing<T>(folders: readonly string[], work: () => Promise<T>): Promise<T> {
  const cleanUp = () => folders.forEach(remove);
  const interrupted = () => process.exit(130);
  process.once('exit', cleanUp).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work();
  } finally {
    cleanUp();
    process.off('exit', cleanUp).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/**
 * Lets `make` fill the folder `workshop`, then puts it in the place of `out`. When `make` fails or the
 * process is interrupted, `out` stays as it was and nothing unfinished is left; what a killed one left goes too.
 */
export function replaceFolder<T>(
  out: string,
  workshop: string,
  make: () => Promise<T>,
  dispose: (old: string, made: T) => void = remove,
): Promise<T> {
  const fresh = `${out}.building-${process.pid}`;
  for (const folder of [fresh, workshop, replacedOf(out)]) sweepLeftovers(folder.replace(/\d+$/, ''));
  return leavingNothing([workshop, fresh], async () => {
    // Where nothing can be written, nobody waits for a site first.
    makeFolder(fresh);
    remove(fresh);
    const result = await make();
    move(workshop, fresh);
    swap(fresh, out, (old) => dispose(old, result));
    return result;
  });
}
