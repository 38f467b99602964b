import { describe, expect, it } from 'vitest';
import { misprints, paperOf, SHEETS } from '../helpers/board.ts';
import { useBrowser } from '../helpers/browser.ts';
import { bodyText } from '../helpers/dist.ts';
import { some } from '../helpers/long.ts';
import { openTab, tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const all = stage.site.pages.map(({ path }) => path);
const paths = all.filter((path) => path.endsWith('/poster/'));

describe('the notice board', () => {
  it('is there for every office, real and sample', () => {
    const offices = all.filter((path) => /^\/(?:offices\/[\w-]+|samples)\/[\w-]+\/$/.test(path));
    expect(offices.length).toBeGreaterThanOrEqual(136);
    expect(offices.filter((path) => !paths.includes(`${path}poster/`))).toEqual([]);
  });

  it.each(some(SHEETS))(
    'prints on exactly one sheet of $name, nothing cut or covered, each of them',
    async (size) => {
      const context = await stage.reader({ viewport: paperOf(size) });
      const address = (path: string) => stage.address(`${path}#${size.sheet}`);
      const wrong = await tour({ context, paths, address }, async ({ page, path }) =>
        (await misprints(page, size)).map((what) => `${path} ${what}`),
      );
      await context.close();
      expect(wrong.flat()).toEqual([]);
    },
  );

  it('sends nobody to notices and figures that the office has not published', () => {
    const texts = stage.site.pages.filter(
      ({ path }) => path.startsWith('/offices/') && path.endsWith('/poster/'),
    );
    expect(texts.filter((page) => bodyText(page).includes('见本所网页')).map(({ path }) => path)).toEqual([]);
  });

  it('shows a telephone number in one piece on the smallest phone', async () => {
    const context = await stage.reader({ viewport: { width: 320, height: 568 } });
    const { page, go } = await openTab(context);
    await go(stage.address(paths.find((path) => path.startsWith('/samples/')) ?? ''));
    const numbers = page.locator('.poster-people td').filter({ hasText: /^\d+-\d+$/ });
    expect(await numbers.count()).toBeGreaterThan(0);
    const lines = await numbers.evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      }),
    );
    expect([...new Set(lines)]).toEqual([1]);
    await context.close();
  });

  it('is printed by a button for each sheet, and by the browser’s own menu without script', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(() => {
      const printed: string[] = [];
      Object.assign(window, { printed, print: () => printed.push(location.hash) });
    });
    await go(stage.address(paths[0] ?? ''));
    await page.getByRole('button', { name: '打印A4竖版' }).click();
    await page.getByRole('button', { name: '打印A3横版' }).click();
    expect(await page.evaluate(() => (window as unknown as { printed: string[] }).printed)).toEqual([
      '#a4',
      '#a3',
    ]);
    await context.close();
    const plain = await stage.reader({ javaScriptEnabled: false });
    const still = await openTab(plain);
    await still.go(stage.address(paths[0] ?? ''));
    expect(await still.page.getByRole('main').getByRole('button').count()).toBe(0);
    await still.page.getByRole('link', { name: '用A4竖版' }).click();
    await still.page.waitForURL(/#a4$/);
    await plain.close();
  });
});
