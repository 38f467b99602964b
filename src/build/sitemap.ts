/** What search engines are told: `sitemap.xml` where the site's own address is known, and `robots.txt`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sitemapXml, robotsText, type Indexed } from '../exports/sitemap.ts';
import { filesBelow } from './stamp.ts';

const CANONICAL = /<link rel="canonical" href="([^"]+)"/;
const NOINDEX = /<meta name="robots" content="noindex"/;
const CHANGED = /<meta name="PubDate" content="(\d{4}-\d{2}-\d{2})/;

/** Every page that wants to be found, by its own address, with the author's date where the page has one. */
const indexed = (folder: string): Indexed[] =>
  filesBelow(folder)
    .filter((name) => name.endsWith('.html'))
    .flatMap((file) => {
      const html = readFileSync(file, 'utf8');
      const address = CANONICAL.exec(html)?.[1];
      return address && !NOINDEX.test(html) ? [{ address, changed: CHANGED.exec(html)?.[1] }] : [];
    });

/** Writes both files into a built folder; `site` is the address of the site with its base, or undefined. */
export function writeForSearchEngines(folder: string, site: string | undefined): void {
  const pages = site === undefined ? [] : indexed(folder);
  if (pages.length > 0) writeFileSync(join(folder, 'sitemap.xml'), sitemapXml(pages));
  writeFileSync(join(folder, 'robots.txt'), robotsText(pages.length > 0 ? site : undefined));
}
