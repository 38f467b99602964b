/** What moves by itself under a reader's eyes when the scripts of a page come late. */
import type { Page } from 'playwright-core';

/** What may move at most: the share of the screen by the share of its height. One line that wraps stays below. */
export const LITTLE = 0.05;

/** Adds up what moves by itself, as browsers measure it. */
const MEASURE = `
  globalThis.moved = 0;
  globalThis.shifts = new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value)));
  shifts.observe({ type: 'layout-shift', buffered: true });`;

/** Opens a page whose scripts arrive only when its text can be read. */
export async function readBeforeScripts(page: Page, address: string): Promise<void> {
  await page.addInitScript(MEASURE);
  let painted = () => {};
  const read = new Promise<void>((resolve) => (painted = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await read;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  painted();
  await page.waitForLoadState('networkidle');
}

/** How much has moved since the page was opened. */
export const moved = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve((globalThis as unknown as { moved: number }).moved)),
        ),
      ),
  );
