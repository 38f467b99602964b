/** Finishes pages one by one: sealed, with a twin where readers look for them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { factsOf, type SiteFacts, type PageFacts } from './facts.ts';
import { sealPage } from './seal.ts';
import { pageText } from './search/page-text.ts';
import type { Settings } from './settings.ts';
import { filesBelow } from './stamp.ts';
import { mainOf } from './twins/tree.ts';
import { twinOf } from './twins/write.ts';

/** The twin of a page, by the page's file. */
export const twinFile = (page: string): string => page.replace(/index\.html$/, 'index.md');

/** Writes a page of that text as it goes into the site, and its twin; tells its facts. */
function finishPage(folder: string, page: string, text: string, settings: Settings): PageFacts {
  const html = sealPage(text);
  writeFileSync(join(folder, page), html);
  if (!page.endsWith('index.html')) return factsOf(html, { twin: false });
  const path = `/${page.replace(/index\.html$/, '')}`;
  let parsed: ReturnType<typeof mainOf> | undefined;
  const main = () => (parsed ??= mainOf(html));
  const twin = twinOf(html, path, settings, main);
  if (twin !== undefined) writeFileSync(join(folder, twinFile(page)), twin);
  return factsOf(html, { twin: twin !== undefined, searched: pageText(html, path, main) });
}

/** Puts a rendered file into a folder, a page as it goes into the site: tells the facts of a page. */
export function putFile(
  folder: string,
  file: string,
  bytes: Uint8Array,
  settings: Settings,
): PageFacts | undefined {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  if (file.endsWith('.html')) return finishPage(folder, file, Buffer.from(bytes).toString('utf8'), settings);
  writeFileSync(join(folder, file), bytes);
  return undefined;
}

/** Finishes every page of a folder but those that are finished, whose facts are known. */
export function finishPages(folder: string, settings: Settings, finished: SiteFacts = new Map()): SiteFacts {
  const pages = filesBelow(folder).filter((name) => name.endsWith('.html'));
  return new Map(
    pages.map((file) => {
      const page = relative(folder, file).replaceAll('\\', '/');
      const known = finished.get(page);
      return [page, known ?? finishPage(folder, page, readFileSync(file, 'utf8'), settings)];
    }),
  );
}
