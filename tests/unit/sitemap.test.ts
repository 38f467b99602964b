import { describe, expect, it } from 'vitest';
import { robotsText, sitemapXml } from '../../src/exports/sitemap.ts';

describe('what search engines are told', () => {
  it('lists addresses in order, with the author’s dates and no others', () => {
    const xml = sitemapXml([
      { address: 'https://a.example/b/?x=1&y=2' },
      { address: 'https://a.example/a/', changed: '2026-11-01' },
    ]);
    expect(xml.match(/<loc>.*<\/loc>.*$/gm)).toEqual([
      '<loc>https://a.example/a/</loc><lastmod>2026-11-01</lastmod></url>',
      '<loc>https://a.example/b/?x=1&amp;y=2</loc></url>',
    ]);
  });

  it('names the list under the site’s own path, and none where the site’s address is unknown', () => {
    expect(robotsText('https://a.example/sfj/sfs/')).toContain(
      'Sitemap: https://a.example/sfj/sfs/sitemap.xml',
    );
    expect(robotsText(undefined)).not.toContain('Sitemap');
  });
});
