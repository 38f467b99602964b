import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { tabTo } from '../helpers/keyboard.ts';

const stage = useBrowser();
const keys = (page: Page) => page.keyboard;

/** A Wednesday morning in Shanghai, in the week of the samples. */
const NOW = '2026-11-25T10:00:00+08:00';

/** Opens a page, and from then on touches nothing but the keyboard. */
async function walk(path: string, act: (page: Page) => Promise<void>) {
  const context = await stage.reader({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(NOW) });
  await page.goto(stage.address(path), { waitUntil: 'networkidle' });
  await act(page);
  await context.close();
}

const heading = (page: Page) => page.locator('h1').innerText();

describe('with the keyboard alone a resident', () => {
  it('finds the office of a village, and a number to call', () =>
    walk('/', async (page) => {
      await tabTo(page, /查找司法所/);
      await keys(page).type('底底古村');
      await page.getByRole('option', { name: /黑竹沟/ }).waitFor();
      await keys(page).press('ArrowDown');
      await keys(page).press('Enter');
      await page.waitForURL(/heizhugou/);
      expect(await heading(page)).toContain('黑竹沟镇司法所');
      expect((await tabTo(page, /12348/)).html).toContain('tel:12348');
    }));

  it('finds a guide and its list of what to bring', () =>
    walk('/', async (page) => {
      await tabTo(page, '全部办事指南');
      await keys(page).press('Enter');
      await page.waitForURL(/\/services\/$/);
      await tabTo(page, /申请法律援助/);
      await keys(page).press('Enter');
      await page.waitForURL(/legal-aid/);
      await tabTo(page, /材料清单/);
      await keys(page).press('Enter');
      await page.waitForURL(/checklist/);
      expect(await heading(page)).toContain('材料清单');
    }));

  it('sees who is there today, and calls', async () => {
    await walk('/samples/shili-jia/', async (page) => {
      await tabTo(page, /^谁在所里/);
      await keys(page).press('Enter');
      const card = page.locator('[data-whereabouts-date]').first();
      await card.waitFor();
      expect(await card.innerText()).toMatch(/^今日去向/);
      expect(await page.locator('whereabouts-today').innerText()).toContain('0000-0123456');
      await expect
        .poll(() => card.evaluate((one) => one.getBoundingClientRect().top < innerHeight))
        .toBe(true);
    });
    await walk('/offices/ebian/heizhugou/', async (page) => {
      await tabTo(page, '跳到正文');
      await keys(page).press('Enter');
      const call = await tabTo(page, /12348/, 1);
      expect(call.html).toContain('tel:');
    });
  });

  it('filters and sorts the matrix, and opens what stands behind a cell', () =>
    walk('/disclosure/', async (page) => {
      const choose = async (name: RegExp, downs: number) => {
        await tabTo(page, name);
        for (let down = 0; down < downs; down += 1) await keys(page).press('ArrowDown');
      };
      // The fourth item, in the state 待公开.
      await choose(/^事项/, 4);
      await choose(/^状态/, 3);
      const shown = await page.locator('tr[data-id]:visible').count();
      expect(await page.locator('disclosure-matrix [role="status"]').innerText()).toContain(
        `${shown}个司法所`,
      );
      expect(shown).toBeGreaterThan(0);
      await choose(/^排序/, 1);
      expect(await page.getByRole('combobox', { name: '排序' }).inputValue()).toBe('most');
      await tabTo(page, /司法所$/);
      const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      for (let press = 0; press < 17 && !(await label()).endsWith('待公开'); press += 1)
        await keys(page).press('ArrowRight');
      expect(await label()).toMatch(/司法所 .+：待公开$/);
      await keys(page).press('Enter');
      await page.waitForURL((url) => !url.pathname.startsWith('/disclosure/'));
      expect(await heading(page)).not.toBe('');
    }));

  it('finds whose office they are on the map’s page, and goes there', () =>
    walk('/map/', async (page) => {
      await tabTo(page, /查找司法所/);
      await keys(page).type('罗城镇');
      await page.getByRole('option').first().waitFor();
      await keys(page).press('ArrowDown');
      await keys(page).press('Enter');
      await page.waitForURL(/\/offices\/qianwei\/luocheng\//);
      expect(await heading(page)).toContain('罗城镇');
    }));
});
