/** The search of a built site without a browser: Pagefind's own code runs in Node, fed from the folder. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fullTextOf, type AskFullText } from '../../src/client/search/full-text.ts';
import type { FullText, PageHit } from '../../src/client/search/hit.ts';
import type { Engine } from '../../src/client/search/honest.ts';
import { pagesOf } from '../../src/client/search/pagefind.ts';
import { openShards } from '../../src/client/search/shards.ts';
import { FAMILIES } from '../../src/domain/search/shards.ts';
import { addVillages, decodeTownships } from '../../src/domain/finder/decode.ts';
import { FINDER_FILES, type TownshipsFile, type VillagesFile } from '../../src/domain/finder/files.ts';
import { FIRST_FILE, unpackFirst } from '../../src/domain/search/first.ts';
import { createInstant } from '../../src/domain/search/instant.ts';
import type { Answer, MoreIndex } from '../../src/domain/search/types.ts';
import { wholeIndex } from '../../src/domain/search/whole.ts';

/** An address that leads nowhere: what is asked of it is read from the folder. */
const HOST = 'https://search.invalid/pagefind/';

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (
    query: string | null,
    options?: object,
  ) => Promise<{ results: Awaited<ReturnType<Engine['find']>> }>;
}

/** What stands below the site's root, and below the engine's own address, is read from the folder. */
function serveFrom(site: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(HOST) && !address.startsWith('/')) return real(input, init);
    const file = join(site, new URL(address, HOST).pathname);
    return Promise.resolve(
      existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 }),
    );
  };
  return () => (globalThis.fetch = real);
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  const copy = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    copyFileSync(join(folder, 'pagefind.js'), join(copy, 'pagefind.mjs'));
    return (await import(pathToFileURL(join(copy, 'pagefind.mjs')).href)) as Pagefind;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function engineOf(folder: string): Promise<Engine> {
  const engine = await loadPagefind(folder);
  await engine.options({ basePath: HOST, baseUrl: '/', ranking: { metaWeights: { title: 1, k: 6 } } });
  await engine.init();
  return {
    find: async (terms) => (await engine.search(terms.join(' '))).results,
    having: async (filter, value) => {
      const { results } = await engine.search(null, { filters: { [filter]: { any: [value] } } });
      return new Set(results.map(({ id }) => id));
    },
  };
}

export interface BuiltSearch {
  /** Offices and notices, everything else, and the same by Pagefind. */
  readonly parts: Readonly<Record<'places' | 'guides' | 'engine', FullText>>;
  readonly instant: (text: string) => Answer[];
  readonly ask: AskFullText;
  /** The pages of the full text, the best first, as addresses. */
  readonly fullText: (text: string, most: number) => Promise<string[]>;
  /** What the page lists, in its order: instant answers, then the full text by kind. */
  readonly listed: (text: string) => Promise<string[]>;
  readonly close: () => void;
}

const urls = async (hits: readonly PageHit[]) =>
  (await Promise.all(hits.map((hit) => hit.data()))).map(({ path }) => path);

/** How many pages of each kind the page fetches. */
const OF_EACH = 4;

/** Opens the search of a site. */
export async function openBuiltSearch(site: string): Promise<BuiltSearch> {
  const json = <T>(path: string) => JSON.parse(readFileSync(join(site, path), 'utf8')) as T;
  const close = serveFrom(site);
  const parts = {
    places: await openShards(FAMILIES.places),
    guides: await openShards(FAMILIES.guides),
    engine: await pagesOf(await engineOf(join(site, 'pagefind'))),
  };
  const index = wholeIndex(
    unpackFirst(readFileSync(join(site, FIRST_FILE))),
    json<MoreIndex>('data/search/more.json'),
  );
  const towns = decodeTownships(json<TownshipsFile>(FINDER_FILES.townships));
  const places = addVillages(towns, json<VillagesFile>(FINDER_FILES.villages));
  const ask = fullTextOf([parts.places, parts.guides], index, towns);
  const instant = createInstant(index, places);
  const fullText = async (text: string, most: number) => {
    const { ranked } = await ask(text, {});
    return urls(ranked.slice(0, most));
  };
  const listed = async (text: string) => {
    const { full } = await ask(text, {});
    const found = await Promise.all(full.map(({ hits }) => urls(hits.slice(0, OF_EACH))));
    return [...new Set([...instant(text).map(({ path }) => path), ...found.flat()])];
  };
  return { parts, instant, ask, fullText, listed, close };
}
