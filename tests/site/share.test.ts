/** What chats and social networks are told, on a site that knows its own address. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuredSite } from '../helpers/configured-site.ts';
import { all, attribute, broken, DIST, isOffice, isSample, type Page, readSite } from '../helpers/dist.ts';

const site = await configuredSite();

const HOME = 'https://www.example.gov.cn/sfj/sfs/';
const shared = (page: Page, property: string) =>
  all(page, 'meta')
    .filter((one) => (attribute(one, 'property') ?? attribute(one, 'itemprop')) === property)
    .map((one) => attribute(one, 'content') ?? '');
const canonical = (page: Page) =>
  all(page, 'link')
    .filter((one) => attribute(one, 'rel') === 'canonical')
    .map((one) => attribute(one, 'href'));
const isListed = (page: Page) => !page.html.includes('name="robots" content="noindex"');

const PROPERTIES = ['og:site_name', 'og:type', 'og:title', 'og:description', 'og:url', 'og:image', 'image'];

describe('a page that is handed on', () => {
  it('says in full where it is, what it is called, and which picture stands for it', () => {
    const wrong = (page: Page) => [
      ...PROPERTIES.filter((name) => shared(page, name).filter(Boolean).length !== 1),
      ...(shared(page, 'og:url')[0] === canonical(page)[0] ? [] : ['og:url']),
      ...[...shared(page, 'og:image'), ...shared(page, 'image')].filter((url) => {
        if (!url.startsWith(HOME)) return true;
        const file = statSync(join(site.folder, url.slice(HOME.length)), { throwIfNoEntry: false });
        return !file || file.size > 30 * 1024;
      }),
    ];
    expect(broken(site.pages.filter(isListed), wrong)).toEqual([]);
  });

  it('has the picture of its own office', () => {
    const wrong = (page: Page) => {
      const own = `${HOME}share/${page.path.split('/').slice(2, 4).join('/')}.png`;
      return shared(page, 'og:image').filter((url) => url !== own);
    };
    expect(broken(site.pages.filter(isOffice), wrong)).toEqual([]);
  });

  it('has none of this as a sample', () => {
    const samples = site.pages.filter(isSample);
    expect(samples.length).toBeGreaterThan(0);
    expect(broken(samples, (page) => PROPERTIES.flatMap((name) => shared(page, name)))).toEqual([]);
  });
});

it('a site that does not know its address promises no picture', () => {
  const { pages, files } = readSite(DIST);
  expect(broken(pages, (page) => PROPERTIES.flatMap((name) => shared(page, name)))).toEqual([]);
  expect([...files].filter((path) => path.startsWith('/share/'))).toEqual([]);
});
