import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { comeToMap } from '../helpers/map.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();

/** Opens the map as a reader would, does something, and gives back what the browser complained about. */
async function onMap(act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await stage.reader(options);
  const { page, go } = await openTab(context);
  const complaints = await go(stage.address('/map/'));
  if (options.javaScriptEnabled ?? true) await comeToMap(page);
  await act(page);
  await context.close();
  return complaints;
}

const marks = (page: Page) => page.locator('.map-mark');
const listed = (page: Page) => page.getByRole('list', { name: '司法所列表' }).getByRole('listitem');
const status = (page: Page) => page.locator('[data-part="status"]');

/** How many offices the marks stand for: the number on each, one for a mark without number. */
const drawn = (page: Page) =>
  marks(page).evaluateAll((all) => all.reduce((sum, one) => sum + Number(one.textContent || 1), 0));

const inStatus = async (page: Page) => {
  const text = await status(page).innerText();
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  return number(/(\d+)个画在图上/) + number(/(\d+)个位置未公开/);
};

describe('the map', () => {
  it('has as many offices as the list says, and asks no other host for anything', async () => {
    const complaints = await onMap(async (page) => {
      expect(await listed(page).count()).toBe(132);
      expect(await drawn(page)).toBe(await inStatus(page));
      const before = await marks(page).first().elementHandle();
      await page.getByRole('button', { name: '放大' }).click();
      // Marks are made anew with every zoom.
      await page.waitForFunction((one) => !one?.isConnected, before);
      expect(await drawn(page)).toBe(await inStatus(page));
    });
    expect(complaints).toEqual([]);
  });

  it('shows fewer of both when a county is chosen, and all again when choices are cleared', async () => {
    await onMap(async (page) => {
      await page.getByLabel('县（市、区）', { exact: true }).selectOption('qianwei');
      expect(await listed(page).count()).toBe(15);
      expect(await drawn(page)).toBe(15);
      expect(await status(page).innerText()).toContain('符合条件的有15个');
      await page.getByRole('button', { name: '清除条件' }).click();
      await expect.poll(() => listed(page).count()).toBe(132);
    });
  });

  it('offers no choice that nobody has published anything for', async () => {
    await onMap(async (page) => {
      await page.getByLabel('县（市、区）', { exact: true }).waitFor();
      expect(await page.getByLabel('筛选').locator('select').count()).toBe(1);
      expect(await page.getByRole('button', { name: '用手机定位' }).count()).toBe(0);
    });
  });

  it('comes behind whose office one is, in the one box that is everywhere', async () => {
    await onMap(async (page) => {
      const box = page.getByRole('main').getByRole('combobox', { name: '查找司法所' });
      await box.fill('费槽村');
      await page.getByRole('option', { name: '太平镇司法所' }).waitFor();
      const [top, list] = [await box.boundingBox(), await page.locator('#list').boundingBox()];
      expect(top?.y ?? 1e9).toBeLessThan(list?.y ?? 0);
    });
  });

  it('is small, and the list leads, while less than a third of the offices is located', async () => {
    await onMap(
      async (page) => {
        const list = await page.locator('.map-list').boundingBox();
        const canvas = await page.locator('.map-canvas').boundingBox();
        expect(canvas?.width ?? 1e9).toBeLessThan(list?.width ?? 0);
        expect(canvas?.height ?? 1e9).toBeLessThanOrEqual(400);
      },
      { viewport: { width: 1280, height: 800 } },
    );
  });

  it('is walked with the keyboard alone: to a mark, into its list, back to the mark', async () => {
    await onMap(async (page) => {
      await page.getByRole('link', { name: '跳过地图，看列表' }).focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('region');
      const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      for (let press = 0; press < 20 && !(await here()).startsWith('市中区：'); press += 1)
        await page.keyboard.press('Tab');
      const name = await here();
      expect(name).toContain('位置未公开，先列在县城');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name });
      expect(await dialog.getByRole('listitem').count()).toBe(17);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await here()).toBe(name);
    });
  });

  it('can be skipped', async () => {
    await onMap(async (page) => {
      await page.getByRole('link', { name: '跳过地图，看列表' }).press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.map-offices') !== null)).toBe(true);
    });
  });

  it('keeps the keyboard where it was when a group opens into its parts', async () => {
    await onMap(async (page) => {
      const group = page.getByRole('button', { name: /^(?=.*夹江)(?=.*峨眉山).*合在一起/ });
      await group.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => group.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('map-mark');
    });
  });

  it('moves nothing by itself where less motion is asked for', async () => {
    await onMap(
      async (page) => {
        await page.getByRole('button', { name: '放大' }).click();
        expect(await page.locator('.leaflet-zoom-anim').count()).toBe(0);
      },
      { reducedMotion: 'reduce' },
    );
  });

  it('has targets that a finger hits, and fits the smallest phone', async () => {
    await onMap(
      async (page) => {
        const small = await page
          .locator('.map-mark, .leaflet-bar a, .map-tools .button, .map-tools select')
          .evaluateAll((all) =>
            all
              .map((one) => one.getBoundingClientRect())
              .filter(({ width, height }) => width < 44 || height < 44)
              .map(({ width, height }) => `${width}×${height}`),
          );
        expect(small).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  it('without JavaScript leaves the whole list and no dead control', async () => {
    await onMap(
      async (page) => {
        expect(await listed(page).count()).toBe(132);
        expect(
          await page.locator('office-map').locator('select, input, button').filter({ visible: true }).count(),
        ).toBe(0);
        expect(await page.locator('.map-canvas').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('who does not come near the map', () => {
  const DRAWS = /\/canvas[^/]*\.js$/;

  it('does not fetch what draws it, and hears of it all the same', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(stage.address('/map/'), { waitUntil: 'networkidle' });
    expect(fetched.filter((url) => DRAWS.test(url))).toEqual([]);
    expect(await page.getByRole('region', { name: /^司法所地图/ }).count()).toBe(1);
    await comeToMap(page);
    expect(fetched.filter((url) => DRAWS.test(url))).toHaveLength(1);
    expect(await drawn(page)).toBe(await inStatus(page));
    await context.close();
  });

  it('is led to the list where what draws it does not come', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.route(DRAWS, (route) => route.abort());
    await page.goto(stage.address('/map/'));
    await page.locator('.map-canvas').scrollIntoViewIfNeeded();
    await page.getByText('地图没有画出来，请看列表').waitFor();
    expect(await page.locator('.map-canvas').isVisible()).toBe(false);
    await context.close();
  });
});

describe('below the map', () => {
  const top = (page: Page) =>
    page.locator('#list').evaluate((one) => one.getBoundingClientRect().top + scrollY);

  it('the list stays where it is when the map comes late', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    let release: () => void = () => {};
    const late = new Promise<void>((done) => (release = done));
    await page.route(/MapPage.*\.js$/, (route) => late.then(() => route.continue()));
    await page.goto(stage.address('/map/'), { waitUntil: 'commit' });
    await page.locator('#list').waitFor();
    const before = await top(page);
    release();
    await comeToMap(page);
    await page.locator('.map-mark').first().waitFor();
    expect(Math.abs((await top(page)) - before)).toBeLessThan(2);
    await context.close();
  });

  it('the list takes the room where no script runs', async () => {
    const context = await stage.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(stage.address('/map/'));
    const { y = 0, height = 0 } = (await page.locator('.county-tiles + p').boundingBox()) ?? {};
    expect((await page.locator('#list').boundingBox())?.y).toBeLessThan(y + height + 120);
    await context.close();
  });
});
