/** While developing: a file of the content that is saved shows at once, or the report of what is wrong with it. */
import type { HookParameters } from 'astro';
import { workFrom } from '../catalogue/current.ts';
import { openBuild, type OpenBuild, type OpenOfficeOptions } from './open.ts';

/** Reads the content anew whenever one of its files changes, fills the collections and reloads the open pages. */
export function refreshOnSave(
  { root, folder, say }: OpenBuild,
  options: OpenOfficeOptions,
  { server, refreshContent, logger }: HookParameters<'astro:server:setup'>,
): void {
  let last = Promise.resolve();
  const refresh = async () => {
    try {
      openBuild(root, { ...options, content: folder }, say);
      await refreshContent?.({});
    } catch (error) {
      workFrom(error instanceof Error ? error : new Error(String(error)));
      logger.error(error instanceof Error ? error.message : String(error));
    }
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: 'full-reload' });
  };
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (path.startsWith(folder)) last = last.then(refresh);
  });
}
