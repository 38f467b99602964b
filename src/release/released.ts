/** The addresses that the world may have written down: of pages and of open data. */
import { relative, sep } from 'node:path';
import { filesBelow } from '../build/stamp.ts';
import { paths } from '../domain/urls.ts';
import { CATEGORY_SLUGS } from '../schemas/notice.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';

/** Named by their bytes, fictional, for machines that look at each page anyway, or as far back as the history reaches. */
const LEFT_OUT =
  /^\/(?:_astro|pagefind|photos|samples)\/|^\/(?:404\.html|release\.json)$|^\/data\/(?:finder|search)\/|^\/data\/changes\/\d/;

/** Sheets of a list of notices: they come and go with what there is to list. The city's first one always stands. */
const LISTS = new RegExp(
  `^/(?:affairs|offices/[\\w-]+/[\\w-]+/affairs)/(?:(?:${Object.values(CATEGORY_SLUGS).join('|')})/)?(?:page/\\d+/)?$`,
);

/** Whether readers may count on an address, beginning with a slash, from one release to the next. */
const isPromised = (address: string): boolean =>
  address === paths.notices || !(LEFT_OUT.test(address) || LISTS.test(address));

/** The address of a file of the site. */
export const addressAt = (name: string): string => `/${name}`.replace(/\/index\.html$/, '/');

/** Every promised address of a built site, without base, sorted. */
export const addressesIn = (folder: string): string[] =>
  filesBelow(folder)
    .map((file) => addressAt(relative(folder, file).split(sep).join('/')))
    .filter(isPromised)
    .sort();

/** The promised addresses that are no longer there, though nobody took them down. */
export function vanished(before: readonly string[], now: Iterable<string>, withdrawn: Withdrawn): string[] {
  const there = new Set([...now, ...withdrawn.map(({ url }) => url)]);
  return before.filter((address) => isPromised(address) && !there.has(address));
}

/** The addresses of a list, without its comments. */
export const addressesOf = (list: string): string[] =>
  list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
