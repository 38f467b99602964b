import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FINDER_FILES } from '../../src/domain/finder/files.ts';
import { filesFor } from '../../src/domain/search/asked.ts';
import { FIRST_FILE } from '../../src/domain/search/first.ts';
import { FAMILIES } from '../../src/domain/search/shards.ts';
import { URGENT_FILE } from '../../src/domain/search/urgent-file.ts';
import { all, attribute, broken, DIST, isOffice, isSample, type Page, readSite } from '../helpers/dist.ts';

const { pages } = readSite(DIST);
const offices = pages.filter(isOffice);

/** What fits into the first answer of a server, before the reader's phone has confirmed anything. */
const FIRST_ROUND_TRIP = 14 * 1024;
const LARGEST_PAGE = 60 * 1024;

const zipped = (page: Page) => gzipSync(page.html, { level: 9 }).length;

const readBuilt = (file: string) => readFileSync(join(DIST, file));
const zippedFile = (file: string) => gzipSync(readBuilt(file), { level: 9 }).length;

/** The scripts that a page loads by itself, with all that they import at once. */
function scriptsOf(page: Page): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const imports = readBuilt(file)
      .toString()
      .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
    for (const [, name] of imports) add(join('_astro', name ?? ''));
  };
  for (const one of all(page, 'script')) {
    const src = attribute(one, 'src');
    if (src) add(src.slice(src.indexOf('_astro/')));
  }
  return found;
}

const tooBig = (list: readonly Page[], limit: number) =>
  broken(list, (page) => (zipped(page) > limit ? [`${zipped(page)} 字节，超过 ${limit}`] : []));

describe('on a weak signal', () => {
  it('an office’s page arrives with the first answer', () => {
    expect(offices.length).toBeGreaterThan(0);
    expect(tooBig([...offices, ...pages.filter(isSample)], FIRST_ROUND_TRIP)).toEqual([]);
  });

  it('no page is larger than 60 kB', () => {
    expect(tooBig(pages, LARGEST_PAGE)).toEqual([]);
  });

  it('no page waits for a stylesheet', () => {
    const wrong = (page: Page) =>
      all(page, 'link').flatMap((one) =>
        attribute(one, 'rel') === 'stylesheet' && attribute(one, 'media') !== 'print'
          ? [attribute(one, 'href') ?? '']
          : [],
      );
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('no page waits for a script', () => {
    const blocks = (one: Page['elements'][number]) =>
      attribute(one, 'src') !== undefined &&
      attribute(one, 'type') !== 'module' &&
      attribute(one, 'defer') === undefined &&
      attribute(one, 'async') === undefined;
    expect(
      broken(pages, (page) =>
        all(page, 'script')
          .filter(blocks)
          .map((one) => attribute(one, 'src') ?? ''),
      ),
    ).toEqual([]);
  });

  it.each([
    // With what keeps pages for times without a signal, which other pages fetch behind them.
    ['an office’s page as it stands', offices, 4.5],
    ['a page that is filled in completely', pages.filter(isSample), 6],
  ])('%s brings little script before anybody touches it', (_, own, limit) => {
    const heavy = (page: Page) => {
      const bytes = [...scriptsOf(page)].reduce((sum, file) => sum + zippedFile(file), 0);
      return bytes > limit * 1024 ? [`${bytes} 字节脚本，超过 ${limit} kB`] : [];
    };
    expect(own.some((page) => scriptsOf(page).size > 0)).toBe(true);
    expect(broken(own, heavy)).toEqual([]);
  });

  it('an office’s page asks for four things before anybody touches it, itself among them', () => {
    // A browser asks for its icon, and the whereabouts of today for fresher ones.
    const asked = (page: Page) => [
      page.path,
      ...scriptsOf(page),
      ...all(page, 'link').flatMap((one) =>
        /^(?:stylesheet|icon|preload|modulepreload)$/.test(attribute(one, 'rel') ?? '')
          ? [attribute(one, 'href') ?? '']
          : [],
      ),
      ...all(page, 'img').map((one) => attribute(one, 'src') ?? ''),
      ...all(page, 'whereabouts-today').flatMap((one) => attribute(one, 'data-src') ?? []),
    ];
    const many = (page: Page) => (asked(page).length > 4 ? [asked(page).join(' ')] : []);
    const samples = pages.filter(({ path }) => /^\/samples\/[^/]+\/$/.test(path));
    expect(samples.length).toBeGreaterThan(0);
    expect(broken([...offices, ...samples], many)).toEqual([]);
  });

  it('the search page comes without the places, and its first answer with three small lists', () => {
    const page = pages.find(({ path }) => path === '/search/');
    expect(page && zipped(page)).toBeLessThanOrEqual(7 * 1024);
    const weigh = (...lists: readonly string[]) =>
      lists.map((name) => zippedFile(name)).reduce((sum, one) => sum + one, 0);
    const first = [URGENT_FILE, FIRST_FILE, FINDER_FILES.townships];
    expect(weigh(...first)).toBeLessThanOrEqual(20 * 1024);
    // A question that says in full nothing that leads somewhere asks for more, and for a few parts of what was learnt.
    const parts = [
      'more',
      ...['answers', ...filesFor('屋头揭不开锅了咋个办')].map((file) => `asked/${file}`),
    ];
    expect(weigh(...parts.map((name) => `data/search/${name}.json`))).toBeLessThanOrEqual(12 * 1024);
  });

  it('what a term is looked up in is small, and so is what is shown of a page', () => {
    const files = Object.values(FAMILIES).flatMap((family) =>
      readdirSync(join(DIST, family), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(family, name)),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => zippedFile(file) > 10 * 1024)).toEqual([]);
  });
});
