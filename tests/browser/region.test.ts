import { afterAll, describe, expect, it } from 'vitest';
import { AXE, violations } from '../helpers/axe.ts';
import { useBrowser } from '../helpers/browser.ts';
import { gathered } from '../helpers/dist.ts';
import { CITY, regionSite } from '../helpers/region-site.ts';
import { tour } from '../helpers/tabs.ts';

const { site, remove } = regionSite();
const stage = useBrowser(site);
afterAll(remove);

describe('the site of a region on a phone', () => {
  it('puts no barrier in anyone’s way, asks no other host for anything, and logs no error', async () => {
    const context = await stage.reader();
    const paths = site.pages.map(({ path }) => path);
    const seen = await tour(
      { context, paths, address: stage.address, script: AXE },
      async ({ page, path, complaints }) => ({ path, wrong: [...complaints, ...(await violations(page))] }),
    );
    await context.close();
    expect(seen).toHaveLength(paths.length);
    expect(gathered(seen.flatMap(({ path, wrong }) => wrong.map((what) => ({ path, what }))))).toEqual([]);
  });

  it('the box answers with offices of every city, and leads to the city’s own site', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    const asked: string[] = [];
    await page.route(`${CITY}**`, (route) => route.fulfill({ body: 'city', contentType: 'text/html' }));
    await page.goto(stage.address('/'));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const box = page.getByRole('combobox', { name: '查找司法所' });
    await box.fill('苏稽镇');
    await page.getByRole('option', { name: '苏稽镇司法所 — 乐山市市中区' }).waitFor();
    expect(asked.filter((path) => !path.endsWith('/favicon.svg'))).toHaveLength(3);
    await box.press('Enter');
    await page.waitForURL(`${CITY}offices/shizhong/suji/`);
    await context.close();
  });

  it('the search answers with the place first, then with the guides of its city', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/search/?q=苏稽镇法律援助'));
    const links = page.getByRole('list', { name: '搜索结果' }).getByRole('link');
    await links.nth(1).waitFor();
    const hrefs = await links.evaluateAll((list) => list.map((one) => one.getAttribute('href')));
    expect(hrefs.slice(0, 2)).toEqual([`${CITY}offices/shizhong/suji/`, `${CITY}services/legal-aid/`]);
    await page.getByRole('status').filter({ hasText: '条与“苏稽镇法律援助”有关的结果' }).waitFor();
    await context.close();
  });

  it('whom people in danger call stands above what was found', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/search/?q=老公打我'));
    await page.getByRole('link', { name: /^110/ }).first().waitFor();
    await page.locator('[data-danger] h2').waitFor();
    await context.close();
  });
});
