/** What servers are told about one release, and the files in its folder that tell them. */
import type { Release } from '../about.ts';
import { goneFrom, gravestone } from '../withdrawn.ts';
import { placedConfigs } from './configs.ts';
import type { Hosting } from './table.ts';

/** The folders that a file lies in, the uppermost first, each with a slash at its end. */
export const foldersAbove = (name: string): string[] =>
  [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1));

/** Every folder that holds no `index.html`; of those without any page below, the uppermost. */
function unpagedIn(names: readonly string[]): Hosting['unpaged'] {
  const pages = names.filter((name) => name.endsWith('.html'));
  const paged = new Set(pages.flatMap(foldersAbove));
  const own = new Set(pages.map((name) => name.replace(/index\.html$/, '')));
  return [...new Set(names.flatMap(foldersAbove))]
    .filter((folder) => !own.has(folder))
    .filter((folder) => foldersAbove(folder).every((above) => above === folder || paged.has(above)))
    .map((folder) => ({ folder, pagesBelow: paged.has(folder) }));
}

/** What servers are told about a release that has these files. */
export function hostingFor(release: Release, names: readonly string[], root: string): Hosting {
  const { base, redirects, withdrawn } = release;
  const gone = goneFrom({ names: new Set(names), knows: withdrawn });
  return { base, root, redirects, gone, unpaged: unpagedIn(names) };
}

/** The files for servers in a release's own folder. */
export const filesForServers = (hosting: Hosting): ReadonlyMap<string, string> =>
  new Map([...placedConfigs(hosting), ...hosting.gone.map((url) => [gravestone(url), ''] as const)]);
