/** A page that search engines may list. */
export interface Indexed {
  /** In full, as the page itself gives it. */
  readonly address: string;
  /** The author's date, `YYYY-MM-DD`; never that of the build. */
  readonly changed?: string | undefined;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const entry = ({ address, changed }: Indexed) =>
  `  <url><loc>${escaped(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;

/** `sitemap.xml` (sitemaps.org, at most 50,000 addresses), in the order of the addresses. */
export const sitemapXml = (pages: readonly Indexed[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map(entry),
    '</urlset>',
    '',
  ].join('\n');

/** `robots.txt`: all may look; `site` (with its base) names the list of pages where there is one. */
export function robotsText(site: string | undefined): string {
  const belowPath = site !== undefined && new URL(site).pathname !== '/';
  return [
    ...(belowPath ? ['# 搜索引擎只读域名根下的 robots.txt：请把下面 Sitemap 一行加进门户的那一个'] : []),
    'User-agent: *',
    'Allow: /',
    ...(site ? [`Sitemap: ${new URL('sitemap.xml', site).href}`] : []),
    '',
  ].join('\n');
}
