import type { Page } from 'playwright-core';

/** Goes down to the map, as a reader who wants it does, and waits until it is drawn; in old engines too. */
export async function comeToMap(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('.map-canvas')?.scrollIntoView());
  await page.waitForFunction(() => document.querySelector('.map-canvas .leaflet-control') !== null);
}
