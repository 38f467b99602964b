import { describe, expect, it } from 'vitest';
import {
  all,
  attribute,
  bodyText,
  broken,
  DIST,
  isCounty,
  isOffice,
  type Page,
  readSite,
  textOf,
} from '../helpers/dist.ts';
import { divisions, realOffices } from '../helpers/raw-content.ts';

const { pages } = readSite(DIST);
const byPath = new Map(pages.map((page) => [page.path, page]));
const offices = pages.filter(isOffice);

/** The four disclosures (四公开), by a word that the heading of each contains. */
const FOUR = ['职能', '人员', '去向', '管理'];

const headings = (page: Page) => all(page, 'h2').map(textOf);

describe('the real offices of the city', () => {
  it('are 132, each with a page that bears its name', () => {
    const named = realOffices().map(({ path, name }) => ({ path, name }));
    const shown = offices.map((page) => ({ path: page.path, name: all(page, 'h1').map(textOf).join() }));
    const order = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    expect(shown).toHaveLength(132);
    expect(shown.toSorted(order)).toEqual(named.toSorted(order));
  });

  it('belong to 11 counties, each with a page that leads to all of them', () => {
    const counties = pages.filter(isCounty);
    expect(counties).toHaveLength(11);
    const linked = (page: Page) =>
      all(page, 'a').flatMap((one) => (textOf(one).includes('司法所') ? (attribute(one, 'href') ?? []) : []));
    const missing = broken(counties, (page) => {
      const own = realOffices().filter(({ path }) => path.startsWith(page.path));
      return own
        .filter(({ path }) => !linked(page).some((href) => href.endsWith(path)))
        .map(({ name }) => name);
    });
    expect(missing).toEqual([]);
  });

  it('are reached from the list of counties', () => {
    const list = byPath.get('/offices/');
    const links = list ? all(list, 'a').map((one) => attribute(one, 'href') ?? '') : [];
    const missing = divisions().filter(
      ({ slug }) => !links.some((href) => href.endsWith(`/offices/${slug}/`)),
    );
    expect(missing).toEqual([]);
  });

  it('say once under whom they are', () => {
    const said = (page: Page) => bodyText(page).match(/主管单位/g)?.length ?? 0;
    expect(offices.filter((page) => said(page) !== 1).map(({ path }) => path)).toEqual([]);
  });

  it('show the four disclosures as sections', () => {
    const wrong = (page: Page) => FOUR.filter((word) => !headings(page).some((text) => text.includes(word)));
    expect(broken(offices, wrong)).toEqual([]);
  });

  it('say 待公开 for a telephone that nobody has published, and give the hotline instead', () => {
    const unknown = new Set(realOffices().flatMap((one) => (one.phones?.length ? [] : one.path)));
    const list = offices.filter((page) => unknown.has(page.path));
    expect(
      broken(list, (page) => ['待公开', '12348'].filter((word) => !bodyText(page).includes(word))),
    ).toEqual([]);
  });

  it('lead to what is known of their bureau, not to the head of a long list', () => {
    const wrong = broken(offices, (page) =>
      all(page, 'a')
        .filter((link) => /司法局$/.test(textOf(link)))
        .map((link) => attribute(link, 'href') ?? '')
        .filter((href) => !/^\/offices\/[\w-]+\/#bureau$/.test(href)),
    );
    expect(wrong).toEqual([]);
  });

  it('are of a bureau of which it is told where its name comes from, where nothing else is known', () => {
    const told = bodyText(byPath.get('/offices/shizhong/') as Page);
    expect(told).toContain('名称来源：按通行全称拟定');
  });

  it('can be found by any of the 1371 villages and communities, each on the page of its county', () => {
    const names = divisions().flatMap(({ slug, data }) =>
      data.townships.flatMap((township) =>
        township.communities.map(({ name }) => ({
          path: `/offices/${slug}/`,
          township: township.name,
          name,
        })),
      ),
    );
    const texts = new Map(pages.filter(isCounty).map((page) => [page.path, bodyText(page)]));
    expect(names).toHaveLength(1371);
    expect(names.filter(({ path, name }) => !texts.get(path)?.includes(name))).toEqual([]);
  });
});
