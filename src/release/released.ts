/** The addresses that the world may have written down: of pages and of open data. */
import { relative, sep } from 'node:path';
import { filesBelow } from '../build/stamp.ts';

/** Named by their bytes, fictional, or for machines that look at each page anyway. */
const LEFT_OUT =
  /^\/(?:_astro|pagefind|photos|samples)\/|^\/(?:404\.html|release\.json)$|^\/data\/(?:finder|search)\//;

/** Every such address of a built site, without base, sorted. */
export const addressesIn = (folder: string): string[] =>
  filesBelow(folder)
    .map((file) => `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/'))
    .filter((address) => !LEFT_OUT.test(address))
    .sort();

/** The addresses of a list, without its comments. */
export const addressesOf = (list: string): string[] =>
  list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
