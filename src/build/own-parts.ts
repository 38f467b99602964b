/** What a city's project has of its own: components in place of the program's, styles over them, pages beside them. */
import { existsSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { Failure, PROGRAM } from '../command/command.ts';
import { filesBelow } from './stamp.ts';

/** The components that a city may bring; they are handed the same properties. */
const REPLACEABLE = {
  Header: 'frame/Masthead.astro',
  Footer: 'frame/Footer.astro',
  Home: 'home/HomePage.astro',
} as const;

export interface OwnParts {
  /** Files of the project's `src/`, written from its root, by what they stand in place of. */
  readonly components?: Readonly<Partial<Record<keyof typeof REPLACEABLE, string>>> | undefined;
  /** Style sheets of the project's `src/`, written from its root, for every page, over the program's. */
  readonly styles?: readonly string[] | undefined;
}

const posix = (path: string) => path.split(sep).join('/');

/** A file of the project's `src/`, which must be there: what lies elsewhere could change and nobody would notice. */
function fileIn(root: string, file: string): string {
  const path = resolve(root, file);
  if (!existsSync(path)) throw new Failure(`astro.config.mjs 里写的 ${file} 没有找到`);
  if (!path.startsWith(join(root, 'src') + sep))
    throw new Failure(
      `astro.config.mjs 里写的 ${file} 要放在 src/ 里面，例如 ./src/${basename(file)}：改了它，网站才会跟着变`,
    );
  return posix(path);
}

/** Has the program's pages take the city's components; the city's own may still build on the program's. */
function replacing(root: string, { components = {} }: OwnParts): Plugin {
  const unknown = Object.keys(components).filter((name) => !Object.hasOwn(REPLACEABLE, name));
  if (unknown.length > 0)
    throw new Failure(
      `components 里只能换 ${Object.keys(REPLACEABLE).join('、')}，没有 ${unknown.join('、')}`,
    );
  const own = new Map(
    Object.entries(components).map(([name, file]) => [
      posix(join(PROGRAM, 'src/components', REPLACEABLE[name as keyof typeof REPLACEABLE])),
      fileIn(root, file),
    ]),
  );
  return {
    name: 'open-office:own-parts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (own.size === 0 || !source.endsWith('.astro')) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const replacement = found ? own.get(posix(found.id)) : undefined;
      return replacement !== undefined && importer && posix(importer) !== replacement
        ? replacement
        : undefined;
    },
  };
}

/** The address of a page by its file, as Astro has it. */
const patternOf = (file: string) => `/${file.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, '')}`;

/** Pages of the project's own `src/pages`, since the program's takes that place. */
function ownPages(root: string): { pattern: string; entrypoint: string }[] {
  const folder = join(root, 'src', 'pages');
  if (resolve(root) === PROGRAM || !existsSync(folder)) return [];
  return filesBelow(folder)
    .filter((file) => /\.(?:astro|mdx?|ts|js)$/.test(file) && !/[\\/]_/.test(relative(folder, file)))
    .map((file) => ({ pattern: patternOf(posix(relative(folder, file))), entrypoint: posix(file) }));
}

type Setup = Pick<HookParameters<'astro:config:setup'>, 'updateConfig' | 'injectRoute' | 'injectScript'>;

/** Brings a project's own parts into the build. */
export function addOwnParts(root: string, parts: OwnParts, setup: Setup): void {
  setup.updateConfig({
    vite: { plugins: [replacing(root, parts)], ssr: { noExternal: ['open-office'] } },
  });
  const sheets = (parts.styles ?? []).map((file) => `import ${JSON.stringify(fileIn(root, file))};`);
  if (sheets.length > 0) setup.injectScript('page-ssr', sheets.join('\n'));
  for (const page of ownPages(root)) setup.injectRoute(page);
}
