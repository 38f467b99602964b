/** Where what is compiled of the program is kept: by everything that it is compiled from. */
import { createHash } from 'node:crypto';
import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../catalogue/entry.ts';
import { COMPILED_KINDS } from '../../catalogue/read-to-compile.ts';
import type { OpenBuild } from '../open.ts';
import { dropOldest, programHash } from '../stamp.ts';

/** How many are kept: the site's own, under another path, in a preview. */
const KEPT = 8;

const folderOf = (root: string) => join(root, '.cache', 'renderer');

const compiledTexts = ({ contents }: OpenBuild) =>
  COMPILED_KINDS.flatMap((kind) => contents.of(kind) as readonly Entry[]);

/**
 * The folder for what is compiled for a build: a hash of the program, the texts that it compiles, and the settings that
 * are written into it.
 */
export function keptFolder(build: OpenBuild): string {
  const { root, settings } = build;
  const hash = createHash('sha256').update(programHash());
  for (const { file, text } of compiledTexts(build)) hash.update(`${file}\0${text}\0`);
  const { site, base, explicitIndex } = settings;
  const place = [process.version, root, site, base, explicitIndex ?? false];
  return join(folderOf(root), hash.update(place.join('\0')).digest('hex').slice(0, 32));
}

/** Whether a build can render with what is kept there; it then counts as used. */
export function isKept(kept: string): boolean {
  if (!existsSync(kept)) return false;
  utimesSync(kept, new Date(), new Date());
  return true;
}

/** Keeps no more than that. */
export const dropOldestKept = (root: string): void => dropOldest(folderOf(root), KEPT);
