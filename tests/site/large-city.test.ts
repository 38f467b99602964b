/** A made-up city with more offices than one page lists: its pages hold totals, and each county has pages of its own. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSynthetic } from '../../src/bench/synthetic.ts';
import { ROOT } from '../../src/command/command.ts';
import { MOST_OFFICES } from '../../src/domain/by-county.ts';
import { apart } from '../helpers/build-apart.ts';
import {
  all,
  attribute,
  below,
  broken,
  type Element,
  isCounty,
  isOffice,
  type Page,
  readSite,
  textOf,
} from '../helpers/dist.ts';
import { faultsIn } from '../helpers/html-faults.ts';
import { follows, isForeign, isNoPage, loads, resolver } from '../helpers/links.ts';

const OFFICES = MOST_OFFICES + 1;
const LARGEST_PAGE = 60 * 1024;

const work = apart();
afterAll(() => work.remove());
writeSynthetic(join(ROOT, 'content'), work.content, OFFICES, '2026-11-28', { plain: true });
const built = work.build([], { SOURCE_DATE_EPOCH: '1795831200' });
if (built.status !== 0) throw new Error(built.said);
const site = readSite(work.out);

const pageAt = (path: string): Page => {
  const page = site.pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
};

const offices = site.pages.filter(isOffice).map(({ path }) => path);
const counties = site.pages.filter(isCounty).map(({ path }) => path.split('/')[2] ?? '');

/** The pages of the city that listed every office of a smaller one. */
const CITY = ['/disclosure/', '/standards/', '/map/', '/offices/', '/sitemap/'];
/** Those of them that each county has one of its own of. */
const DIVIDED = ['/disclosure/', '/standards/', '/map/'];

const officesOn = (page: Page) => new Set(follows(page).filter((address) => offices.includes(address)));
const rowsOf = (page: Page) =>
  all(page, 'tr', 'li')
    .flatMap((one) => attribute(one, 'data-id') ?? [])
    .map((id) => `/offices/${id}/`);

describe('the pages of a large city', () => {
  it('name no office: they lead to each county', () => {
    expect([offices.length, counties.length]).toEqual([OFFICES, Math.ceil(OFFICES / 12)]);
    const wrong = (page: Page) => [...officesOn(page)];
    expect(broken(CITY.map(pageAt), wrong)).toEqual([]);
    for (const path of DIVIDED)
      expect(follows(pageAt(path))).toEqual(
        expect.arrayContaining(counties.map((county) => `${path}${county}/`)),
      );
    for (const path of ['/offices/', '/sitemap/'])
      expect(follows(pageAt(path))).toEqual(
        expect.arrayContaining(counties.map((county) => `/offices/${county}/`)),
      );
  });

  it('a link to a county’s place on them still arrives', () => {
    const lacking = (page: Page) =>
      counties.filter((county) => !page.elements.some((one) => attribute(one, 'id') === county));
    expect(broken(['/offices/', ...DIVIDED].map(pageAt), lacking)).toEqual([]);
  });

  it('the offices of all counties add up to those of the city', () => {
    const last = (row: Element) =>
      Number(textOf([...below(row)].filter(({ tagName }) => tagName === 'td').at(-1)!));
    for (const path of ['/disclosure/', '/standards/']) {
      const rows = all(pageAt(path), 'tr').filter((row) => counties.includes(attribute(row, 'id') ?? ''));
      expect(rows.reduce((sum, row) => sum + last(row), 0)).toBe(OFFICES);
    }
  });

  it('without script the map lists the counties, and asks for no drawing', () => {
    const map = pageAt('/map/');
    const label = all(map, 'ul').find((one) => attribute(one, 'aria-labelledby') === 'list');
    expect(label && textOf(label)).toContain(`12个司法所`);
    expect(all(map, 'office-map', 'select')).toEqual([]);
    expect(loads(map).filter((address) => address.includes('MapPage'))).toEqual([]);
  });
});

describe.each(DIVIDED)('%s of a county', (path) => {
  const pages = counties.map((county) => pageAt(`${path}${county}/`));

  it('has each of its offices, and no other', () => {
    const lists = pages.map(rowsOf);
    const wrong = pages.filter((_, at) =>
      lists[at]?.some((one) => !one.startsWith(`/offices/${counties[at]}/`)),
    );
    expect(wrong.map((page) => page.path)).toEqual([]);
    expect(lists.flat().toSorted()).toEqual(offices.toSorted());
  });

  it('says where it is: the county in its name, the page of the city on the way to it', () => {
    const wrong = (page: Page) => {
      const here = all(page, 'span').find((one) => attribute(one, 'aria-current') === 'page');
      const name = here ? textOf(here) : '没有';
      return [
        ...(follows(page).includes(path) ? [] : ['没有回到全市的链接']),
        ...(all(page, 'h1').map(textOf).join().startsWith(name) ? [] : ['标题没有写哪个县']),
      ];
    };
    expect(broken(pages, wrong)).toEqual([]);
  });
});

describe('the site of a large city', () => {
  it('has no page above 60 kB, and none of the city’s near it', () => {
    const sizes = (page: Page, limit: number) => {
      const bytes = gzipSync(page.html, { level: 9 }).length;
      return bytes > limit ? [`${bytes} 字节，超过 ${limit}`] : [];
    };
    expect(broken(site.pages, (page) => sizes(page, LARGEST_PAGE))).toEqual([]);
    expect(broken(CITY.map(pageAt), (page) => sizes(page, 12 * 1024))).toEqual([]);
  });

  it('has no dead link and no link to a place that is not on the page', () => {
    const wrongWith = resolver(site);
    const wrong = broken(site.pages, (page) =>
      [...follows(page), ...loads(page)]
        .filter((address) => !isForeign(address) && !isNoPage(address))
        .flatMap((address) => wrongWith(page, address) ?? []),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('is valid HTML where it goes by county', async () => {
    const own = counties.slice(0, 1).flatMap((county) => DIVIDED.map((path) => `${path}${county}/`));
    expect(await faultsIn([...CITY, ...own].map(pageAt))).toEqual([]);
  });
});
