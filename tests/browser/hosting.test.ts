/** What needs script, in a real browser on a real nginx with the shipped configuration, at both places. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { DIST, readSite, UNDER_PATH } from '../helpers/dist.ts';
import { comeToMap } from '../helpers/map.ts';
import { runNginx, type Running } from '../helpers/nginx.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();

describe.each([
  ['at the root of a host', DIST],
  ['below another site’s path', UNDER_PATH],
])('on nginx, %s', (_, folder) => {
  const { base } = readSite(folder);
  let nginx: Running;
  beforeAll(async () => {
    nginx = await runNginx(folder);
  });
  afterAll(() => nginx.stop());

  /** Opens a page with its policy in force; nothing may be refused or missing. */
  async function open(path: string, act: (page: Page) => Promise<void>) {
    const context = await stage.reader({ bypassCSP: false });
    const { page, go } = await openTab(context);
    const complaints = await go(`${nginx.origin}${base}${path}`);
    await act(page);
    expect(complaints).toEqual([]);
    await context.close();
  }

  it('the box finds an office and goes there', () =>
    open('', async (page) => {
      await page.getByRole('combobox', { name: '查找司法所' }).fill('luocheng');
      await page.getByRole('option').filter({ hasText: '罗城' }).first().click();
      await page.waitForURL(`**${base}offices/qianwei/luocheng/**`);
    }));

  it('the full-text search answers', () =>
    open(`search/?q=${encodeURIComponent('法律援助')}`, async (page) => {
      await page.getByRole('status').filter({ hasText: /找到/ }).waitFor();
      const results = page.getByRole('list', { name: '搜索结果' }).getByRole('link');
      expect(await results.first().getAttribute('href')).toContain(base);
    }));

  it('the map shows the offices', () =>
    open('map/', async (page) => {
      await comeToMap(page);
      await page.locator('.leaflet-marker-icon').first().waitFor({ state: 'attached' });
    }));
});
