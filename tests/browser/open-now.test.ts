import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const stage = useBrowser();
const SAMPLE = '/samples/shili-jia/';

/** Opens the complete sample with the clock set to a time of Shanghai; returns what the page then says. */
async function at(time: string, options: BrowserContextOptions = {}, later?: number) {
  const context = await stage.reader(options);
  const page = await context.newPage();
  await page.clock.install({ time: new Date(`${time}:00+08:00`) });
  await page.goto(stage.address(SAMPLE));
  if (later) await page.clock.runFor(later);
  const word = page.locator('open-now [data-open-state]');
  const said = {
    state: await word.getAttribute('data-open-state'),
    word: await word.innerText(),
    text: await page.locator('open-now [data-open-text]').innerText(),
  };
  await context.close();
  return said;
}

describe('the open or closed word of an office, by Shanghai’s clock', () => {
  it.each([
    ['2026-02-17T10:00', 'closed', '春节'],
    ['2026-02-14T10:00', 'open', '调休上班'],
    ['2026-11-24T12:30', 'closed', '午休，13:30开门'],
    ['2026-11-24T18:30', 'closed', '已过办公时间，明天08:00开门'],
    ['2026-09-30T15:30', 'open', '到18:00'],
    ['2026-10-08T17:30', 'closed', '已过办公时间，明天09:00开门'],
    ['2026-12-04T10:00', 'closed', '国家宪法日'],
    ['2026-11-26T10:00', 'closed', '示例地方假日'],
    ['2027-01-04T10:00', 'unknown', '本站还没有2027年的放假安排'],
  ])('at %s is %s: %s', async (time, state, text) => {
    const said = await at(time);
    expect(said.state).toBe(state);
    expect(said.text).toContain(text);
  });

  it('is the same for a reader in New York', async () => {
    expect((await at('2026-11-24T10:00', { timezoneId: 'America/New_York' })).state).toBe('open');
    expect((await at('2026-11-24T23:00', { timezoneId: 'America/New_York' })).state).toBe('closed');
  });

  it('changes by itself when the minute comes, with the page left open', async () => {
    expect((await at('2026-11-24T11:58')).state).toBe('open');
    expect((await at('2026-11-24T11:58', {}, 3 * 60_000)).state).toBe('closed');
  });

  it('claims nothing without JavaScript: the written hours stand alone', async () => {
    const context = await stage.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(stage.address(SAMPLE));
    expect(await page.locator('open-now [data-open-state]').getAttribute('data-open-state')).toBe('unknown');
    const text = await page.locator('.board').innerText();
    expect(text).toContain('09:00—12:00');
    expect(text).not.toMatch(/正在办公|现在不办公/);
    await context.close();
  });
});
