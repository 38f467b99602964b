import type { Page } from 'playwright-core';

/** Goes down to the map, as a reader who wants it does, until it is there and drawn; in old engines too. */
export async function comeToMap(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.map-canvas');
    if (canvas) canvas.scrollIntoView();
    return canvas !== null && canvas.querySelector('.leaflet-control') !== null;
  });
}
