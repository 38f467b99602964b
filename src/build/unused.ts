/** Takes out scripts that no page asks for: Astro bundles those of every component, pages that were not made included. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { SiteFacts } from './facts.ts';
import { filesBelow } from './stamp.ts';

const TEXTS = new Set(['.js', '.css']);

/** How bundled files name each other. */
const IN_BUNDLE = /([\w.~-]+\.\w+)/g;

/** Files of the bundle that are named by a page, or by a file that is itself named. */
function reached(facts: SiteFacts, bundle: readonly string[]): Set<string> {
  const byName = new Map(bundle.map((file) => [basename(file), file]));
  const found = new Set<string>();
  const look = (name: string) => {
    const file = byName.get(name);
    if (!file || found.has(file)) return;
    found.add(file);
    if (!TEXTS.has(extname(file))) return;
    for (const [, other = ''] of readFileSync(file, 'utf8').matchAll(IN_BUNDLE)) look(other);
  };
  for (const { bundled } of facts.values()) bundled.forEach(look);
  return found;
}

/** Removes what no page of the site asks for from the folder of bundled files; returns how many files went. */
export function dropUnused(folder: string, facts: SiteFacts): number {
  const bundled = join(folder, '_astro');
  if (!existsSync(bundled)) return 0;
  const bundle = filesBelow(bundled);
  const used = reached(facts, bundle);
  const unused = bundle.filter((file) => !used.has(file));
  for (const file of unused) rmSync(file);
  return unused.length;
}
