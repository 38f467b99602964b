import { describe, expect, it } from 'vitest';
import { countyIn, placeOf, cacheOf } from '../../src/domain/offline.ts';

describe('on a phone', () => {
  it.each([
    ['/', 'pages'],
    ['/offices/qianwei/luocheng/', 'pages'],
    ['/404.html', 'pages'],
    ['/_astro/start-BqjcnqaK.js', 'assets'],
    ['/photos/0123abcd.jpg', 'photos'],
    ['/data/finder/townships.json', 'data'],
    ['/data/search/urgent.gbk.txt', 'data'],
    ['/data/search/first.gbk.txt', 'data'],
    ['/data/search/more.json', 'data'],
    ['/data/search/asked/answers.json', 'data'],
    ['/data/search/asked/7.json', 'data'],
  ])('%s is kept among the %s', (path, cacheName) => {
    expect(cacheOf(path)).toBe(cacheName);
  });

  it.each([
    '/data/whereabouts/qianwei/luocheng.json',
    '/data/disclosure.json',
    '/data/offices.geojson',
    '/data/withdrawn.json',
    '/data/offline/qianwei.json',
    '/files/qianwei/luocheng/jihua.pdf',
    '/pagefind/pagefind.js',
    '/admin/',
    '/sw.js',
  ])('%s is never kept', (path) => {
    expect(cacheOf(path)).toBeUndefined();
  });

  it('a page has one place, however its address is written', () => {
    expect(placeOf('/offices/index.html')).toBe('/offices/');
    expect(placeOf('/index.html')).toBe('/');
    expect(placeOf('/offices/')).toBe('/offices/');
  });

  it('the county is that of the office or county page looked at', () => {
    expect(countyIn('/offices/qianwei/luocheng/')).toBe('qianwei');
    expect(countyIn('/offices/qianwei/')).toBe('qianwei');
    expect(['/offices/', '/', '/samples/shili-jia/'].map(countyIn)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
