/** While developing: a file of the content that is saved shows at once, or the report of what is wrong with it. */
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { HookParameters } from 'astro';
import { setTimeout as wait } from 'node:timers/promises';
import { collectionsFilled, workFrom } from '../catalogue/current.ts';
import { printProblems, problemsAsText } from '../command/report.ts';
import { told } from '../command/told.ts';
import { isError, type Problem } from '../domain/problems.ts';
import { brokenPage } from './broken-page.ts';
import { openBuild, type OpenBuild, type OpenOfficeOptions } from './open.ts';

type Server = HookParameters<'astro:server:setup'>;

/** Milliseconds that the clock of files may lag behind the program's. */
const CLOCKS_APART = 20;

/** Before a page is answered: `current` sees to it that all is read; what is wrong then stands in place of the page. */
function answerPages({ server }: Server, current: () => Promise<string>): void {
  server.middlewares.use((request, response, next) => {
    const asksForHtml = request.headers.accept?.includes('text/html');
    if (!asksForHtml && !request.url?.endsWith('/')) return next();
    void current().then((report) => {
      if (!report || !asksForHtml) return next();
      response.statusCode = 500;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(brokenPage(report));
    });
  });
}

/** Lets Astro begin anew when a page of the project's own comes or goes: it asks which there are only then. */
function restartOnOwnPages({ server }: Server, root: string): void {
  const pages = join(root, 'src', 'pages') + sep;
  for (const event of ['add', 'unlink'] as const)
    server.watcher.on(event, (path) => {
      if (path.startsWith(pages)) server.watcher.emit('change', join(root, 'astro.config.mjs'));
    });
}

/** Whether anything below a folder was written, renamed or removed since an instant; it may be going just now. */
function writtenSince(folder: string, instant: number): boolean {
  const isNew = (path: string) => statSync(path).ctimeMs >= instant;
  try {
    const below = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return isNew(folder) || below.some((name) => isNew(join(folder, name)));
  } catch {
    return true;
  }
}

/** Reads the content anew whenever one of its files changes, fills the collections and reloads the open pages. */
export function refreshOnSave(
  { root, folder, whereabouts, national, readSince, say }: OpenBuild,
  options: OpenOfficeOptions,
  context: Server,
): void {
  const { server, refreshContent, logger } = context;
  let last = Promise.resolve();
  let report = '';
  let since = readSince;
  const tell = (problems: readonly Problem[], place: string) => {
    printProblems(problems, place);
    report = problemsAsText(problems.filter(isError), place);
  };
  const refresh = async () => {
    since = Date.now();
    try {
      openBuild(root, options, say, 'development', tell);
      report = '';
      // Astro reads its configuration of collections anew on every change, and fills none while it does.
      for (let tries = 0; !collectionsFilled() && tries < 100; tries += 1) {
        await refreshContent?.({});
        if (!collectionsFilled()) await wait(20);
      }
    } catch (error) {
      workFrom(error instanceof Error ? error : new Error(String(error)));
      report ||= String(told(error));
      logger.error(String(told(error)));
    }
    for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  };
  restartOnOwnPages(context, root);
  const watched = [folder, national, ...(whereabouts === undefined ? [] : [whereabouts])];
  // The watcher is deaf for seconds while the server comes up, and after it has begun anew.
  answerPages(context, async () => {
    await last;
    if (watched.some((one) => writtenSince(one, since - CLOCKS_APART))) await (last = last.then(refresh));
    return report;
  });
  server.watcher.add(watched);
  server.watcher.on('all', (_event, path) => {
    if (watched.some((one) => path.startsWith(one + sep))) last = last.then(refresh);
  });
}
