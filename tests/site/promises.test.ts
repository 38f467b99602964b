import { describe, expect, it } from 'vitest';
import { DIST, readSite } from '../helpers/dist.ts';

const { pages, files } = readSite(DIST);
const paths = new Set(pages.map((page) => page.path));

/** Addresses that the site has promised to the outside: once given, never taken back. */
const PROMISED = [
  '/',
  '/offices/',
  '/offices/qianwei/',
  '/offices/qianwei/luocheng/',
  '/map/',
  '/search/',
  '/services/',
  '/functions/',
  '/rules/',
  '/disclosure/',
  '/standards/',
  '/data/',
  '/embed/qianwei/luocheng/',
  '/about/',
  '/accessibility/',
  '/privacy/',
  '/sitemap/',
  '/offline/',
  '/404.html',
];

describe('the outside can rely on', () => {
  it.each(PROMISED)('the address %s', (path) => {
    expect(paths.has(path)).toBe(true);
  });

  it.each([
    '/data/disclosure.json',
    '/data/disclosure.csv',
    '/data/standards.csv',
    '/data/offices.json',
    '/data/offices.csv',
    '/data/offices.geojson',
    '/data/villages.json',
    '/data/services.json',
    '/data/calendar.json',
    '/data/openapi.json',
    '/data/datapackage.json',
    '/data/offices/qianwei/luocheng.json',
    '/data/whereabouts/qianwei/luocheng.json',
    '/affairs/feed.xml',
    '/offices/qianwei/feed.xml',
    '/offices/qianwei/luocheng/feed.xml',
    '/services/legal-aid/feed.xml',
    '/services/legal-aid/reminder.ics',
    '/offices/qianwei/luocheng/index.md',
    '/embed/office.js',
    '/llms.txt',
    '/sw.js',
  ])('the file %s', (path) => {
    expect(files.has(path)).toBe(true);
  });

  it.each(['/services/', '/functions/', '/rules/'])('pages of their own below %s', (path) => {
    expect([...paths].filter((one) => one.startsWith(path) && one !== path)).not.toEqual([]);
  });
});
