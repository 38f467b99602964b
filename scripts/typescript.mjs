// Lets Node run the TypeScript of this package: inside node_modules it does not by itself, nor keeps what it made of it.
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = new URL('..', import.meta.url).href;
/** Where modules without their types are kept, by what they were made from; safe to delete. */
const KEPT = process.env['NODE_COMPILE_CACHE'] && join(process.env['NODE_COMPILE_CACHE'], 'without-types');

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Keeps a text, whole or not at all; a folder that nothing can be written to is no reason to stop. */
function keep(file, text) {
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    return;
  }
}

/** Without Node's word that this is an experiment: whoever runs a command cannot do anything about it. */
function strip(source) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** A module without its types. */
function stripped(source) {
  if (!KEPT) return strip(source);
  const file = join(KEPT, hash('sha1', `${process.version}\0${source}`));
  const known = read(file);
  if (known !== undefined) return known;
  const text = strip(source);
  keep(file, text);
  return text;
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(PACKAGE) || !/\.ts(?:\?|$)/.test(url)) return next(url, context);
    const source = stripped(readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'module', shortCircuit: true, source };
  },
});
