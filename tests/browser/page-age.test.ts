import { describe, expect, it } from 'vitest';
import { addDays, inWords } from '../../src/domain/dates.ts';
import { useBrowser } from '../helpers/browser.ts';
import { all, attribute, type Page } from '../helpers/dist.ts';

const stage = useBrowser();

/** The day that a page says it was made. */
function builtOn(path: string): string {
  const page = stage.site.pages.find((one) => one.path === path) as Page;
  const element = all(page, 'page-age')[0];
  const times = all(page, 'time').filter((time) => time.parentNode === element);
  return times.map((time) => attribute(time, 'datetime') ?? '').join();
}

/** What stands before everything else on a page, some days after it was made. */
async function after(days: number, javaScriptEnabled = true): Promise<string> {
  const context = await stage.reader({ javaScriptEnabled, timezoneId: 'America/New_York' });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(`${addDays(builtOn('/'), days)}T00:30:00+08:00`) });
  await page.goto(stage.address('/'));
  const first = await page.locator('main .wrap > *').first().innerText();
  await context.close();
  return first;
}

describe('a page that nobody built anew', () => {
  it('for a month says nothing', async () => {
    expect(await after(30)).not.toContain('生成于');
  });

  it('for longer says how old it is, before everything else, by Shanghai’s day', async () => {
    const made = inWords(builtOn('/'));
    expect(await after(31)).toBe(`本页生成于${made}，内容可能已有变化，请先打电话。`);
  });

  it('says its day without script too, at its end', async () => {
    const context = await stage.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(stage.address('/about/'));
    expect(await page.locator('page-age').innerText()).toBe(`网页生成日：${inWords(builtOn('/about/'))}`);
    await context.close();
  });
});
