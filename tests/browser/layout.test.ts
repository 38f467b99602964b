import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
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

/** How a page is looked at while it is open, and on screens of which widths. */
const LOOKS: readonly {
  readonly name: string;
  readonly widths: readonly number[];
  readonly begin?: (page: Page) => Promise<unknown>;
  readonly end?: (page: Page) => Promise<unknown>;
}[] = [
  {
    name: 'on screens from the smallest phone to a large desk',
    widths: [320, 360, 414, 768, 1024, 1280, 1440],
  },
  { name: 'enlarged to 200 % on a desk’s screen', widths: [640] },
  {
    name: 'on paper',
    widths: [PAPER_WIDTH],
    begin: (page) => page.emulateMedia({ media: 'print' }),
    end: (page) => page.emulateMedia({ media: null }),
  },
  // The last: the page keeps the larger text.
  {
    name: 'with text twice as large as usual',
    widths: [360, 1280],
    begin: (page) => page.addStyleTag({ content: 'html { font-size: 200% }' }),
  },
];

/** What sticks out of a page, look by look. */
async function lookAt(page: Page, path: string): Promise<string[][]> {
  const found: string[][] = [];
  for (const { widths, begin, end } of LOOKS) {
    await begin?.(page);
    const wrong: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const out = await stickingOut(page);
      if (out.length > 0) wrong.push(`${path} ${width}px: ${out.join(' ')}`);
    }
    await end?.(page);
    found.push(wrong);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  return found;
}

describe('what a finger goes for', () => {
  it('at the foot of a page and in the notice above it is as high as a finger', async () => {
    const context = await stage.reader();
    const small = await tour({ context, paths, address: stage.address }, async ({ page, path }) => {
      const low = await page.locator('.footer .number, .footer nav a, .strip summary').evaluateAll((all) =>
        all
          .filter((one) => {
            one.scrollIntoView({ block: 'center' });
            const { x, top, bottom } = one.getBoundingClientRect();
            const hit = [top + 1, bottom - 1].every((y) => document.elementFromPoint(x + 4, y) === one);
            return bottom - top < 44 || !hit;
          })
          .map((one) => one.textContent),
      );
      return low.map((words) => `${path}: ${words}`);
    });
    expect(small.flat()).toEqual([]);
    await context.close();
  });
});

describe(`nothing sticks out of the ${new Set(pages.map(kindOf)).size} kinds of pages`, () => {
  const found: string[][][] = [];
  beforeAll(async () => {
    const context = await stage.reader();
    const plan = { context, paths, address: stage.address };
    found.push(...(await tour(plan, ({ page, path }) => lookAt(page, path))));
    await context.close();
  });

  it.each(LOOKS.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
    expect(found).toHaveLength(paths.length);
    expect(found.flatMap((looks) => looks[at] ?? [])).toEqual([]);
  });
});
