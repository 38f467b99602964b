import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apart } from '../helpers/build-apart.ts';
import { all, attribute, bodyText, type Built, DIST, type Page, readSite, textOf } from '../helpers/dist.ts';
import { follows, isForeign, isNoPage, loads, resolver } from '../helpers/links.ts';

const work = apart();
afterAll(() => work.remove());

const OFFICE = 'offices/qianwei/luocheng/office.json';
let strict: ReturnType<typeof work.build>;
let built: ReturnType<typeof work.build>;
let site: Built;

beforeAll(() => {
  const text = readFileSync(join(work.content, OFFICE), 'utf8');
  work.write(OFFICE, text.replace('{', '{\n  "phones": [{ "number": "一二三", "use": "consult" }],'));
  strict = work.build();
  expect(existsSync(work.out)).toBe(false);
  built = work.build(['--quarantine']);
  site = readSite(work.out);
});

const page = (path: string, of: Built = site) => of.pages.find((one) => one.path === path) as Page;

describe('with an office in error', () => {
  it('the usual build stops and leaves nothing', () => {
    expect(strict.status).toBe(1);
    expect(strict.said).toContain('phones[0].number');
  });

  it('--quarantine publishes the city, tells who and why, and ends with 1', () => {
    expect(built.status).toBe(1);
    expect(built.said).toContain('phones[0].number');
    expect(built.said).toContain('犍为县罗城镇司法所（offices/qianwei/luocheng/）');
    const paths = (of: Built) => of.pages.map(({ path }) => path);
    expect(paths(site)).toEqual(paths(readSite(DIST)));
  });

  it('the office’s page says whom to call and that it is being mended, nothing else', () => {
    const text = bodyText(page('/offices/qianwei/luocheng/'));
    for (const word of ['罗城镇', '页面正在更正', '犍为县司法局', '12348']) expect(text).toContain(word);
    const headings = all(page('/offices/qianwei/luocheng/'), 'h2', 'h3').map(textOf);
    expect(headings.filter((one) => /职能|人员|去向|管理|服务哪些|规范化/.test(one))).toEqual([]);
  });

  it('the pages of the others are the same as without the error', () => {
    const other = '/offices/qianwei/yujin/';
    const main = (of: Built) => all(page(other, of), 'main').map((one) => attribute(one, 'id'));
    expect(main(site)).toEqual(['main']);
    // How far the little map reaches depends on which offices of the county are known.
    const text = (of: Built) => bodyText(page(other, of)).replace(/\d+公里/, '');
    expect(text(site)).toBe(text(readSite(DIST)));
  });

  it('no link leads into nothing', () => {
    const wrong = resolver(site);
    const dead = site.pages.flatMap((one) =>
      [...follows(one), ...loads(one)]
        .filter((address) => !isForeign(address) && !isNoPage(address))
        .flatMap((address) => wrong(one, address) ?? []),
    );
    expect([...new Set(dead)]).toEqual([]);
  });

  it('the site itself tells programs who was set aside', () => {
    const release = JSON.parse(readFileSync(join(work.out, 'release.json'), 'utf8')) as object;
    expect(release).toMatchObject({ quarantined: ['qianwei/luocheng'] });
  });
});
