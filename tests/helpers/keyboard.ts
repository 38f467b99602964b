/** Going through a page with nothing but the keyboard. */
import type { Page } from 'playwright-core';

export interface Stop {
  /** The words of what is focused, or its label. */
  readonly text: string;
  readonly html: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  /** Whether a ring shows where the keyboard is, on something that can be seen. */
  readonly seen: boolean;
  /** Whether it lies on the map, where places have the order of the land. */
  readonly onMap: boolean;
  /** Its place among all elements of the page. */
  readonly place: number;
}

/** What has the focus now; undefined when nothing of the page has. */
export const stopAt = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const { top, left, bottom, width, height } = one.getBoundingClientRect();
    const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    const label = 'labels' in one ? (one as HTMLInputElement).labels?.[0]?.textContent : undefined;
    return {
      text: (one.getAttribute('aria-label') ?? label ?? one.textContent ?? '').trim(),
      html: one.outerHTML.slice(0, 120),
      top: top + scrollY,
      left: left + scrollX,
      bottom: bottom + scrollY,
      seen: ring && width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      onMap: one.closest('.leaflet-container') !== null,
      place: [...document.querySelectorAll('*')].indexOf(one),
    };
  });

/** Presses Tab until what is focused says what is looked for; fails when the page has been gone through. */
export async function tabTo(page: Page, wanted: string | RegExp, most = 150): Promise<Stop> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    if (stop && (typeof wanted === 'string' ? stop.text === wanted : wanted.test(stop.text))) return stop;
  }
  throw new Error(`the keyboard does not get to ${wanted} on ${page.url()} in ${most} presses`);
}
