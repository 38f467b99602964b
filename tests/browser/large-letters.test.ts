import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

/** A reader whose browser writes twice as large as usual. */
const stage = useBrowser(undefined, ['--blink-settings=defaultFontSize=32']);
const path = '/samples/shili-jia/';
const built = stage.site.pages.find((page) => page.path === path)?.html ?? '';
const day = /<tr data-date="([\d-]+)"/.exec(built)?.[1] ?? '';

describe('with letters twice as large', () => {
  it('who is in and what the site is are written out, not cut off', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.clock.install({ time: new Date(`${day}T10:00:00+08:00`) });
    await page.goto(stage.address(path), { waitUntil: 'networkidle' });
    const cut = await page
      .locator('[data-in], .strip summary')
      .evaluateAll((lines) => lines.map((line) => line.scrollWidth > line.clientWidth && line.textContent));
    expect(cut).toEqual([false, false]);
    const lines = await page.locator('.call .number').evaluate((number) => {
      const range = document.createRange();
      range.selectNodeContents(number);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
    await context.close();
  });

  it('what narrows a search stays on the screen', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/search/?q=调解'), { waitUntil: 'networkidle' });
    await page.locator('summary', { hasText: '按类型、县区缩小范围' }).click();
    await page.getByLabel('县区').waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await context.close();
  });

  it('the box shows what may be typed, and the whole name of an office while it is', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/'), { waitUntil: 'networkidle' });
    const box = page.getByRole('combobox', { name: '查找司法所' });
    const hint = await box.evaluate((input: HTMLInputElement) => {
      const line = document.body.appendChild(document.createElement('span'));
      line.textContent = input.placeholder;
      line.style.cssText = 'position: absolute; white-space: nowrap';
      line.style.font = getComputedStyle(input, '::placeholder').font;
      const { paddingLeft, paddingRight } = getComputedStyle(input);
      return input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - line.offsetWidth;
    });
    expect(hint).toBeGreaterThanOrEqual(0);
    await box.fill('黑竹沟镇');
    const [wide, room] = await box.evaluate((input) => [input.scrollWidth, input.clientWidth]);
    expect(wide).toBeLessThanOrEqual(room ?? 0);
    await context.close();
  });
});
