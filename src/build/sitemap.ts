/** What search engines are told: `sitemap.xml` where the site's own address is known, and `robots.txt`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sitemapXml, robotsText, type Indexed } from '../exports/sitemap.ts';
import type { SiteFacts } from './facts.ts';

/** Every page that wants to be found, by its own address, with the author's date where the page has one. */
const indexed = (facts: SiteFacts): Indexed[] =>
  [...facts.values()].flatMap(({ address, changed }) => (address ? [{ address, changed }] : []));

/** Writes both files into a built folder; `site` is the address of the site with its base, or undefined. */
export function writeForSearchEngines(folder: string, site: string | undefined, facts: SiteFacts): void {
  const pages = site === undefined ? [] : indexed(facts);
  if (pages.length > 0) writeFileSync(join(folder, 'sitemap.xml'), sitemapXml(pages));
  writeFileSync(join(folder, 'robots.txt'), robotsText(pages.length > 0 ? site : undefined));
}
