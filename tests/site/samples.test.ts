import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  all,
  attribute,
  bodyText,
  broken,
  DIST,
  isPoster,
  isSample,
  type Page,
  readSite,
  isEmbed,
} from '../helpers/dist.ts';
import { follows } from '../helpers/links.ts';
import { samples } from '../helpers/raw-content.ts';

const { pages, files, folder } = readSite(DIST);
const byPath = new Map(pages.map((page) => [page.path, page]));
const numbers = samples().flatMap((one) => (one.phones ?? []).map(({ number }) => number.replace(/\D/g, '')));

/** Pages that nobody looks for. */
const APART = ['/404.html', '/offline/'];

describe('fictional offices stand apart', () => {
  it('each has a page that says at the top that nothing on it is real', () => {
    expect(samples().length).toBeGreaterThan(0);
    const wrong = samples().filter(({ path }) => {
      const page = byPath.get(path);
      return !page || !bodyText(page).includes('示例数据');
    });
    expect(wrong).toEqual([]);
    expect(
      broken(pages.filter(isSample), (page) => (bodyText(page).includes('示例数据') ? [] : ['没有横幅'])),
    ).toEqual([]);
  });

  it('search engines are told to leave them out', () => {
    const told = (page: Page) =>
      all(page, 'meta').some(
        (one) => attribute(one, 'name') === 'robots' && attribute(one, 'content')?.includes('noindex'),
      );
    const unlisted = pages.filter((page) => isSample(page) || isEmbed(page));
    expect(broken(unlisted, (page) => (told(page) ? [] : ['noindex']))).toEqual([]);
    expect(
      broken(
        pages.filter((page) => !unlisted.includes(page) && !isPoster(page) && !APART.includes(page.path)),
        (page) => (told(page) ? ['noindex'] : []),
      ),
    ).toEqual([]);
  });

  it('they are in no list of offices and in no site map', () => {
    const lists = pages.filter((page) => page.path.startsWith('/offices/'));
    const wrong = (page: Page) => follows(page).filter((address) => /\/samples\/[^/#]/.test(address));
    expect(broken(lists, wrong)).toEqual([]);
    const maps = [...files].filter((file) => /sitemap.*\.xml$/.test(file));
    expect(maps.filter((file) => readFileSync(join(folder, file), 'utf8').includes('/samples/'))).toEqual([]);
  });

  it('their telephone numbers cannot be tapped', () => {
    const wrong = (page: Page) =>
      follows(page).filter((address) => {
        const digits = address.replace(/\D/g, '');
        return (
          address.startsWith('tel:') && numbers.some((number) => number !== '' && digits.endsWith(number))
        );
      });
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('the closed one sends nobody there: it offers no business, and names who took it over', () => {
    const closed = pages.filter(
      (page) => isSample(page) && !isPoster(page) && bodyText(page).includes('已关闭（'),
    );
    expect(closed).toHaveLength(1);
    const wrong = (page: Page) => [
      ...(bodyText(page).includes('在所里能办') ? ['列出了能办的事'] : []),
      ...(bodyText(page).includes('可以请所里') ? ['叫人请所里翻译'] : []),
      ...(follows(page).some((address) => /\/samples\/[^/#]+\/$/.test(address)) ? [] : ['没有接替的所']),
    ];
    expect(broken(closed, wrong)).toEqual([]);
  });

  it('no real office’s page carries a word of theirs', () => {
    const names = samples().map(({ name }) => name);
    const others = pages.filter((page) => page.path.startsWith('/offices/'));
    expect(broken(others, (page) => names.filter((name) => bodyText(page).includes(name)))).toEqual([]);
  });
});
