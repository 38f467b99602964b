/**
 * The full text of a built site, which the page /search/ asks in the browser: in shards, and what belongs to no place
 * also by Pagefind, which knows single characters and beginnings of words.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../command/command.ts';
import { FAMILIES } from '../../domain/search/shards.ts';
import type { SearchKind } from '../../domain/search/types.ts';
import { filesBelow } from '../stamp.ts';
import type { PageText } from './page-text.ts';
import { familyFiles } from './shards.ts';

/** Below the site's root. */
const FOLDER = 'pagefind';

/** What draws words beside them. */
const LEFT_OUT = ['nav', 'svg', 'form'];

/** What belongs to a place: as many pages as there are places. */
const OF_PLACES: readonly SearchKind[] = ['司法所', '公告'];

/** Ready-made boxes that the site does not use: it has its own. */
const UNUSED = /pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

/** What no reader reads, and what nobody searches for: less for the index to pass over, and to change with. */
const UNREAD = /<(style|script)\b[^>]*>[^]*?<\/\1>|<(dd|details) data-pagefind-ignore[^>]*>[^]*?<\/\2>/g;

type Index = NonNullable<Awaited<ReturnType<(typeof import('pagefind'))['createIndex']>>['index']>;

const failure = (errors: readonly string[]) =>
  new Failure(`\n全文搜索没有编成：${errors.join('；')}。原有网站没有改动。`);

/** What a reader reads of a page. */
const readOf = (folder: string, path: string) =>
  readFileSync(join(folder, path, 'index.html'), 'utf8').replace(UNREAD, '');

async function addPages(index: Index, folder: string, pages: readonly PageText[]): Promise<void> {
  for (const { path: url } of pages) {
    const { errors } = await index.addHTMLFile({ url, content: readOf(folder, url) });
    if (errors.length > 0) throw failure(errors.map((error) => `${url} ${error}`));
  }
}

/** How many pages the written index says that it holds, in all languages. */
function pagesHeld(folder: string): number {
  const entry = JSON.parse(readFileSync(join(folder, FOLDER, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

async function write(index: Index, folder: string, pages: readonly PageText[]): Promise<void> {
  await addPages(index, folder, pages);
  const { errors } = await index.writeFiles({ outputPath: join(folder, FOLDER) });
  if (errors.length > 0) throw failure(errors);
  const held = pagesHeld(folder);
  if (held !== pages.length) throw failure([`应有 ${pages.length} 页，实际 ${held} 页`]);
  for (const file of filesBelow(join(folder, FOLDER))) if (UNUSED.test(file)) rmSync(file);
}

async function indexGuides(folder: string, pages: readonly PageText[]): Promise<void> {
  const { close, createIndex } = await import('pagefind');
  // One language for all pages: a second one would make a second index that nobody asks.
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn', excludeSelectors: LEFT_OUT });
  if (!index) throw failure(errors);
  try {
    await write(index, folder, pages);
  } finally {
    await close();
  }
}

/** A part of the full text: the pages that it holds, all that it is made of, the folder that it fills, and how. */
interface Part {
  readonly pages: readonly PageText[];
  readonly inputs: (folder: string) => readonly unknown[];
  readonly folder: string;
  /** Its files by their names, or else how it is written into a site. */
  readonly files: () => Iterable<readonly [name: string, content: string]>;
  readonly write?: (site: string) => Promise<void>;
}

const inFolder = (path: string) => path.slice(1, -1);

const family = (path: string, pages: readonly PageText[]): Part => ({
  pages,
  inputs: () => pages,
  folder: inFolder(path),
  files: () => familyFiles(pages),
});

/** The parts of the full text of a site with such pages: each depends on its own alone. */
export function fullTextParts(found: readonly PageText[]): readonly Part[] {
  const places = found.filter(({ kind }) => OF_PLACES.includes(kind));
  const guides = found.filter(({ kind }) => !OF_PLACES.includes(kind));
  if (guides.length === 0) throw failure(['没有一页可查']);
  const wholePages: Part = {
    pages: guides,
    // Pagefind looks at the whole page.
    inputs: (folder) => guides.map(({ path }) => [path, readOf(folder, path)]),
    folder: FOLDER,
    files: () => [],
    write: (site) => indexGuides(site, guides),
  };
  return [family(FAMILIES.places, places), family(FAMILIES.guides, guides), wholePages];
}
