/** Takes out scripts that no page asks for: Astro bundles those of every component, pages that were not made included. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { filesBelow } from './stamp.ts';

const TEXTS = new Set(['.html', '.js', '.css']);

/** How a page names a bundled file, and how bundled files name each other. */
const IN_PAGES = /_astro\/([\w.~-]+)/g;
const IN_BUNDLE = /([\w.~-]+\.\w+)/g;

/** Files of the bundle that are named by a page, or by a file that is itself named. */
function reached(pages: readonly string[], bundle: readonly string[]): Set<string> {
  const byName = new Map(bundle.map((file) => [basename(file), file]));
  const found = new Set<string>();
  const read = [...pages];
  for (const file of read) {
    const names = readFileSync(file, 'utf8').matchAll(file.endsWith('.html') ? IN_PAGES : IN_BUNDLE);
    for (const [, name = ''] of names) {
      const one = byName.get(name);
      if (!one || found.has(one)) continue;
      found.add(one);
      if (TEXTS.has(extname(one))) read.push(one);
    }
  }
  return found;
}

/** Removes what nothing names from the folder of bundled files; returns how many files went. */
export function dropUnused(folder: string): number {
  const bundled = join(folder, '_astro');
  if (!existsSync(bundled)) return 0;
  const bundle = filesBelow(bundled);
  const pages = filesBelow(folder).filter((file) => file.endsWith('.html'));
  const used = reached(pages, bundle);
  const unused = bundle.filter((file) => !used.has(file));
  for (const file of unused) rmSync(file);
  return unused.length;
}
