/** What the site asks of Astro and Vite: the reasons stand beside the settings. */
import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import type { Plugin } from 'vite';
import type { OpenBuild } from './open.ts';

/**
 * The form page brings zod. What zod has for writing JSON Schemas and code (a strict policy forbids it to run any), and
 * its English messages, no browser needs (a quarter of its size): there they are empty, with the same names.
 */
const leanZod: Plugin = {
  name: 'open-office:lean-zod',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  async load(id) {
    if (/\/zod\/v4\/locales\/en\.js$/.test(id)) return 'export default () => ({});';
    if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-(?:processors|generator)|doc)\.js$/.test(id))
      return undefined;
    const names = Object.keys((await import(pathToFileURL(id).href)) as object);
    return names.map((name) => `export const ${name} = () => undefined;`).join('\n');
  },
};

const HELPER = /vite\/preload-helper\.js$/;
/**
 * What Vite puts before every script that is fetched later looks first for its styles and its parts: none here has
 * styles of its own, and parts are not asked for beforehand (`modulePreload`).
 */
const plainImports: Plugin = {
  name: 'open-office:plain-imports',
  apply: 'build',
  load: (id) => (HELPER.test(id) ? 'export const __vitePreload = (load) => load();' : undefined),
};

const source = (names: string) => new RegExp(`src[\\\\/](?:${names})\\.ts$`);

const SHARED = source(
  'client[\\\\/](?:copy|element|fades-by-day|kept-office)|domain[\\\\/](?:date-words|moment)',
);

/** Small parts that many pages share: one request instead of one for each; those about opening hours apart. */
const groups = [
  {
    name: 'common',
    test: new RegExp(`${SHARED.source}|${HELPER.source}`),
  },
  { name: 'hours', test: source('domain[\\\\/](?:assess-open|plan-table|open-words)') },
];

/** Names as short as they can be told apart: they stand on every page. */
const named = ({ name }: { name: string }) => `_astro/${name.replace(/\.astro_astro_type.*/, '')}.[hash].js`;

const vite = ({ settings }: Pick<OpenBuild, 'settings'>): NonNullable<AstroUserConfig['vite']> => ({
  plugins: [leanZod, plainImports],
  define: settings.explicitIndex ? { FOLDER_INDEX: '"index.html"' } : {},
  // Guides may lie in a content folder of another place: what they are compiled to asks for Astro there.
  resolve: { dedupe: ['astro'] },
  // Old WebViews on phones from 2020 on. Scripts stand in files of their own, small ones too: a strict content
  // security policy refuses them in the page.
  build: { assetsInlineLimit: 0, modulePreload: false, target: 'chrome86', cssTarget: 'chrome86' },
  // Scripts that are bundled apart (`?worker&url`) are modules too.
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        rollupOptions: { output: { codeSplitting: { groups }, entryFileNames: named } },
      },
    },
  },
});

/** Astro's settings for a build; the project's own configuration names nothing but the integration. */
export const astroConfig = (build: Pick<OpenBuild, 'root' | 'settings'>) => ({
  output: 'static' as const,
  ...(build.settings.site && { site: build.settings.site }),
  base: build.settings.base,
  srcDir: new URL('../', import.meta.url),
  cacheDir: new URL('./.cache/astro/', `${pathToFileURL(build.root)}/`),
  trailingSlash: 'always' as const,
  // Line breaks between tags vanish as in JSX: Chinese wants no space there, and styles make the gaps.
  compressHTML: 'jsx' as const,
  scopedStyleStrategy: 'where' as const,
  prerenderConflictBehavior: 'error' as const,
  build: { format: 'directory' as const, inlineStylesheets: 'always' as const },
  // Photos are prepared by their authors; nothing is resized while building.
  image: { service: { entrypoint: 'astro/assets/services/noop', config: {} } },
  markdown: { syntaxHighlight: false as const },
  devToolbar: { enabled: false },
  vite: vite(build),
});
