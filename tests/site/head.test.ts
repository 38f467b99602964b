import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { columnOf } from '../../src/views/head/columns.ts';
import {
  all,
  attribute,
  bodyText,
  broken,
  DIST,
  isOffice,
  isSample,
  type Page,
  readSite,
  textOf,
  isEmbed,
} from '../helpers/dist.ts';

const { pages } = readSite(DIST);
const apart = (page: Page) =>
  isSample(page) || isEmbed(page) || /^\/(?:samples\/|offline\/|404\.html)$/.test(page.path);

const tag = (page: Page, name: string) =>
  all(page, 'meta')
    .filter((one) => attribute(one, 'name') === name)
    .map((one) => attribute(one, 'content') ?? '');

const dataOf = (page: Page): Record<string, unknown>[] =>
  all(page, 'script')
    .filter((one) => attribute(one, 'type') === 'application/ld+json')
    .flatMap((one) => {
      const text = one.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      return JSON.parse(text) as Record<string, unknown>[];
    });

/** Page kind × tag × where its words come from (facts A2). */
const TABLE = [
  { kind: 'front page', is: /^\/$/, must: ['SiteName'], never: ['ColumnName', 'ArticleTitle', 'PubDate'] },
  {
    kind: 'column',
    is: /^\/(?:offices|services|questions|functions|rules|laws|affairs|disclosure)\/$/,
    must: ['SiteName', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
    never: ['ArticleTitle', 'PubDate'],
  },
  {
    kind: 'guide, function, system',
    is: /^\/(?:services|questions|functions|rules)\/[\w-]+\/$/,
    must: ['SiteName', 'ColumnName', 'ArticleTitle', 'PubDate'],
    never: [],
  },
  {
    kind: 'notice',
    is: /\/affairs\/\d[\w-]+\/$/,
    must: ['SiteName', 'ArticleTitle', 'PubDate', 'ContentSource'],
    never: [],
  },
  {
    kind: 'office',
    is: /^\/offices\/[\w-]+\/[\w-]+\/$/,
    must: ['SiteName', 'ArticleTitle'],
    never: ['PubDate'],
  },
];

describe('the page tags of government sites', () => {
  it.each(TABLE)('are right on: $kind', ({ is, must, never }) => {
    const those = pages.filter((page) => is.test(page.path) && !apart(page));
    expect(those.length).toBeGreaterThan(0);
    const wrong = (page: Page) => [
      ...must.filter((name) => tag(page, name).filter(Boolean).length !== 1),
      ...never.filter((name) => tag(page, name).length > 0).map((name) => `不该有 ${name}`),
    ];
    expect(broken(those, wrong)).toEqual([]);
  });

  it('exist for every column that the site has', () => {
    expect(
      broken(
        pages.filter((page) => !apart(page) && page.path !== '/'),
        ({ path }) => (columnOf(path) ? [] : ['栏目']),
      ),
    ).toEqual([]);
  });

  it('say no keyword twice', () => {
    const wrong = (page: Page) =>
      ['ColumnKeywords', 'Keywords']
        .flatMap((name) => tag(page, name))
        .filter((words) => new Set(words.split(',')).size < words.split(',').length);
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('carry only dates that stand in the content', () => {
    const wrong = (page: Page) =>
      tag(page, 'PubDate').filter((date) => {
        const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
        return !bodyText(page).includes(`${year}年${Number(month)}月${Number(day)}日`);
      });
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('show no code, number or mark that was not given', () => {
    const site = JSON.parse(readFileSync(join(ROOT, 'content/site.json'), 'utf8')) as {
      filings: object;
      url?: string;
    };
    expect([Object.keys(site.filings), site.url]).toEqual([[], undefined]);
    expect(broken(pages, (page) => [...tag(page, 'SiteIDCode'), ...tag(page, 'SiteDomain')])).toEqual([]);
  });

  it('are not on samples, which tell search engines to stay away', () => {
    const wrong = (page: Page) => [
      ...tag(page, 'ArticleTitle'),
      ...(tag(page, 'robots').includes('noindex') ? [] : ['noindex']),
      ...dataOf(page).map(() => 'ld+json'),
    ];
    expect(broken(pages.filter(isSample), wrong)).toEqual([]);
  });
});

describe('the data for machines', () => {
  const ofType = (page: Page, type: string) => dataOf(page).find((one) => one['@type'] === type);

  it('says of an office what its page says', () => {
    const wrong = (page: Page) => {
      const office = ofType(page, 'GovernmentOffice');
      const heading = all(page, 'h1').map(textOf).join();
      return [
        ...(office?.['name'] === heading ? [] : ['name']),
        ...[office?.['telephone'], office?.['email']].filter(
          (value) => typeof value === 'string' && !bodyText(page).includes(value),
        ),
      ].map(String);
    };
    expect(broken(pages.filter(isOffice), wrong)).toEqual([]);
  });

  it('says of a guide what its page says', () => {
    const guides = pages.filter(({ path }) => /^\/services\/[\w-]+\/$/.test(path));
    const wrong = (page: Page) => {
      const service = ofType(page, 'GovernmentService');
      const provider = service?.['provider'] as { name: string } | undefined;
      // Who only gives advice decides nothing, and names nobody who does.
      const decided = bodyText(page).includes('不作决定') && !provider ? [] : [provider?.name];
      return [service?.['name'], service?.['description'], ...decided]
        .filter((value) => !bodyText(page).includes(String(value)))
        .map(String);
    };
    expect(guides.length).toBeGreaterThan(10);
    expect(broken(guides, wrong)).toEqual([]);
  });

  it('tells the way to a page as its crumbs do', () => {
    const wrong = (page: Page) => {
      const way = ofType(page, 'BreadcrumbList')?.['itemListElement'] as { name: string }[] | undefined;
      const text = all(page, 'nav')
        .filter((one) => attribute(one, 'class')?.includes('crumbs'))
        .map(textOf)
        .join();
      return (way ?? []).filter(({ name }) => !text.includes(name)).map(({ name }) => name);
    };
    expect(broken(pages, wrong)).toEqual([]);
  });
});
