/** The site on the plainest of hosts, whose links name every file; and addresses that were given up. */
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { apart } from '../helpers/build-apart.ts';
import { all, attribute, type Built, type Page, readSite, textOf, isEmbed } from '../helpers/dist.ts';
import { follows, isForeign, isNoPage, loads } from '../helpers/links.ts';
import { runNginx } from '../helpers/nginx.ts';
import { servePlainly } from '../helpers/plain-server.ts';

const OLD = '/offices/qianwei/jiuming/';
const NEW = '/offices/qianwei/luocheng/';
const HOST = 'https://www.example.gov.cn';

const work = apart('qianwei');
afterAll(() => work.remove());
let site: Built;

/** A name that would like to be code, wherever it is written. */
const CODE = `所</script><img src=x onerror=alert(1)>'"`;

beforeAll(() => {
  const office = join('offices', 'qianwei', 'luocheng', 'office.json');
  const record = JSON.parse(readFileSync(join(work.content, office), 'utf8')) as object;
  work.write(office, JSON.stringify({ ...record, name: CODE, shortName: '<b>罗城</b>' }));
  work.write('redirects.json', JSON.stringify({ redirects: [{ from: OLD, to: NEW, reason: '改名' }] }));
  const { status, said } = work.build(['--explicit-index'], { SITE_URL: HOST, BASE_PATH: '/sfj/sfs/' });
  if (status !== 0) throw new Error(said);
  site = { ...readSite(work.out), base: '/sfj/sfs/' };
});

describe('on a host that opens no folder and sends no header of its own', () => {
  it('every link and every file of every page is there under its full name', async () => {
    const { origin, close } = await servePlainly(site.folder, site.base);
    const asked = new Map<string, number>();
    const wrong: string[] = [];
    for (const page of site.pages) {
      const here = `${origin}${site.base}${page.path.slice(1)}`;
      for (const address of [...follows(page), ...loads(page)]) {
        if (isForeign(address) || isNoPage(address)) continue;
        const url = new URL(address, here).href.replace(/[?#].*/, '');
        if (url === here) continue;
        if (!asked.has(url)) asked.set(url, (await fetch(url)).status);
        if (asked.get(url) !== 200) wrong.push(`${page.path}: ${address}`);
      }
    }
    await close();
    expect(asked.size).toBeGreaterThan(site.pages.filter((page) => !isEmbed(page)).length);
    expect(wrong).toEqual([]);
  });

  it('each page names itself by the address under which it can be had', () => {
    const page = site.pages.find(({ path }) => path === NEW) as Page;
    const canonical = all(page, 'link').find((one) => attribute(one, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).toBe(`${HOST}/sfj/sfs${NEW}index.html`);
  });
});

describe('an address that was given up', () => {
  const page = () => site.pages.find(({ path }) => path === OLD) as Page;
  const meta = (name: string, key = 'name') =>
    all(page(), 'meta')
      .filter((one) => attribute(one, key) === name)
      .map((one) => attribute(one, 'content'));

  it('leads on at once, without script, on any host', () => {
    expect(meta('refresh', 'http-equiv')).toEqual([`0; url=/sfj/sfs${NEW}index.html`]);
    expect(follows(page())).toContain(`/sfj/sfs${NEW}index.html`);
  });

  it('tells search engines where the page is now, and to forget this one', () => {
    const canonical = all(page(), 'link').filter((one) => attribute(one, 'rel') === 'canonical');
    expect(canonical.map((one) => attribute(one, 'href'))).toEqual([`${HOST}/sfj/sfs${NEW}index.html`]);
    expect(meta('robots')).toEqual(['noindex']);
    expect(readFileSync(join(site.folder, 'sitemap.xml'), 'utf8')).not.toContain(OLD);
  });

  it('is valid HTML', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, '.htmlvalidate.json'), 'utf8')) as object;
    const report = await new HtmlValidate(config).validateString(page().html, OLD);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('is answered by the server itself where its configuration is used', async () => {
    const nginx = await runNginx(site.folder);
    const answer = await fetch(`${nginx.origin}/sfj/sfs${OLD}`, { redirect: 'manual' });
    await nginx.stop();
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/sfj/sfs${NEW}`]);
  });
});

describe('a name that looks like code', () => {
  it('is text on every page', () => {
    const wrong = site.pages.filter((one) =>
      all(one, 'img', 'b').some((element) => attribute(element, 'src') === 'x' || textOf(element) === '罗城'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(all(site.pages.find(({ path }) => path === NEW) as Page, 'h1').map(textOf)).toEqual([CODE]);
  });

  it('ends no block of data: each can be read', () => {
    const blocks = site.pages.flatMap((one) =>
      all(one, 'script').filter((element) => /json/.test(attribute(element, 'type') ?? '')),
    );
    const texts = blocks.map((one) =>
      one.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(() => texts.forEach((text) => JSON.parse(text))).not.toThrow();
  });
});
