/** Pagefind 1.6 in the browser, for guides and systems: loaded once, when the shards find nothing. */
import { SEARCH_KINDS, type SearchKind } from '../../domain/search/types.ts';
import { withBase } from '../../domain/urls.ts';
import type { FullText, PageHit } from './hit.ts';
import { type Engine, honest } from './honest.ts';

type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (
    query: string | null,
    options?: { readonly filters: Filters },
  ) => Promise<{ readonly results: Awaited<ReturnType<Engine['find']>> }>;
}

/** A refused or broken engine may never answer. */
const PATIENCE = 20_000;

/** The smallest WebAssembly module that needs what the engine needs: `\0asm`, version 1, an empty table of references. */
const NEEDED = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 4, 1, 0x6f, 0, 0]);

/** False where the browser is too old for the engine (Chromium before 96), or the site's policy refuses it. */
function canRun(): boolean {
  try {
    return new WebAssembly.Module(NEEDED) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** What a promise gives, unless it takes too long. */
export function within<T>(promise: Promise<T>, milliseconds = PATIENCE): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Starts the engine without its own cutting of Chinese, which would cut the planner's terms again: it looks at the
 * page's language while `init` is being called, and only then.
 */
function start(engine: Pagefind): void {
  const root = document.documentElement;
  const { lang } = root;
  root.lang = 'und';
  try {
    void engine.init();
  } finally {
    root.lang = lang;
  }
}

async function load(): Promise<Pagefind> {
  if (!canRun()) throw new Error('the engine cannot run here');
  const base = import.meta.env.BASE_URL;
  const address = withBase(base, '/pagefind/pagefind.js');
  const engine = (await import(/* @vite-ignore */ address)) as Pagefind;
  await engine.options({ baseUrl: '/', ranking: { metaWeights: { title: 1, k: 6 } } });
  start(engine);
  return engine;
}

const KIND_FILTER = '类型';

/** The kinds of what an engine holds: by page the one that it is filtered by. */
async function kindsIn(engine: Engine): Promise<ReadonlyMap<string, SearchKind>> {
  const held = await Promise.all(
    SEARCH_KINDS.map(async (kind) =>
      [...(await engine.having(KIND_FILTER, kind))].map((id) => [id, kind] as const),
    ),
  );
  return new Map(held.flat());
}

/** What an engine finds, as the search shows it. */
export async function pagesOf(engine: Engine): Promise<FullText> {
  const kinds = await kindsIn(engine);
  const find = honest(engine);
  return {
    find: async (terms) =>
      (await find(terms)).map(({ id, score, data }): PageHit => {
        const kind = kinds.get(id) ?? SEARCH_KINDS[0];
        const shown = async () => {
          const { url, meta, excerpt } = await data();
          return { path: url, title: meta['title'] ?? url, kind, text: '', excerpt } as const;
        };
        return { id, score, kind, data: shown };
      }),
  };
}

/** The engine, ready to be asked. Fails where it cannot run, and when it does not answer. */
export async function openPagefind(): Promise<FullText> {
  const engine = await within(load());
  return pagesOf({
    find: async (terms) => (await within(engine.search(terms.join(' ')))).results,
    having: async (filter, value) => {
      const { results } = await within(engine.search(null, { filters: { [filter]: { any: [value] } } }));
      return new Set(results.map(({ id }) => id));
    },
  });
}
