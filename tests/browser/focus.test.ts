import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { all, attribute, broken, isEmbed } from '../helpers/dist.ts';
import { stopAt, type Stop } from '../helpers/keyboard.ts';
import { largest, telling } from '../helpers/kinds.ts';
import { some } from '../helpers/long.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();
/** A card for other sites has no frame of its own and one link. */
const pages = telling(stage.site).filter((page) => !isEmbed(page));

const kinds = largest(pages).map(({ path }) => path);

/** So many places of a page are looked at: the frame, and the first screens. */
const PRESSES = 60;

/** Where Tab leads, one place after the other, until the page is through. */
async function places(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    // At the end the browser takes the focus, or gives it to the first place again.
    if (!stop || (stops.length > 0 && stop.html.includes('class="skip"'))) break;
    stops.push(stop);
  }
  return stops;
}

/** Back up and not into a column further right: against the way the eye goes. */
const goesBack = (before: Stop, after: Stop) =>
  after.bottom <= before.top + 1 && after.left <= before.left + 1 && !after.onMap;

const SCREENS = [
  { name: 'a phone', viewport: { width: 360, height: 740 } },
  { name: 'a desk', viewport: { width: 1280, height: 800 } },
];

describe.each(some(SCREENS))(
  `with the keyboard on $name, on every kind of page (${kinds.length})`,
  ({ viewport }) => {
    it('the focus goes the way one reads, and a ring shows where it is', async () => {
      const context = await stage.reader({ viewport });
      const wrong = await tour({ context, paths: kinds, address: stage.address }, async ({ page, path }) => {
        const stops = await places(page);
        return [
          ...(stops.length > 3 ? [] : [`${path} ${stops.length} places`]),
          ...stops.filter(({ seen }) => !seen).map(({ html }) => `${path} unseen ${html}`),
          ...stops.flatMap((stop, at) => {
            const before = stops[at - 1];
            if (!before) return [];
            if (stop.place < before.place) return [`${path} against the order of the page: ${stop.html}`];
            return goesBack(before, stop) ? [`${path} jumps back up: ${stop.html}`] : [];
          }),
        ];
      });
      await context.close();
      expect(wrong.flat()).toEqual([]);
    });
  },
);

describe('every page', () => {
  it('puts nothing before its turn', () => {
    const early = broken(stage.site.pages, (page) =>
      page.elements
        .filter((one) => Number(attribute(one, 'tabindex') ?? 0) > 0)
        .map((one) => `${one.tagName} tabindex`),
    );
    expect(early).toEqual([]);
  });

  it('has one header, one main part and one footer, and tells its navigations apart', () => {
    const framed = stage.site.pages.filter((page) => !isEmbed(page));
    const wrong = broken(framed, (page) => {
      const names = all(page, 'nav').map((one) => attribute(one, 'aria-label') ?? '');
      const top = (tag: string) => all(page, tag).filter((one) => one.parentNode?.nodeName === 'body').length;
      return [
        ...['header', 'main', 'footer'].filter((tag) => top(tag) !== 1),
        ...(names.every(Boolean) && new Set(names).size === names.length ? [] : [`nav ${names.join()}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
