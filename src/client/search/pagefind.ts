/** Pagefind 1.6 in the browser: loaded once, when something is searched. */
import type { Hit } from '../../domain/search/ranking.ts';

import { withBase } from '../../domain/urls.ts';

export interface Page {
  readonly url: string;
  /** Its text. */
  readonly content: string;
  /** HTML in which only `<mark>` is a tag. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface PageHit extends Hit {
  readonly data: () => Promise<Page>;
}

type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (
    query: string | null,
    options?: { readonly filters: Filters },
  ) => Promise<{ readonly results: readonly PageHit[] }>;
}

/** A refused or broken engine may never answer. */
const PATIENCE = 20_000;

/** The smallest WebAssembly module that needs what the engine needs: `\0asm`, version 1, an empty table of references. */
const NEEDED = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 4, 1, 0x6f, 0, 0]);

/** False where the browser is too old for the engine (Chromium before 96), or the site's policy refuses it. */
export function canSearchText(): boolean {
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
  if (!canSearchText()) throw new Error('the engine cannot run here');
  const base = import.meta.env.BASE_URL;
  const address = withBase(base, '/pagefind/pagefind.js');
  const engine = (await import(/* @vite-ignore */ address)) as Pagefind;
  await engine.options({ baseUrl: '/', ranking: { metaWeights: { title: 1, k: 6 } } });
  start(engine);
  return engine;
}

export interface FullText {
  readonly find: (terms: readonly string[]) => Promise<readonly PageHit[]>;
  /** The pages with a value of a filter. */
  readonly having: (filter: string, value: string) => Promise<ReadonlySet<string>>;
}

/** The engine, ready to be asked. Fails where it cannot run, and when it does not answer. */
export async function openFullText(): Promise<FullText> {
  const engine = await within(load());
  return {
    find: async (terms) => (await within(engine.search(terms.join(' ')))).results,
    having: async (filter, value) => {
      const { results } = await within(engine.search(null, { filters: { [filter]: { any: [value] } } }));
      return new Set(results.map(({ id }) => id));
    },
  };
}
