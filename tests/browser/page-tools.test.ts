import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '../helpers/browser.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();
const GUIDE = '/services/legal-aid/';

async function onGuide(
  act: (page: Page) => Promise<void>,
  prepare?: (page: Page) => Promise<unknown>,
  javaScriptEnabled = true,
): Promise<void> {
  const context = await stage.reader({ javaScriptEnabled });
  const { page, go } = await openTab(context);
  await prepare?.(page);
  await go(stage.address(GUIDE));
  await act(page);
  await context.close();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('at the end of a guide a reader', () => {
  it('prints the page', () =>
    onGuide(
      async (page) => {
        await button(page, '打印本页').click();
        expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
      },
      (page) =>
        page.addInitScript(() => {
          Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
        }),
    ));

  it('hands the page on where the browser has a list of apps, with its address but not the place in it', () =>
    onGuide(
      async (page) => {
        await page.evaluate(() => (location.hash = '#basis'));
        await button(page, '分享').click();
        const shared = await page.evaluate(() => (window as unknown as { shared: { url: string } }).shared);
        expect(shared.url).toBe(stage.address(GUIDE));
      },
      (page) =>
        page.addInitScript(() => {
          const share = (shared: object) => Promise.reject(Object.assign(window, { shared }));
          Object.defineProperty(navigator, 'share', { value: share });
        }),
    ));

  it('copies the address, and reads it where nothing can be copied', () =>
    onGuide(
      async (page) => {
        await button(page, '复制网址').click();
        await page.getByText(`没有复制成，网址是 ${stage.address(GUIDE)}`).waitFor();
      },
      (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          document.execCommand = () => false;
        }),
    ));

  it('without script sees no button that does nothing', () =>
    onGuide(
      async (page) => {
        // What sends a form does something without script too.
        expect(
          await page.getByRole('main').getByRole('button').and(page.locator(':not([type="submit"])')).count(),
        ).toBe(0);
      },
      undefined,
      false,
    ));
});
