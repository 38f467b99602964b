import { describe, expect, it } from 'vitest';
import { createInstant } from '../../src/domain/search/instant.ts';
import { instantIndex } from '../../src/exports/search.ts';
import { elsewhereView } from '../../src/views/elsewhere.ts';
import { sitemapView } from '../../src/views/sitemap.ts';
import { aContent, problemsOf, TODAY } from '../helpers/content.ts';

const ROW = {
  id: 'id-card',
  title: '补办身份证',
  aliases: ['身份证丢了'],
  whose: '公安机关',
  where: '户籍地或者居住地派出所',
  phone: '12345',
  sources: [{ law: 'mediation-law', articles: ['第五条'] }],
};
const table = (...items: object[]) => ({ 'elsewhere.json': { updated: '2026-11-01', items } });

const catalogueWith = (...items: object[]) => {
  const { catalogue } = aContent(table(...items));
  if (!catalogue) throw new Error('the table has faults');
  return catalogue;
};

describe('what others handle', () => {
  it('is found by everyday words, and leads to its place in the table', () => {
    const instant = createInstant(instantIndex(catalogueWith(ROW)));
    expect(instant('身份证丢了')[0]).toMatchObject({
      path: '/elsewhere/#id-card',
      title: '补办身份证',
      text: '不归司法所管，由公安机关办：户籍地或者居住地派出所',
    });
  });

  it('counts as one page, however many rows it has', () => {
    const pages = (...rows: object[]) => instantIndex(catalogueWith(...rows)).pages;
    expect(pages(ROW, { ...ROW, id: 'b' })).toBe(pages(ROW));
  });

  it('is in the map of the site, and not there at all where a city has no such table', () => {
    const titles = (catalogue: Parameters<typeof sitemapView>[0]) =>
      sitemapView(catalogue).map(({ title }) => title);
    expect(titles(catalogueWith(ROW))).toContain('不归司法所管的事');
    const without = aContent().catalogue;
    expect(without && titles(without)).not.toContain('不归司法所管的事');
    expect(without && elsewhereView(without, TODAY)).toBeUndefined();
  });

  it.each([
    ['a number that nobody checked', { ...ROW, phone: '12356' }, '没有“12356”这个选项'],
    ['a sentence for an organisation', { ...ROW, whose: '找派出所，别找我们' }, '这里只写机构的名称'],
    [
      'a law that is not there',
      { ...ROW, sources: [{ law: 'no-law', articles: [] }] },
      '没有“no-law”这个法律',
    ],
  ])('refuses %s', (_, row, told) => {
    expect(problemsOf(table(row))).toEqual([expect.stringContaining(told)]);
  });

  it('refuses an id twice', () => {
    expect(problemsOf(table(ROW, ROW))).toEqual([expect.stringContaining('编号“id-card”重复')]);
  });
});
