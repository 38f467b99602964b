import { HtmlValidate } from 'html-validate';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { findInRegion } from '../../src/domain/finder/find-in-region.ts';
import { decodePlaces, shardOf } from '../../src/domain/finder/shards.ts';
import { copyContent } from '../helpers/build-apart.ts';
import { all, attribute, bodyText, broken, textOf } from '../helpers/dist.ts';
import { catalogue } from '../helpers/finder.ts';
import { follows, isForeign, isNoPage, loads, resolver } from '../helpers/links.ts';
import { CITY, regionSite, runRegion, writeRegion } from '../helpers/region-site.ts';

const { site, status, said, remove } = regionSite();
afterAll(remove);

const page = (path: string) => {
  const found = site.pages.find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path}`);
  return found;
};
const weight = (file: string) => gzipSync(readFileSync(join(site.folder, file)), { level: 9 }).length;

describe('a region is a site like its cities', () => {
  it('every page is valid HTML', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, '.htmlvalidate.json'), 'utf8')) as object;
    const validator = new HtmlValidate(config);
    const wrong: string[] = [];
    for (const { html, path } of site.pages) {
      const report = await validator.validateString(html, path);
      for (const { messages } of report.results)
        wrong.push(...messages.map(({ ruleId, message }) => `${path}: ${ruleId} ${message}`));
    }
    expect(wrong).toEqual([]);
  });

  it('has no dead link, and asks no other host for anything', () => {
    const wrongWith = resolver(site);
    const dead = broken(site.pages, (one) =>
      [...follows(one), ...loads(one)]
        .filter((address) => !isForeign(address) && !isNoPage(address))
        .flatMap((address) => wrongWith(one, address) ?? []),
    );
    expect(dead).toEqual([]);
    expect(broken(site.pages, (one) => loads(one).filter(isForeign))).toEqual([]);
  });

  it('leads to every county of a city on the city’s own site, and to every guide there', () => {
    const led = site.pages.flatMap(follows);
    const wanted = [
      ...catalogue.counties.map(({ slug }) => `${CITY}offices/${slug}/`),
      ...catalogue.services.map(({ slug }) => `${CITY}services/${slug}/`),
      `${CITY}map/`,
      `${CITY}data/offices.json`,
    ];
    expect(wanted.filter((address) => !led.includes(address))).toEqual([]);
  });

  it('tells disclosure by city as the city counts it', () => {
    const rows = all(page('/disclosure/'), 'tr').map(textOf);
    expect(rows.filter((row) => row.includes('乐山市'))).toEqual(['乐山市3962244396001848' + '0132']);
    expect(bodyText(page('/disclosure/'))).toContain('132个司法所');
  });
});

describe('a city that lies, or is nowhere, stops nobody', () => {
  it('the site is built, and the command says who and why', () => {
    expect(status).toBe(1);
    expect(said).toMatch(/5102 假话市：不可信，没有用（.*校验和不符/);
    expect(said).toMatch(/5103 失联市：没有取到（.*没有这个文件.*加 --build/);
    expect(said).toContain('3 个市，1 个正常');
  });

  it('readers are told on the home page and in the list, without what is the operator’s', () => {
    expect(bodyText(page('/'))).toContain(
      '2个市的数据这次没有更新：假话市（不可信，没有用）、失联市（没有取到）',
    );
    const states = all(page('/data/'), 'li').flatMap((one) => attribute(one, 'data-city-state') ?? []);
    expect(states).toEqual(['current', 'refused', 'failed']);
    const texts = [...site.files].filter((name) => /\.(?:html|json)$/.test(name));
    expect(texts.filter((name) => readFileSync(join(site.folder, name), 'utf8').includes(tmpdir()))).toEqual(
      [],
    );
  });
});

describe('one box and one search over all cities', () => {
  const { length } = [...site.files].filter((name) => name.startsWith('/data/places/'));
  const ask = (key: string) =>
    Promise.resolve(
      decodePlaces(
        JSON.parse(readFileSync(join(site.folder, `data/places/${shardOf(key, length)}.json`), 'utf8')),
      ),
    );

  it('every township leads to its office on its city’s site', async () => {
    const lost: string[] = [];
    for (const { id, townships } of catalogue.offices)
      for (const { record, county } of townships) {
        const { found } = await findInRegion(`${county.record.name}${record.name}`, ask);
        if (!found.some(({ url }) => url === `${CITY}offices/${id}/`)) lost.push(record.name);
      }
    expect(lost).toEqual([]);
  });

  it('no shard weighs more than 20 kB, nor the home page more than a first packet', () => {
    const heavy = [...site.files].filter((name) => name.startsWith('/data/places/') && weight(name) > 20_480);
    expect(heavy).toEqual([]);
    expect(weight('index.html')).toBeLessThan(14_336);
  });
});

describe('cities that this machine builds', () => {
  it('one that has not changed is not built again, and one with errors stops nobody', () => {
    const folder = mkdtempSync(join(tmpdir(), 'open-office-fan-'));
    try {
      // A copy: beside its own project a city's site would be built in place of the one that is tested.
      copyContent(join(folder, 'city/content'), 'qianwei');
      const cities = [
        { code: '5111', name: '乐山市', folder: 'city', address: CITY },
        { code: '5112', name: '错市', folder: 'broken', address: 'https://cuo.example.gov.cn/' },
      ];
      writeRegion(folder, { cities });
      const first = runRegion(folder, ['--build']);
      expect(first.said).toMatch(/✓ 5111 乐山市/);
      expect(first.status).toBe(1);
      const again = runRegion(folder, ['--build']);
      expect(again.said).toContain('1 个市在这台机器上生成，1 个没有变');
      expect(again.said).not.toContain('✓');
      const share = runRegion(folder, ['--share', '2/2']);
      expect(share.said).toContain('0 个市在这台机器上生成');
      expect(runRegion(folder, ['--share', '3/2']).status).toBe(2);
      expect(existsSync(join(folder, 'dist/offices/5111/index.html'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
