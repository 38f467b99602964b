import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { all, attribute, broken, DIST, isOffice, isSample, type Page, readSite } from '../helpers/dist.ts';

const { pages } = readSite(DIST);
const offices = pages.filter(isOffice);

/** What fits into the first answer of a server, before the reader's phone has confirmed anything. */
const FIRST_ROUND_TRIP = 14 * 1024;
const LARGEST_PAGE = 60 * 1024;

const zipped = (page: Page) => gzipSync(page.html, { level: 9 }).length;

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
});
