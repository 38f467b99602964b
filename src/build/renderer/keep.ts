/**
 * Keeps what Astro has compiled of the program (`.prerender`, the bundled scripts, the public files), so that a build
 * of other content by the same program, with the same settings, renders at once, on another day too: `replay.ts`.
 * What is not as expected here is not kept, and the next build compiles again.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';

/** Astro's folder of compiled pages within the folder that is being built. */
export const COMPILED = '.prerender';
/** The rest of that folder, as it is before pages are written. */
export const ASSETS = 'assets';
/** The styles of the pages, which Astro holds in memory. */
export const STYLES = 'styles.json';
/** The content folder that it was compiled for: MDX is known by where it lies. */
export const FOLDER = 'folder';
/** The symbol where replayed pages find their collections; those of the build that compiled them are not kept. */
export const STORE = 'open-office.store';

/** The styles of each page, by Astro's own key. */
export type PageStyles = Map<string, { readonly styles: readonly unknown[] }>;

/** What is used here of Astro's application of compiled pages (`astro/entrypoints/prerender`). */
export interface CompiledApp {
  setInternals(internals: { readonly pagesByKeys: PageStyles }): void;
  getSettings(): { readonly scripts: readonly { readonly stage: string }[] };
}

/** The one file of a folder whose name begins so, as an absolute path; undefined where there are none or several. */
export function onlyFile(folder: string, start: string): string | undefined {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(start)) : [];
  return found.length === 1 && found[0] !== undefined ? join(folder, found[0]) : undefined;
}

/** The application of the pages that are compiled in a folder; undefined where there is none. */
export async function compiledApp<T extends CompiledApp>(folder: string): Promise<T | undefined> {
  const entry = onlyFile(join(folder, COMPILED), 'prerender-entry.');
  return entry ? ((await import(pathToFileURL(entry).href)) as { app: T }).app : undefined;
}

/**
 * Astro's renderer, which also leaves a copy at `kept` of what it has compiled in `out` before it renders a page; with
 * `compileOnly` it renders none.
 */
export const keeping = (
  astro: AstroPrerenderer,
  out: string,
  kept: string,
  { folder, compileOnly = false }: { readonly folder: string; readonly compileOnly?: boolean | undefined },
): AstroPrerenderer => ({
  ...astro,
  getStaticPaths: async () => (compileOnly ? [] : await astro.getStaticPaths()),
  async setup() {
    const app = await compiledApp(out);
    let styles: PageStyles | undefined;
    if (app) {
      const set = app.setInternals.bind(app);
      app.setInternals = (internals) => {
        styles = internals.pagesByKeys;
        set(internals);
      };
    }
    await astro.setup?.();
    const scripts = app?.getSettings().scripts ?? [];
    if (styles && scripts.every(({ stage }) => stage === 'page-ssr')) keep(out, kept, styles, folder);
  },
});

/** Whole or not at all; nothing where somebody else has compiled the same meanwhile, and may be rendering with it. */
function keep(out: string, kept: string, pages: PageStyles, folder: string): void {
  const fresh = `${kept}.${process.pid}`;
  const compiled = join(fresh, COMPILED);
  mkdirSync(fresh, { recursive: true });
  cpSync(join(out, COMPILED), compiled, { recursive: true });
  const store = onlyFile(join(compiled, 'chunks'), '_astro_data-layer-content_');
  if (store) {
    writeFileSync(store, `export default globalThis[Symbol.for(${JSON.stringify(STORE)})];\n`);
    const assets = readdirSync(out).filter((name) => name !== COMPILED);
    for (const name of assets) cpSync(join(out, name), join(fresh, ASSETS, name), { recursive: true });
    const styles = [...pages].map(([key, page]) => [key, { styles: page.styles }]);
    writeFileSync(join(fresh, STYLES), JSON.stringify(styles));
    writeFileSync(join(fresh, FOLDER), folder);
    if (!existsSync(kept)) renameSync(fresh, kept);
  }
  rmSync(fresh, { recursive: true, force: true });
}
