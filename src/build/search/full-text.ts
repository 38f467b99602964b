/**
 * The full text of a built site, which the page /search/ asks in the browser: in shards, and what belongs to no place
 * also by Pagefind, which knows single characters and beginnings of words.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Failure } from '../../command/command.ts';
import { FAMILIES } from '../../domain/search/shards.ts';
import type { SearchKind } from '../../domain/search/types.ts';
import { filesBelow } from '../stamp.ts';
import { pageText, type PageText } from './page-text.ts';
import { familyFiles } from './shards.ts';

/** Below the site's root. */
const FOLDER = 'pagefind';

/** What draws words beside them. */
const LEFT_OUT = ['nav', 'svg', 'form'];

/** What belongs to a place: as many pages as there are places. */
const OF_PLACES: readonly SearchKind[] = ['司法所', '公告'];

/** Ready-made boxes that the site does not use: it has its own. */
const UNUSED = /pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

/** What no reader reads: less for the index to pass over. */
const UNREAD = /<(style|script)\b[^>]*>[^]*?<\/\1>/g;

type Index = NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>;

const failure = (errors: readonly string[]) =>
  new Failure(`\n全文搜索没有编成：${errors.join('；')}。原有网站没有改动。`);

interface Found extends PageText {
  readonly html: string;
}

/** Every page of a built site that wants to be found, in a fixed order. */
function* pagesIn(folder: string): Generator<Found> {
  for (const file of filesBelow(folder).filter((name) => name.endsWith('index.html'))) {
    const html = readFileSync(file, 'utf8');
    const page = pageText(html, `/${relative(folder, file).split(sep).slice(0, -1).join('/')}/`);
    if (page) yield { ...page, html };
  }
}

function writeFamily(folder: string, pages: readonly PageText[]): void {
  for (const [name, content] of familyFiles(pages)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function addPages(index: Index, pages: readonly Found[]): Promise<void> {
  for (const { path: url, html } of pages) {
    const { errors } = await index.addHTMLFile({ url, content: html.replace(UNREAD, '') });
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

async function write(index: Index, folder: string, pages: readonly Found[]): Promise<void> {
  await addPages(index, pages);
  const { errors } = await index.writeFiles({ outputPath: join(folder, FOLDER) });
  if (errors.length > 0) throw failure(errors);
  const held = pagesHeld(folder);
  if (held !== pages.length) throw failure([`应有 ${pages.length} 页，实际 ${held} 页`]);
  for (const file of filesBelow(join(folder, FOLDER))) if (UNUSED.test(file)) rmSync(file);
}

async function indexGuides(folder: string, pages: readonly Found[]): Promise<void> {
  // One language for all pages: a second one would make a second index that nobody asks.
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn', excludeSelectors: LEFT_OUT });
  if (!index) throw failure(errors);
  try {
    await write(index, folder, pages);
  } finally {
    await close();
  }
}

/** Makes the full text of a built site. Returns how many pages it holds; fails when any is lost. */
export async function indexFullText(folder: string): Promise<number> {
  const [places, guides]: [PageText[], Found[]] = [[], []];
  for (const { html, ...page } of pagesIn(folder))
    if (OF_PLACES.includes(page.kind)) places.push(page);
    else guides.push({ ...page, html });
  if (guides.length === 0) throw failure(['没有一页可查']);
  writeFamily(join(folder, FAMILIES.places), places);
  writeFamily(join(folder, FAMILIES.guides), guides);
  await indexGuides(folder, guides);
  return places.length + guides.length;
}
