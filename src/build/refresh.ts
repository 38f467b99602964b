/** While developing: a file of the content that is saved shows at once, or the report of what is wrong with it. */
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

/** Shows readers of pages what is wrong, in place of the page, as long as `report` has something to say. */
function showReport({ server }: Server, report: () => string): void {
  server.middlewares.use((request, response, next) => {
    if (!report() || !request.headers.accept?.includes('text/html')) return next();
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(brokenPage(report()));
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

/** Reads the content anew whenever one of its files changes, fills the collections and reloads the open pages. */
export function refreshOnSave(
  { root, folder, whereabouts, national, say }: OpenBuild,
  options: OpenOfficeOptions,
  context: Server,
): void {
  const { server, refreshContent, logger } = context;
  let last = Promise.resolve();
  let report = '';
  const tell = (problems: readonly Problem[], place: string) => {
    printProblems(problems, place);
    report = problemsAsText(problems.filter(isError), place);
  };
  const refresh = async () => {
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
  showReport(context, () => report);
  restartOnOwnPages(context, root);
  const watched = [folder, national, ...(whereabouts === undefined ? [] : [whereabouts])];
  server.watcher.add(watched);
  server.watcher.on('all', (_event, path) => {
    if (watched.some((one) => path.startsWith(one + sep))) last = last.then(refresh);
  });
}
