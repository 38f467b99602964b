/** Renders the pages with what an earlier build has compiled: the site comes out byte for byte as `astro build` makes it. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { workFrom } from '../../catalogue/current.ts';
import { storedCollections } from '../../catalogue/loader.ts';
import { keepWith, notingAll } from '../../domain/reads.ts';
import type { OpenBuild } from '../open.ts';
import { putFile } from '../pages.ts';
import { ASSETS, type CompiledApp, compiledApp, FOLDER, type PageStyles, STORE, STYLES } from './keep.ts';
import type { Making } from './making.ts';
import type { Recorded } from './recorded.ts';

interface App extends CompiledApp {
  readonly routeCache: {
    clearAll(): void;
    get(
      route: RouteData,
    ): { readonly staticPaths?: { readonly keyed: ReadonlyMap<string, object> } } | undefined;
  };
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

/** What a path hands to its page. */
const handedTo = ({ pathname, route }: Path, { routeCache }: App): unknown =>
  route.pathname ? null : routeCache.get(route)?.staticPaths?.keyed.get(pathname);

/** The application that is compiled at `kept`, ready to render. */
async function prepared(kept: string): Promise<App> {
  const app = await compiledApp<App>(kept);
  if (!app) throw new Error(`nothing is compiled at ${kept}`);
  const styles = JSON.parse(readFileSync(join(kept, STYLES), 'utf8')) as [string, { styles: unknown[] }][];
  app.setInternals({ pagesByKeys: new Map(styles) satisfies PageStyles });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  app.routeCache.clearAll();
  return app;
}

/** What is rendered of a path; undefined where it has no file. */
async function bytesOf(path: Path, app: App, settings: OpenBuild['settings']) {
  const response = await app.render(new Request(urlOf(path, settings)), { routeData: path.route });
  return response.body ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Renders what cannot be taken over of an earlier build, and puts it into the folder. */
async function renderAll(
  folder: string,
  app: App,
  settings: OpenBuild['settings'],
  recorded: Recorded,
  making: Making,
): Promise<void> {
  for (const path of (await new StaticPaths(app as never).getAll()) as readonly Path[]) {
    const file = fileOf(path).replace(/^\//, '');
    const props = recorded.digestOfProps(handedTo(path, app));
    if (making.takes(file, props)) continue;
    const [bytes, reads] = await notingAll(() => bytesOf(path, app, settings));
    if (!bytes) continue;
    if (making.note(file, { props, reads, bytes })) continue;
    const facts = putFile(folder, file, bytes, settings);
    if (facts) making.finishes(file, facts);
  }
}

/**
 * Writes every page, finished, and every file of a build into `folder`, with what is kept at `kept`; what an earlier
 * build has made of the same is taken over.
 */
export async function replay(
  folder: string,
  kept: string,
  { root, settings }: OpenBuild,
  recorded: Recorded,
  making: Making,
): Promise<void> {
  const app = await prepared(kept);
  Object.assign(globalThis, {
    [Symbol.for(STORE)]: storedCollections(root, readFileSync(join(kept, FOLDER), 'utf8')),
  });
  workFrom(recorded.running);
  cpSync(join(kept, ASSETS), folder, { recursive: true });
  await keepWith(making, () => renderAll(folder, app, settings, recorded, making));
  making.made();
}
