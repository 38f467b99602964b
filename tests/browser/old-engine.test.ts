import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, readSite } from '../helpers/dist.ts';
import { comeToMap } from '../helpers/map.ts';
import { ENGINES, oldChromium } from '../helpers/old-chromium.ts';
import { PATIENCE } from '../helpers/patience.ts';
import { serveSite } from '../helpers/server.ts';

const engines = await Promise.all(
  ENGINES.map(async (engine) => ({ ...engine, program: await oldChromium(engine) })),
);
const site = readSite(DIST);
let served: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  served = await serveSite(site);
});
afterAll(() => served.close());

// What the test's own library asks of a page before it acts, these engines lack: keys and scripts act instead.
const typed = async (page: Page, field: string, text: string) => {
  await page.evaluate((one) => {
    const input = document.querySelector<HTMLInputElement>(one);
    input?.focus();
    input?.select();
  }, field);
  await page.keyboard.insertText(text);
};
const count = (page: Page, what: string) =>
  page.evaluate((one) => document.querySelectorAll(one).length, what);

describe.each(engines)('a phone with Chromium $major', ({ major, program }) => {
  const able = program === undefined ? it.skip : it;
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (program)
      browser = await chromium.launch({
        executablePath: program,
        args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
      });
  });
  afterAll(() => browser?.close());

  /** Opens a page, does something, and gives back what went wrong in it. */
  async function open(path: string, act: (page: Page) => Promise<void>): Promise<string[]> {
    if (!browser) throw new Error('no engine');
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'zh-CN' });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    await page.goto(`${served.origin}${path}`, { waitUntil: 'load' });
    await act(page);
    await context.close();
    return wrong;
  }

  able('is one of those years', () => {
    expect(browser?.version()).toMatch(new RegExp(`^${major}\\.`));
  });

  able('searches the whole text, of guides and of offices', async () => {
    const wrong = await open(`/search/?q=${encodeURIComponent('调解协议')}`, async (page) => {
      const status = page.locator('site-search [role=status]');
      await expect.poll(() => status.innerText()).toMatch(/^(?!.*正在).*找到\d+条与“调解协议”/);
      expect(await count(page, '.found mark')).toBeGreaterThan(0);
      await typed(page, 'site-search input[name=q]', '彝汉双语');
      await page.keyboard.press('Enter');
      await expect.poll(() => status.innerText()).toMatch(/^(?!.*正在).*找到\d+条与“彝汉双语”/);
      await expect.poll(() => count(page, '.found a[href*="/offices/"]')).toBeGreaterThan(0);
    });
    expect(wrong).toEqual([]);
  });

  able('tells people in danger whom to call', async () => {
    const wrong = await open(`/search/?q=${encodeURIComponent('老公打我怎么办')}`, async (page) => {
      await expect.poll(() => count(page, '[data-danger] a[href="tel:110"]')).toBeGreaterThan(0);
      expect(await page.locator('[data-danger]').innerText()).toMatch(/有人打您/);
    });
    expect(wrong).toEqual([]);
  });

  able('finds the office of a village, and the office’s page answers', async () => {
    const wrong = await open('/', async (page) => {
      await typed(page, 'main office-finder input', '费槽村');
      await expect.poll(() => count(page, 'main [role=option]')).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/offices/shawan/taiping/**');
      expect(await page.locator('h1').innerText()).toContain('太平镇司法所');
      await expect.poll(() => page.locator('main').innerText()).toMatch(/费槽村归本所/);
      expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    });
    expect(wrong).toEqual([]);
  });

  able.each(['/services/legal-aid/', '/disclosure/', '/samples/shili-jia/', '/map/'])(
    'reads %s',
    async (path) => {
      const wrong = await open(path, async (page) => {
        await page.waitForLoadState('networkidle');
        expect((await page.locator('main').innerText()).length).toBeGreaterThan(300);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        if (path === '/map/') {
          await comeToMap(page);
          expect(await page.locator('.map-mark').count()).toBeGreaterThan(3);
        }
        if (path.startsWith('/samples/'))
          expect(await page.locator('[data-open-state]').first().getAttribute('data-open-state')).not.toBe(
            'unknown',
          );
      });
      expect(wrong).toEqual([]);
    },
  );
});
