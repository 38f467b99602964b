/** Bundles the service worker of a built site into its one file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { WORKER } from '../../domain/offline.ts';
import { paths, withBase } from '../../domain/urls.ts';
import { PROGRAM } from '../../command/command.ts';
import { markOf } from './lists.ts';
import { loadsOf } from './loads.ts';

const ICON = '/favicon.svg';
/** Whom people in danger call: there from the first moment. */
const DANGERS = '/data/search/urgent.json';

/** The offline page and what it loads, as Workbox wants it; hashed files need no revision. */
function precacheOf(folder: string, base: string) {
  const page = join(folder, paths.offline, 'index.html');
  const marked = [
    { url: paths.offline, revision: markOf(page) },
    { url: ICON, revision: markOf(join(folder, ICON)) },
    { url: DANGERS, revision: markOf(join(folder, DANGERS)) },
  ];
  const hashed = loadsOf(folder, [page]).map((url) => ({ url, revision: null }));
  return [...marked, ...hashed].map(({ url, revision }) => ({ url: withBase(base, url), revision }));
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
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

/** Writes `sw.js`: the worker, or the one that takes the place of an earlier one and goes. */
export async function writeWorker(folder: string, base: string, kept: boolean): Promise<void> {
  const code = kept
    ? await bundle('worker.ts', { PRECACHE: JSON.stringify(precacheOf(folder, base)) })
    : await bundle('retire.ts', {});
  writeFileSync(join(folder, WORKER), code);
}
