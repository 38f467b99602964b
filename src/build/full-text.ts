/** The full-text index of a built site, made by Pagefind, which the page /search/ asks in the browser. */
import { readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Failure } from '../command/command.ts';
import { filesBelow } from './stamp.ts';

/** Below the site's root. */
const FOLDER = 'pagefind';

/** Only pages with this mark are found (src/layouts/Base.astro). */
const MARK = /<main[^>]*\sdata-pagefind-body/;

/** What every office's page repeats, or what draws the words beside it: it would find all offices at once. */
const LEFT_OUT = ['nav', 'svg', 'form', '[data-state]', 'section[aria-labelledby="functions"]'];

/** Ready-made boxes that the site does not use: it has its own. */
const UNUSED = /pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

/** What no reader reads: less for the index to pass over. */
const UNREAD = /<(style|script)\b[^>]*>[^]*?<\/\1>/g;

type Index = NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>;

const failure = (errors: readonly string[]) =>
  new Failure(`\n全文搜索没有编成：${errors.join('；')}。原有网站没有改动。`);

/** Gives the index every page that wants to be found, in a fixed order, under its address below the root. */
async function addPages(index: Index, folder: string): Promise<number> {
  let pages = 0;
  for (const file of filesBelow(folder).filter((name) => name.endsWith('index.html'))) {
    const content = readFileSync(file, 'utf8');
    if (!MARK.test(content)) continue;
    const url = `/${relative(folder, file).split(sep).slice(0, -1).join('/')}/`;
    const { errors } = await index.addHTMLFile({ url, content: content.replace(UNREAD, '') });
    if (errors.length > 0) throw failure(errors.map((error) => `${url} ${error}`));
    pages += 1;
  }
  return pages;
}

/** How many pages the written index says that it holds, in all languages. */
function pagesHeld(folder: string): number {
  const entry = JSON.parse(readFileSync(join(folder, FOLDER, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

async function write(index: Index, folder: string): Promise<number> {
  const pages = await addPages(index, folder);
  const { errors } = await index.writeFiles({ outputPath: join(folder, FOLDER) });
  if (errors.length > 0) throw failure(errors);
  const held = pagesHeld(folder);
  if (pages === 0 || held !== pages) throw failure([`应有 ${pages} 页，实际 ${held} 页`]);
  for (const file of filesBelow(join(folder, FOLDER))) if (UNUSED.test(file)) rmSync(file);
  return pages;
}

/** Indexes the pages of a built site. Returns how many; fails when any is lost. */
export async function indexFullText(folder: string): Promise<number> {
  // One language for all pages: a second one would make a second index that nobody asks.
  const { index, errors } = await createIndex({ forceLanguage: 'zh-cn', excludeSelectors: LEFT_OUT });
  if (!index) throw failure(errors);
  try {
    return await write(index, folder);
  } finally {
    await close();
  }
}
