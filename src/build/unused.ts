/** Takes out scripts that no page asks for: Astro bundles those of every component, pages that were not made included. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { filesBelow } from './stamp.ts';

const TEXTS = new Set(['.html', '.js', '.css']);

/** Files of the bundle that are named by a page, or by a file that is itself named. */
function reached(pages: readonly string[], bundle: readonly string[]): Set<string> {
  const found = new Set<string>();
  const read = [...pages];
  for (const file of read) {
    const text = readFileSync(file, 'utf8');
    for (const one of bundle)
      if (!found.has(one) && text.includes(basename(one))) {
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
