import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isEmbed } from '../helpers/dist.ts';
import { useBrowser } from '../helpers/browser.ts';

const stage = useBrowser();
const { address, site } = stage;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Visit {
  readonly page: Page;
  /** Every address that was asked for, from the beginning. */
  readonly requests: readonly string[];
}

/** Opens a page with a box, does something there, and closes it. */
async function visit(path: string, act: (visit: Visit) => Promise<void>, options?: BrowserContextOptions) {
  const context = await stage.reader(options);
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address(path), { waitUntil: 'load' });
  await act({ page, requests });
  await context.close();
}

const box = (page: Page) => page.getByRole('combobox', { name: '查找司法所' });
const options = (page: Page) => page.getByRole('option');
const status = (page: Page) => page.locator('office-finder').getByRole('status');

/** The options once there are any. */
async function answers(page: Page): Promise<string[]> {
  await options(page).first().waitFor();
  return options(page).allInnerTexts();
}

const current = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent : undefined;
  });

describe('who looks for an office', () => {
  it.each([
    ['the home page', '/'],
    ['a guide', '/services/people-mediation/'],
    ['the page for dead addresses', '/404.html'],
  ])('finds one box on %s', async (_, path) => {
    await visit(path, async ({ page }) => {
      expect(await box(page).count()).toBe(1);
      expect(await box(page).getAttribute('aria-expanded')).toBe('false');
      const { height = 0 } = (await box(page).boundingBox()) ?? {};
      expect(height).toBeGreaterThanOrEqual(44);
    });
  });

  it('reads the whole hint in it on a narrow phone, in 长者模式 too', async () => {
    const cut = (page: Page) =>
      box(page).evaluate((input: HTMLInputElement) => {
        input.value = input.placeholder;
        return input.value === '' || input.scrollWidth > input.clientWidth;
      });
    const narrow = { viewport: { width: 360, height: 800 } };
    await visit(
      '/',
      async ({ page }) => {
        expect(await cut(page)).toBe(false);
        await page.evaluate(() => (document.documentElement.dataset['mode'] = 'elder'));
        expect(await cut(page)).toBe(false);
      },
      narrow,
    );
  });

  it('is one press away from it on every page', () => {
    const search = new URL(address('/search/')).pathname;
    const others = site.pages.filter((page) => !isEmbed(page) && !page.html.includes(`href="${search}"`));
    expect(others.map(({ path }) => path)).toEqual([]);
    expect(site.pages.filter(({ html }) => html.split('<office-finder').length > 2)).toEqual([]);
  });

  it.each(['红星', '离婚'])('meets no barrier while the answer to %s is open', async (text) => {
    await visit('/', async ({ page }) => {
      await box(page).fill(text);
      await status(page)
        .getByText(/个结果|没有叫这个名字/)
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.addScriptTag({ content: axeSource });
      const barriers = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        return (await axe.run('office-finder')).violations.map(({ id, help }) => `${id}: ${help}`);
      });
      expect(barriers).toEqual([]);
    });
  });

  it('gets there with the keyboard alone', async () => {
    await visit('/', async ({ page }) => {
      await box(page).focus();
      await page.keyboard.type('红星村');
      await options(page).filter({ hasText: '村：红星村' }).first().waitFor();
      const all = await answers(page);
      expect(all).toHaveLength(5);
      expect(all[0]).toMatch(/^\S+司法所 — \S+ · 村：红星村$/);
      expect(await box(page).getAttribute('aria-expanded')).toBe('true');
      expect(await status(page).innerText()).toBe('5个结果');
      for (const [key, at] of [
        ['ArrowDown', 0],
        ['ArrowDown', 1],
        ['End', 4],
        ['ArrowDown', 0],
        ['ArrowUp', 4],
        ['Home', 0],
      ] as const) {
        await page.keyboard.press(key);
        expect(await current(page)).toBe(all[at]);
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/offices\/[\w-]+\/[\w-]+\/\?via=/);
      expect(await page.locator('h1').innerText()).toContain(all[0]?.split(' ')[0] ?? '?');
      expect(await page.locator('.led').innerText()).toBe('红星村归本所');
    });
  });

  it('closes the list with Escape and empties the box with another', async () => {
    await visit('/', async ({ page }) => {
      await box(page).fill('苏稽');
      await answers(page);
      await page.keyboard.press('Escape');
      expect(await options(page).count()).toBe(0);
      expect(await box(page).inputValue()).toBe('苏稽');
      await page.keyboard.press('Escape');
      expect(await box(page).inputValue()).toBe('');
    });
  });

  it('who chooses nothing and presses Enter gets to the full-text search', async () => {
    await visit('/', async ({ page }) => {
      await box(page).fill('离婚');
      await page.getByText('没有叫这个名字的地方').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
      expect(new URL(page.url()).searchParams.get('q')).toBe('离婚');
    });
  });

  it('with a finger on the smallest phone', async () => {
    const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    await visit(
      '/',
      async ({ page }) => {
        await box(page).tap();
        await page.keyboard.insertText('荞坝');
        expect(await answers(page)).toEqual(['荍坝镇司法所 — 马边彝族自治县 · 荍坝镇，常误写作荞坝镇']);
        const { x = -1, width = 999, height = 0 } = (await options(page).first().boundingBox()) ?? {};
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(320);
        expect(height).toBeGreaterThanOrEqual(44);
        await options(page).first().tap();
        await page.waitForURL(/\/offices\/mabian\/qiaoba\/$/);
      },
      phone,
    );
  });

  it('gets answers while an input method is composing, and keeps its keys for it', async () => {
    await visit('/', async ({ page }) => {
      await box(page).focus();
      const client = await page.context().newCDPSession(page);
      for (const text of ["hei'z", "hei'zhu'g"])
        await client.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      expect(await answers(page)).toEqual(['黑竹沟镇司法所 — 峨边彝族自治县 · 拼音相符']);
      await box(page).dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true });
      expect(await current(page)).toBeUndefined();
      await client.send('Input.insertText', { text: '黑竹沟' });
      await options(page)
        .filter({ hasText: /自治县$/ })
        .waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await current(page)).toBe('黑竹沟镇司法所 — 峨边彝族自治县');
    });
  });

  it('without JavaScript sends the form to the search page', async () => {
    await visit(
      '/',
      async ({ page }) => {
        await page.getByRole('textbox', { name: '查找司法所' }).fill('苏稽');
        await page.getByRole('search').getByRole('button', { name: '搜索' }).click();
        await page.waitForURL(/\/search\/\?q=/);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('Enter without a choice', () => {
  it('goes to the only office of the very name that was typed', async () => {
    await visit('/', async ({ page }) => {
      // Only the villages answer this: once they have come, a name is known to be that of one place.
      await box(page).fill('红星村');
      await options(page).filter({ hasText: '村：红星村' }).first().waitFor();
      await box(page).fill('苏稽镇');
      await options(page).filter({ hasText: '苏稽镇司法所' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/offices\/shizhong\/suji\//);
    });
  });

  it('chooses none of several places of one name', async () => {
    await visit('/', async ({ page }) => {
      await box(page).fill('红星村');
      await page.waitForLoadState('networkidle');
      await answers(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
    });
  });
});

describe('who is in danger', () => {
  it('sees in the box whom to call, and nothing else', async () => {
    await visit('/', async ({ page }) => {
      await box(page).fill('老公打我');
      const card = page.getByRole('region', { name: /紧急求助/ });
      await card.waitFor();
      expect(await card.getByRole('link').first().getAttribute('href')).toBe('tel:110');
      expect(await options(page).count()).toBe(0);
      expect(await status(page).innerText()).toContain('110');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await card.isVisible()).toBe(true);
    });
  });
});

describe('the names', () => {
  const names = (requests: readonly string[]) =>
    requests.filter((url) => url.includes('/data/finder/')).map((url) => url.replace(/.*\//, ''));

  it('are fetched only when the box is touched, and those for homophones when nothing is found', async () => {
    await visit('/', async ({ page, requests }) => {
      await page.waitForLoadState('networkidle');
      expect(names(requests)).toEqual([]);
      await box(page).fill('苏稽');
      await answers(page);
      await expect.poll(() => names(requests)).toEqual(['townships.json', 'villages.json']);
      await box(page).fill('苏基镇');
      await page.getByText('读音相近').waitFor();
      expect(names(requests)).toEqual(['townships.json', 'villages.json', 'homophones.json']);
      expect(requests.filter((url) => new URL(url).origin !== new URL(address('/')).origin)).toEqual([]);
    });
  });

  it('that do not come are told about, and the form still works', async () => {
    await visit('/', async ({ page }) => {
      await page.route('**/data/finder/**', (route) => route.abort());
      await box(page).fill('苏稽');
      await page.getByText('地名没有取到').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
    });
  });

  it('of villages that do not come leave those of townships', async () => {
    await visit('/', async ({ page }) => {
      await page.route('**/villages.json', (route) => route.abort());
      await box(page).fill('苏稽');
      expect(await answers(page)).toEqual(['苏稽镇司法所 — 市中区']);
      await page.getByText('村名没有取到').waitFor();
    });
  });

  it('that are slow are announced, then shown', async () => {
    await visit('/', async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/townships.json', (route) => held.then(() => route.continue()));
      await box(page).fill('苏稽');
      await page.getByText('正在取地名').waitFor();
      release();
      expect(await answers(page)).toEqual(['苏稽镇司法所 — 市中区']);
    });
  });

  it('whose code does not come leave the form as it is', async () => {
    await visit('/', async ({ page }) => {
      await page.route('**/_astro/start*', (route) => route.abort());
      await box(page).fill('苏稽');
      await page.getByText('地名没有取到').waitFor();
      await page.getByRole('search').getByRole('button', { name: '搜索' }).click();
      await page.waitForURL(/\/search\/\?q=/);
    });
  });
});
