import { describe, expect, it } from 'vitest';
import { all, attribute, broken, DIST, type Page, readSite, textOf } from '../helpers/dist.ts';

const { pages } = readSite(DIST);

const meta = (page: Page, name: string) =>
  all(page, 'meta')
    .filter((element) => attribute(element, 'name') === name)
    .map((element) => attribute(element, 'content') ?? '');

const titles = (page: Page) =>
  all(page, 'title')
    .filter((one) => one.parentNode?.nodeName === 'head')
    .map(textOf);

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function skippedLevels(page: Page): string[] {
  const levels = all(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((one) => ({
    level: Number(one.tagName[1]),
    text: textOf(one),
  }));
  return levels.flatMap(({ level, text }, index) => {
    const before = levels[index - 1]?.level ?? 0;
    return level > before + 1 ? [`“${text}”是 h${level}，前面是 h${before}`] : [];
  });
}

describe('every page of the site', () => {
  it('is written in Chinese and says so', () => {
    expect(
      broken(pages, (page) =>
        all(page, 'html').flatMap((one) => (attribute(one, 'lang') === 'zh-CN' ? [] : ['lang'])),
      ),
    ).toEqual([]);
  });

  it('has one main heading, and headings that skip no level', () => {
    const wrong = (page: Page) => [
      ...(all(page, 'h1').length === 1 ? [] : [`${all(page, 'h1').length} 个 h1`]),
      ...all(page, 'h1').flatMap((one) => (textOf(one) ? [] : ['空的 h1'])),
      ...skippedLevels(page),
    ];
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('leaves no gap between two sentences, which Chinese does not have', () => {
    const gaps = (page: Page) =>
      all(page, 'p', 'li', 'dd')
        .flatMap(({ childNodes }) => childNodes.map((one) => ('value' in one ? one.value : '')))
        .flatMap((text) => /.{0,9}[。，；]\s+\p{Script=Han}.{0,9}/u.exec(text) ?? []);
    expect(broken(pages, gaps)).toEqual([]);
  });

  it('says no number twice within a screen where there is no such page', () => {
    const missing = pages.find(({ path }) => path === '/404.html');
    const numbers = missing ? all(missing, 'a').map((one) => attribute(one, 'href') ?? '') : [];
    const calls = numbers.filter((href) => href.startsWith('tel:'));
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it('has a title of its own', () => {
    expect(broken(pages, (page) => (titles(page).filter(Boolean).length === 1 ? [] : ['title']))).toEqual([]);
    expect(repeated(pages.flatMap(titles))).toEqual([]);
  });

  it('has a description for search engines', () => {
    const wrong = (page: Page) =>
      meta(page, 'description').filter(Boolean).length === 1 ? [] : ['description'];
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('can be enlarged by the reader', () => {
    const wrong = (page: Page) => {
      const viewport = meta(page, 'viewport').join();
      const good = viewport.includes('width=device-width') && !/user-scalable|maximum-scale/.test(viewport);
      return good ? [] : [`viewport: ${viewport}`];
    };
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('never gives one id to two things', () => {
    const ids = (page: Page) => page.elements.flatMap((one) => attribute(one, 'id') ?? []);
    expect(broken(pages, (page) => repeated(ids(page)))).toEqual([]);
  });

  it('describes every picture, or marks it as decoration', () => {
    const wrong = (page: Page) =>
      all(page, 'img').flatMap((one) =>
        attribute(one, 'alt') === undefined ? [attribute(one, 'src') ?? 'img'] : [],
      );
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('carries no code or style in its attributes', () => {
    const wrong = (page: Page) =>
      page.elements.flatMap((one) =>
        one.attrs
          .filter(({ name }) => name === 'style' || name.startsWith('on'))
          .map(({ name }) => `${one.tagName} ${name}`),
      );
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('never says today about where people are: a page outlives its day', () => {
    const about = (page: Page) =>
      page.elements.filter(
        (one) =>
          attribute(one, 'data-whereabouts-date') !== undefined ||
          (one.tagName === 'section' &&
            one.childNodes.some((child) => child.nodeName === 'h2' && textOf(child).includes('去向'))),
      );
    const wrong = (page: Page) =>
      about(page)
        .map(textOf)
        .filter((text) => /今日|今天|昨天|明天/.test(text));
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('is built with open or closed unknown: only the reader’s clock can tell', () => {
    const wrong = (page: Page) =>
      page.elements
        .map((one) => attribute(one, 'data-open-state') ?? 'unknown')
        .filter((state) => state !== 'unknown');
    expect(broken(pages, wrong)).toEqual([]);
  });
});
