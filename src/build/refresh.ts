/** While developing: a file of the content that is saved shows at once, or the report of what is wrong with it. */
import type { HookParameters } from 'astro';
import { setTimeout as wait } from 'node:timers/promises';
import { collectionsFilled, workFrom } from '../catalogue/current.ts';
import { openBuild, type OpenBuild, type OpenOfficeOptions } from './open.ts';

/** Reads the content anew whenever one of its files changes, fills the collections and reloads the open pages. */
export function refreshOnSave(
  { root, folder, national, say }: OpenBuild,
  options: OpenOfficeOptions,
  { server, refreshContent, logger }: HookParameters<'astro:server:setup'>,
): void {
  let last = Promise.resolve();
  const refresh = async () => {
    try {
      openBuild(root, { ...options, content: folder }, say, 'development');
      // Astro reads its configuration of collections anew on every change, and fills none while it does.
      for (let tries = 0; !collectionsFilled() && tries < 100; tries += 1) {
        await refreshContent?.({});
        if (!collectionsFilled()) await wait(20);
      }
    } catch (error) {
      workFrom(error instanceof Error ? error : new Error(String(error)));
      logger.error(error instanceof Error ? error.message : String(error));
    }
    for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  };
  server.watcher.add([folder, national]);
  server.watcher.on('all', (_event, path) => {
    if (path.startsWith(folder) || path.startsWith(national)) last = last.then(refresh);
  });
}
