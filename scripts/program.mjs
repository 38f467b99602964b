// The program as JavaScript: once imported, Node finds the modules that a process begins with bundled with all that they
// need, so that a command opens a handful of files and not a thousand (and starts inside node_modules, where Node runs no
// TypeScript). What was bundled serves as long as none of the files it was made from has been touched.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MODULES, PROGRAM } from './run.mjs';

const KEPT = join(MODULES, '..', '.cache', 'program');
const LIST = join(KEPT, 'kept.json');
const DAY_MS = 86_400_000;
/** How far the times of files may lag behind the clock. */
const TICK_MS = 20;

/** Bundles into a folder; the files that it was made from. Where that fails, the other process has told why. */
function bundleInto(folder) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 25 };
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(PROGRAM, 'scripts', 'bundle.mjs'), folder],
    options,
  );
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout);
}

/** What changes when a file is written, replaced or gone, even by one as long and as old. */
function marksOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? [stat.size, stat.ino, stat.mtimeMs, stat.ctimeMs].join(' ') : 'gone';
}

/** The folder that is kept, if all that it was made from is as it was. */
function kept() {
  try {
    const { folder, node, marks } = JSON.parse(readFileSync(LIST, 'utf8'));
    const serves =
      node === process.version && Object.entries(marks).every(([file, was]) => marksOf(file) === was);
    return serves ? join(KEPT, folder) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes away what nobody can be running any more. */
function sweep() {
  for (const name of readdirSync(KEPT)) {
    const stat = statSync(join(KEPT, name), { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > DAY_MS)
      rmSync(join(KEPT, name), { recursive: true, force: true });
  }
}

/** A folder to keep things in; where nothing can be kept, one of this process's own. */
function newFolder(since) {
  try {
    mkdirSync(KEPT, { recursive: true });
    sweep();
    return mkdtempSync(join(KEPT, `${since}-`));
  } catch {
    const folder = mkdtempSync(join(tmpdir(), 'open-office-program-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }
}

/** Bundles the program; whoever writes a file meanwhile has it bundled anew the next time. */
function make() {
  const since = Date.now();
  const folder = newFolder(since);
  const files = bundleInto(folder);
  const late = files.some((file) => statSync(file).ctimeMs >= since - TICK_MS);
  if (late || !folder.startsWith(KEPT)) return folder;
  const marks = Object.fromEntries(files.map((file) => [file, marksOf(file)]));
  const list = { folder: relative(KEPT, folder), node: process.version, marks };
  writeFileSync(`${LIST}.${process.pid}`, JSON.stringify(list));
  renameSync(`${LIST}.${process.pid}`, LIST);
  return folder;
}

const folder = kept() ?? make();
// `src/build/remember.ts` keeps what this very program has found out.
globalThis[Symbol.for('open-office.program')] = basename(folder);

/** The module as it was bundled, of one that a process begins with. */
function bundled(url) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return undefined;
  const path = relative(PROGRAM, fileURLToPath(url));
  const file = join(folder, path.replace(/ts$/, 'mjs'));
  return !path.startsWith(`..${sep}`) && existsSync(file) ? pathToFileURL(file).href : undefined;
}

/** Where what is bundled and compiled lies: there a module names the file beside it as it is, and none is a link. */
const MADE = pathToFileURL(join(MODULES, '..', '.cache', sep)).href;
const isMade = (specifier, parent) => parent?.startsWith(MADE) && /^\.{1,2}\/.*\.mjs$/.test(specifier);

registerHooks({
  resolve(specifier, context, next) {
    // Node asks the disk about every step of every path; there are a thousand of these.
    if (isMade(specifier, context.parentURL))
      return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
    const found = next(specifier, context);
    const url = bundled(found.url);
    return url ? { ...found, url, format: 'module' } : found;
  },
});
