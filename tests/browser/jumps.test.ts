/** What a reader has begun to read, or is about to press, stays where it is when scripts have something to add. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const stage = useBrowser();

/** What may move at most: the share of the screen by the share of its height. One line that wraps stays below. */
const LITTLE = 0.05;

/** Adds up what moves by itself, as browsers measure it. */
const MEASURE = `
  globalThis.moved = 0;
  globalThis.shifts = new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value)));
  shifts.observe({ type: 'layout-shift', buffered: true });`;

/** Opens a page whose scripts arrive only when its text can be read. */
async function readBeforeScripts(page: Page, path: string): Promise<void> {
  await page.addInitScript(MEASURE);
  let painted = () => {};
  const read = new Promise<void>((resolve) => (painted = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await read;
    await route.continue();
  });
  await page.goto(stage.address(path), { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  painted();
  await page.waitForLoadState('networkidle');
}

const moved = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve((globalThis as unknown as { moved: number }).moved)),
        ),
      ),
  );

describe('nothing jumps when the scripts come', () => {
  it.each([
    ['the front page', '/'],
    ['an office that tells whether it is open', '/samples/shili-jia/'],
    ['its notice board', '/samples/shili-jia/poster/'],
    ['a guide', '/services/legal-aid/'],
    ['the map', '/map/'],
    ['the matrix', '/disclosure/'],
    ['answers to a question', `/search/?q=${encodeURIComponent('缓刑请假')}`],
    ['few answers', `/search/?q=${encodeURIComponent('苏稽')}`],
  ])('%s', async (_, path) => {
    const context = await stage.reader();
    const page = await context.newPage();
    await readBeforeScripts(page, path);
    expect(await moved(page)).toBeLessThan(LITTLE);
    await context.close();
  });
});
