import { fileURLToPath, pathToFileURL } from 'node:url';
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

/**
 * The form page brings zod. What zod has for writing JSON Schemas, and its English messages, no browser needs (a
 * quarter of its size): there they are empty, with the same names.
 */
const leanZod = {
  name: 'open-office:lean-zod',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  async load(id) {
    if (/\/zod\/v4\/locales\/en\.js$/.test(id)) return 'export default () => ({});';
    if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-(?:processors|generator))\.js$/.test(id))
      return undefined;
    const names = Object.keys(await import(pathToFileURL(id).href));
    return names.map((name) => `export const ${name} = () => undefined;`).join('\n');
  },
};

/** Small parts that many pages share: one request instead of one for each. */
const common = {
  name: 'common',
  test: /src[\\/](?:client[\\/](?:element|fades-by-day)|domain[\\/](?:date-words|moment))\.ts$/,
};

/** Names as short as they can be told apart: they stand on every page. */
const named = ({ name }) => `_astro/${name.replace(/\.astro_astro_type.*/, '')}.[hash].js`;

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
    plugins: [reloadOnContent, leanZod],
    // Old WebViews on phones from 2020 on.
    build: { assetsInlineLimit: 0, modulePreload: false, target: 'chrome86', cssTarget: 'chrome86' },
    // Scripts that are bundled apart (`?worker&url`) are modules too.
    worker: { format: 'es' },
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: { codeSplitting: { groups: [common] }, entryFileNames: named },
          },
        },
      },
    },
  },
});
