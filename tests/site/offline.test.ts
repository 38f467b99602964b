import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CountyList, cacheOf, CACHES } from '../../src/domain/offline.ts';
import { URGENT_FILE } from '../../src/domain/search/urgent-file.ts';
import {
  all,
  attribute,
  broken,
  DIST,
  isOffice,
  readSite,
  UNDER_PATH,
  isEmbed,
  type Page,
} from '../helpers/dist.ts';

const site = readSite(DIST);
const offices = site.pages.filter(isOffice).map(({ path }) => path);
const guides = site.pages.map(({ path }) => path).filter((path) => /^\/services\/[\w-]+\/$/.test(path));
const counties = [...new Set(offices.map((path) => path.split('/')[2] ?? ''))];
const listOf = (county: string) =>
  JSON.parse(readFileSync(join(DIST, `data/offline/${county}.json`), 'utf8')) as CountyList;
const fileOf = (path: string) => join(DIST, path.endsWith('/') ? `${path}index.html` : path);
const worker = (folder: string) => readFileSync(join(folder, 'sw.js'), 'utf8');

/** What a phone fetches ahead for a county at most, packed as it travels: guides, finder and offices. */
const LARGEST_COUNTY = 1.5 * 1024 * 1024;
/** What the worker itself costs, with the page that it shows without a signal. */
const LARGEST_START = 40 * 1024;

const packed = new Map<string, number>();
/** How long a file is when packed; most are on the shelf of every county, and are packed once. */
const packedLength = (path: string): number => {
  const length = packed.get(path) ?? gzipSync(readFileSync(fileOf(path)), { level: 9 }).length;
  packed.set(path, length);
  return length;
};
const zipped = (paths: readonly string[]) => paths.reduce((sum, path) => sum + packedLength(path), 0);

describe.each(counties)('what a phone keeps of the county %s', (county) => {
  const paths = listOf(county).keep.map(([path]) => path);

  it('is all its offices and the guides, and whatever they load', () => {
    const own = offices.filter((path) => path.startsWith(`/offices/${county}/`));
    expect(paths).toEqual(expect.arrayContaining([...own, ...guides, '/data/finder/villages.json']));
    expect(paths.filter((path) => !statSync(fileOf(path)).isFile())).toEqual([]);
    const pages = site.pages.filter(({ path }) => paths.includes(path));
    const missing = broken(pages, (page) =>
      all(page, 'script').flatMap((one) => {
        const src = attribute(one, 'src')?.replace(site.base, '/');
        return src === undefined || paths.includes(src) ? [] : [src];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('fits on its shelf and is no burden', () => {
    for (const [cacheName, { most }] of Object.entries(CACHES))
      expect(paths.filter((path) => cacheOf(path) === cacheName).length).toBeLessThanOrEqual(most);
    expect(zipped(paths)).toBeLessThan(LARGEST_COUNTY);
  });

  it('holds nothing that changes by the day, and no sample', () => {
    expect(paths.filter((path) => !cacheOf(path) || /whereabouts|samples/.test(path))).toEqual([]);
  });
});

describe('what a phone keeps before its reader has a county', () => {
  const paths = listOf('general').keep.map(([path]) => path);

  it('is the guides, the home page and what finds the offices, the dangers among it', () => {
    expect(paths).toEqual(
      expect.arrayContaining([...guides, '/', '/data/finder/villages.json', URGENT_FILE]),
    );
    expect(paths.filter((path) => /^\/offices\/./.test(path))).toEqual([]);
    expect(zipped(paths)).toBeLessThan(LARGEST_COUNTY);
  });
});

describe('the service worker', () => {
  it('stands at the root of the site and precaches the offline page below the site’s own path', () => {
    expect(worker(DIST)).toMatch(/url:.\/offline\/./);
    expect(worker(UNDER_PATH)).toMatch(/url:.\/sfj\/sfs\/offline\/./);
  });

  it('names no other host and holds no code made from texts', () => {
    expect(worker(DIST).replace(/https?:\/\/bit\.ly\S*/g, '')).not.toMatch(
      /https?:\/\/|\beval\(|new Function|importScripts/,
    );
  });

  it('is small, with the page that it shows without a signal', () => {
    expect(zipped(['/sw.js', '/offline/', '/favicon.svg'])).toBeLessThan(LARGEST_START);
  });

  it('is asked for on every page, once the page itself has come, and by no card for other sites', () => {
    const asking = (page: Page) => all(page, 'html').some((one) => attribute(one, 'data-keep') !== undefined);
    expect(site.pages.filter((page) => isEmbed(page) && asking(page))).toEqual([]);
    const own = site.pages.filter((page) => !isEmbed(page));
    const wrong = broken(own, (page) => {
      const named = all(page, 'html').map((one) => attribute(one, 'data-keep') ?? '');
      return named[0]?.includes('keep-offline') ? [] : ['data-keep'];
    });
    expect(wrong).toEqual([]);
  });

  it('shows a page that no search engine lists, and that only the words on privacy lead to', () => {
    const page = site.pages.find(({ path }) => path === '/offline/');
    expect(page?.html).toContain('name="robots" content="noindex"');
    const leading = site.pages.filter((one) =>
      all(one, 'a').some((link) => attribute(link, 'href') === '/offline/'),
    );
    expect(leading.map(({ path }) => path)).toEqual(['/privacy/']);
  });
});
