/** Bundles the service worker of a built site into its one file; what was bundled before comes from `.cache/worker`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORKER } from '../../domain/offline.ts';
import { URGENT_FILE } from '../../domain/search/urgent-file.ts';
import { paths, withBase } from '../../domain/urls.ts';
import { PROGRAM, ROOT } from '../../command/command.ts';
import type { SiteFacts } from '../facts.ts';
import { dropOldest, programHash } from '../stamp.ts';
import { pageFile } from './lists.ts';
import { markOf } from './mark.ts';
import { loadsOf } from './loads.ts';

const ICON = '/favicon.svg';

/** The offline page and what it loads, as Workbox wants it; hashed files need no revision. */
function precacheOf(folder: string, base: string, facts: SiteFacts) {
  const page = facts.get(pageFile(paths.offline));
  // Whom people in danger call is there from the first moment.
  const files = [ICON, URGENT_FILE].map((url) => ({
    url,
    revision: markOf(readFileSync(join(folder, url), 'latin1')),
  }));
  const marked = [{ url: paths.offline, revision: page?.mark ?? null }, ...files];
  const hashed = loadsOf(folder, page ? [page] : []).map((url) => ({ url, revision: null }));
  return [...marked, ...hashed].map(({ url, revision }) => ({ url: withBase(base, url), revision }));
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { build } = await import('vite');
  const out = await build({
    configFile: false,
    root: PROGRAM,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      target: 'chrome86',
      modulePreload: false,
      rollupOptions: { input: join(PROGRAM, 'src/worker', entry), output: { format: 'iife' } },
    },
  });
  const [result] = [out].flat();
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry}: nothing was bundled`);
  return chunk.code;
}

/** How many bundles are kept: the site's own, under another path, in a preview. */
const KEPT = 8;

/** A bundle, from what is kept of earlier ones where the program is the same. */
async function bundled(entry: string, define: Record<string, string>): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([programHash(), entry, define]))
    .digest('hex');
  const file = join(ROOT, '.cache', 'worker', `${key.slice(0, 32)}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const code = await bundle(entry, define);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  dropOldest(dirname(file), KEPT);
  return code;
}

/** Writes `sw.js`: the worker of a site with such pages, or the one that takes the place of an earlier one and goes. */
export async function writeWorker(folder: string, base: string, facts: SiteFacts | undefined): Promise<void> {
  const code = facts
    ? await bundled('worker.ts', { PRECACHE: JSON.stringify(precacheOf(folder, base, facts)) })
    : await bundled('retire.ts', {});
  writeFileSync(join(folder, WORKER), code);
}
