/** What a page or a script of the built site loads of the hashed files in `_astro/`, however deep. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In pages by address, in scripts by address or beside themselves. */
const NAMED = /(?:\/_astro\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g;

const namedIn = (text: string) => [...text.matchAll(NAMED)].map(([, name = '']) => name);

/** Paths below the base of everything that the files load, in the order of first mention. */
export function loadsOf(folder: string, files: readonly string[]): string[] {
  const found = new Set<string>();
  const look = (file: string) => {
    for (const name of namedIn(readFileSync(file, 'utf8'))) {
      if (found.has(name)) continue;
      found.add(name);
      look(join(folder, '_astro', name));
    }
  };
  files.forEach(look);
  return [...found].map((name) => `/_astro/${name}`);
}
