import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import type { Page } from '../helpers/dist.ts';

const stage = useBrowser();

/** What a server's first answer carries, before the reader's phone has confirmed anything. */
const FIRST_ROUND_TRIP = 14 * 1024;

const zipped = (page: Page) => gzipSync(page.html, { level: 9 });

/** What a reader has of a page once the first answer is there. */
const beginning = (page: Page): string =>
  gunzipSync(zipped(page).subarray(0, FIRST_ROUND_TRIP), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

const long = stage.site.pages.filter((page) => zipped(page).length > FIRST_ROUND_TRIP);

describe('a list that is longer than the first answer', () => {
  it('shows its first screen all the same, at once and as it stays', async () => {
    expect(long.length).toBeGreaterThan(0);
    const context = await stage.reader({ javaScriptEnabled: false });
    const reader = await context.newPage();
    const changed: string[] = [];
    for (const page of long) {
      await reader.goto(stage.address(page.path));
      const whole = await reader.screenshot();
      await reader.route(stage.address(page.path), (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: beginning(page) }),
      );
      await reader.goto(stage.address(page.path));
      if (!whole.equals(await reader.screenshot())) changed.push(page.path);
    }
    await context.close();
    expect(changed).toEqual([]);
  });
});
