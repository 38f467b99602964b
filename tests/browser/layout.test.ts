import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { kindOf, telling } from '../helpers/kinds.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const pages = telling(stage.site);
const paths = pages.map((page) => page.path);

/** A sheet of A4 between margins of 10 mm, in CSS pixels. */
const PAPER_WIDTH = 718;

/** What sticks out at the side, told by its place on the page. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > width + 1,
    );
    return [
      `${document.documentElement.scrollWidth}px`,
      ...wide.slice(0, 3).map((one) => `${one.tagName}.${one.className}`),
    ];
  });
}

async function sweep(widths: readonly number[], prepare?: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await stage.reader();
  const found = await tour({ context, paths, address: stage.address }, async ({ page, path }) => {
    await prepare?.(page);
    const wrong: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const out = await stickingOut(page);
      if (out.length > 0) wrong.push(`${path} ${width}px: ${out.join(' ')}`);
    }
    return wrong;
  });
  await context.close();
  return found.flat();
}

describe(`nothing sticks out of the ${new Set(pages.map(kindOf)).size} kinds of pages`, () => {
  it('on screens from the smallest phone to a large desk', async () => {
    expect(await sweep([320, 360, 414, 768, 1024, 1280, 1440])).toEqual([]);
  });

  it('enlarged to 200 % on a desk’s screen', async () => {
    expect(await sweep([640])).toEqual([]);
  });

  it('with text twice as large as usual', async () => {
    const enlarge = (page: Page) =>
      page.addStyleTag({ content: 'html { font-size: 200% }' }).then(() => undefined);
    expect(await sweep([360, 1280], enlarge)).toEqual([]);
  });

  it('on paper', async () => {
    const print = (page: Page) => page.emulateMedia({ media: 'print' });
    expect(await sweep([PAPER_WIDTH], print)).toEqual([]);
  });
});
