/** What a page or a script of the built site loads of the hashed files in `_astro/`, however deep. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFacts } from '../facts.ts';

/** In scripts by address or beside themselves. */
const NAMED = /(?:\/_astro\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g;

const namedIn = (text: string) => [...text.matchAll(NAMED)].map(([, name = '']) => name);

/** Paths below the base of everything that pages load, in the order of first mention. */
export function loadsOf(folder: string, pages: readonly PageFacts[]): string[] {
  const found = new Set<string>();
  const look = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    namedIn(readFileSync(join(folder, '_astro', name), 'utf8')).forEach(look);
  };
  for (const { bundled } of pages) bundled.filter((name) => /\.(?:js|css)$/.test(name)).forEach(look);
  return [...found].map((name) => `/_astro/${name}`);
}
