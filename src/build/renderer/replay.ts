/** Renders the pages with what an earlier build has compiled: byte for byte what `astro build` writes. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { storedCollections } from '../../catalogue/loader.ts';
import type { OpenBuild } from '../open.ts';
import { ASSETS, type CompiledApp, compiledApp, type PageStyles, STORE, STYLES } from './keep.ts';

interface App extends CompiledApp {
  readonly routeCache: { clearAll(): void };
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

interface Path {
  readonly pathname: string;
  readonly route: RouteData;
}

/** Where Astro puts what it renders of a path (its format `directory`). */
function fileOf({ pathname, route }: Path): string {
  if (route.type === 'endpoint') return pathname.replace(/\/$/, '');
  const status = /^\/(404|500)\/?$/.exec(pathname);
  return status ? `${status[1]}.html` : join(pathname, 'index.html');
}

/** The address that Astro renders a path for. */
function urlOf({ pathname, route }: Path, { site, base }: OpenBuild['settings']): URL {
  const path = join(base, pathname);
  return new URL(route.type === 'endpoint' || path.endsWith('/') ? path : `${path}/`, site ?? LOCAL);
}

/** What Astro takes where the site's own address is not known. */
const LOCAL = 'http://localhost:4321';

/** Writes every page and file of the running build into `folder`, with what is kept at `kept`. */
export async function replay(folder: string, kept: string, build: OpenBuild): Promise<void> {
  const app = await compiledApp<App>(kept);
  if (!app) throw new Error(`nothing is compiled at ${kept}`);
  const styles = JSON.parse(readFileSync(join(kept, STYLES), 'utf8')) as [string, { styles: unknown[] }][];
  app.setInternals({ pagesByKeys: new Map(styles) satisfies PageStyles });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  app.routeCache.clearAll();
  Object.assign(globalThis, { [Symbol.for(STORE)]: storedCollections(build.root) });
  cpSync(join(kept, ASSETS), folder, { recursive: true });
  for (const path of (await new StaticPaths(app as never).getAll()) as readonly Path[]) {
    const response = await app.render(new Request(urlOf(path, build.settings)), { routeData: path.route });
    if (!response.body) continue;
    const file = join(folder, fileOf(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  }
}
