/**
 * Plain http, as many county sites are still served: no service worker, no place of the phone, no clipboard, no
 * `crypto.subtle`. Every part must work all the same, or say what to do instead.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { DIST, readSite } from '../helpers/dist.ts';
import { telling } from '../helpers/kinds.ts';
import { openTab, tour } from '../helpers/tabs.ts';

/** This machine's own address would be trusted like https; a name of its own is not. */
const HOST = 'sfs.test';
const stage = useBrowser(readSite(DIST), [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
const address = (path: string) => stage.address(path).replace('127.0.0.1', HOST);

/** Opens a page with its own policy in force, and expects no complaint of the browser. */
async function visiting(path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await stage.reader({ bypassCSP: false });
  const { page, go } = await openTab(context);
  const complaints = await go(address(path));
  await act(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

describe('on plain http', () => {
  it('the browser indeed offers none of what needs https', () =>
    visiting('/', async (page) => {
      const has = await page.evaluate(() => [
        window.isSecureContext,
        'serviceWorker' in navigator,
        'clipboard' in navigator,
        'caches' in window,
        crypto.subtle !== undefined,
      ]);
      expect(has).toEqual([false, false, false, false, false]);
    }));

  it('all kinds of pages start whole and complain of nothing', async () => {
    const context = await stage.reader({ bypassCSP: false });
    const paths = telling(stage.site).map((page) => page.path);
    const told = await tour({ context, paths, address }, async ({ page, path, complaints }) => {
      await page.waitForLoadState('networkidle');
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .map((one) => one.localName)
          .filter((name) => name.includes('-') && !customElements.get(name)),
      );
      return [...complaints, ...dead].map((what) => `${path}: ${what}`);
    });
    await context.close();
    expect(told.flat()).toEqual([]);
  });

  it('the box finds an office', () =>
    visiting('/', async (page) => {
      await page.getByRole('combobox', { name: '查找司法所' }).fill('罗城');
      await page.getByRole('option', { name: '罗城' }).first().click();
      await page.waitForURL('**/offices/qianwei/luocheng/');
    }));

  it('the search finds at once and in the full text', () =>
    visiting(`/search/?q=${encodeURIComponent('调解协议')}`, async (page) => {
      await page
        .getByRole('status')
        .filter({ hasText: /^(?!.*正在).*找到\d+条/ })
        .waitFor();
      const links = page.getByRole('list', { name: '搜索结果' }).getByRole('link');
      expect(await links.count()).toBeGreaterThan(3);
    }));

  it('the map finds by name, without the phone’s place', () =>
    visiting('/map/', async (page) => {
      await page.getByRole('main').getByRole('combobox', { name: '查找司法所' }).fill('罗城');
      await page.getByRole('option', { name: '罗城镇司法所' }).click();
      await page.waitForURL('**/offices/qianwei/luocheng/**');
    }));

  it('where an office is measured, the map says that the phone’s place needs https', () =>
    visiting('/privacy/', async (page) => {
      // No office of this content is measured yet: the button that comes with one is put in as the page is read.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const answer = document.querySelector('[data-part="answer"]');
          if (!answer) return;
          observer.disconnect();
          answer.insertAdjacentHTML('afterend', '<button data-part="locate">用手机定位</button>');
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(address('/map/'));
      await button(page, '用手机定位').click();
      await page.getByText('这个网址不是https开头').waitFor();
      expect(await page.locator('[data-part="answer"]').innerText()).toContain('您归哪个所');
    }));

  it('the address of a page is copied the old way, and no list of apps is offered', () =>
    visiting('/services/legal-aid/', async (page) => {
      await button(page, '复制网址').click();
      await page.getByText('已复制网址').waitFor();
      expect(await button(page, '分享').count()).toBe(0);
    }));

  it('deadlines are reckoned', () =>
    visiting('/services/legal-aid/', async (page) => {
      await page.getByLabel('哪天法律援助机构收到申请？', { exact: true }).fill('2026-11-22');
      await page.getByText('最迟2026年11月29日（周日）').first().waitFor();
    }));

  it('an office says whether it is open, and its whereabouts of the day', () =>
    visiting('/samples/shili-jia/', async (page) => {
      await page.locator('[data-open-state="open"], [data-open-state="closed"]').first().waitFor();
      await page.locator('[data-whereabouts-date]').waitFor();
    }));

  it('the mode for the elderly stays on from page to page', () =>
    visiting('/', async (page) => {
      const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      await button(page, /长者模式/)
        .first()
        .click();
      expect(await size()).toBeGreaterThanOrEqual(24);
      await page.goto(address('/services/'));
      expect(await size()).toBeGreaterThanOrEqual(24);
    }));

  it('the page on what is kept says that nothing is, and whom to call', () =>
    visiting('/offline/', async (page) => {
      expect(await page.getByText('这个浏览器不能保存').isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: /12348/ }).first().isVisible()).toBe(true);
    }));
});
