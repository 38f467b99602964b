import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';

const content = process.env.OPEN_OFFICE_CONTENT ?? fileURLToPath(new URL('./content', import.meta.url));

/** While editing, a change anywhere in the content folder shows at once. */
const reloadOnContent = {
  name: 'open-office:reload-on-content',
  apply: 'serve',
  configureServer(server) {
    server.watcher.add(content);
    server.watcher.on('all', (_event, path) => {
      if (!path.startsWith(content)) return;
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    });
  },
};

export default defineConfig({
  output: 'static',
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  // Line breaks between tags vanish as in JSX: Chinese wants no space there, and styles make the gaps.
  compressHTML: 'jsx',
  scopedStyleStrategy: 'where',
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Photos are prepared by their authors; nothing is resized while building.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Scripts stand in files of their own, small ones too: a strict content security policy refuses them in the page.
  vite: {
    plugins: [reloadOnContent],
    build: { assetsInlineLimit: 0 },
    // Scripts that are bundled apart (`?worker&url`) are modules too.
    worker: { format: 'es' },
  },
});
