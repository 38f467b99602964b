import { describe, expect, it } from 'vitest';
import { all, attribute, broken, DIST, readSite, UNDER_PATH } from '../helpers/dist.ts';
import { follows, isForeign, isNoPage, loads, resolver } from '../helpers/links.ts';

describe.each([
  ['at the root of a host', readSite(DIST)],
  ['below another site’s path', readSite(UNDER_PATH)],
])('a site %s', (_, site) => {
  const wrongWith = resolver(site);

  it('has no dead link, no missing file, no link to a place that is not on the page', () => {
    const wrong = broken(site.pages, (page) =>
      [...follows(page), ...loads(page)]
        .filter((address) => !isForeign(address) && !isNoPage(address))
        .flatMap((address) => wrongWith(page, address) ?? []),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('asks no other host for anything', () => {
    expect(broken(site.pages, (page) => loads(page).filter(isForeign))).toEqual([]);
  });

  it('names its own address in full only where that is required', () => {
    const canonical = broken(site.pages, (page) =>
      all(page, 'link')
        .filter((one) => attribute(one, 'rel') === 'canonical')
        .map((one) => new URL(attribute(one, 'href') ?? '', 'http://site').pathname)
        .filter((path) => path !== `${site.base}${page.path.slice(1)}`),
    );
    expect(canonical).toEqual([]);
  });
});

it('a site below another site’s path is the same site', () => {
  const addresses = (folder: string) => readSite(folder).pages.map((page) => page.path);
  expect(readSite(UNDER_PATH).base).toBe('/sfj/sfs/');
  expect(addresses(UNDER_PATH)).toEqual(addresses(DIST));
});
