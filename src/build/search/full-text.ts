/**
 * The full text of a built site, which the page /search/ asks in the browser: in shards, and what belongs to no place
 * also by Pagefind, which knows single characters and beginnings of words.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Failure } from '../../command/command.ts';
import { FAMILIES } from '../../domain/search/shards.ts';
import { filesBelow } from '../stamp.ts';
import { pageText, type PageText } from './page-text.ts';
import { familyFiles } from './shards.ts';

/** Below the site's root. */
const FOLDER = 'pagefind';

/** What draws words beside them. */
const LEFT_OUT = ['nav', 'svg', 'form'];

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

/** Pages of a built site that are to be found. */
function* pagesIn(folder: string, files: readonly string[]): Generator<Found> {
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    const page = pageText(html, `/${file.replace(/index\.html$/, '')}`);
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

/** A part of the full text that is made by itself of its own pages. */
interface FullTextPart {
  /** The folders that it fills. */
  readonly folders: readonly string[];
  readonly holds: (file: string) => boolean;
  /** Fails when any page is lost. */
  readonly write: (folder: string, files: readonly string[]) => Promise<void>;
}

const ofPlaces = (file: string) => /^(?:offices|affairs)\//.test(file);
const folderOf = (family: string) => family.slice(1, -1);

/** What belongs to a place, and everything else: a changed office leaves the guides as they are. */
export const FULL_TEXT: readonly FullTextPart[] = [
  {
    folders: [folderOf(FAMILIES.places)],
    holds: ofPlaces,
    write: async (folder, files) => {
      const pages: PageText[] = [];
      for (const { html: _, ...page } of pagesIn(folder, files)) pages.push(page);
      writeFamily(join(folder, FAMILIES.places), pages);
    },
  },
  {
    folders: [folderOf(FAMILIES.guides), FOLDER],
    holds: (file) => !ofPlaces(file),
    write: async (folder, files) => {
      const pages = [...pagesIn(folder, files)];
      if (pages.length === 0) throw failure(['没有一页可查']);
      writeFamily(join(folder, FAMILIES.guides), pages);
      await indexGuides(folder, pages);
    },
  },
];
