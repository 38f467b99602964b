import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { dayPlan } from '../../src/domain/day-plan.ts';
import { packPlans, type PlanTable } from '../../src/domain/plan-table.ts';
import { useBrowser } from '../helpers/browser.ts';
import { year2026 } from '../helpers/calendars.ts';

const stage = useBrowser();
const SAMPLE = '/samples/shili-jia/';

const TABLE = /(<open-now[\s\S]*?<script type="application\/json">)[\s\S]*?(<\/script>)/;

/** Hands the reader a page with something changed in it. */
const handOver = (page: Page, path: string, change: (html: string) => string) =>
  page.route(stage.address(path), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });

/** Opens the complete sample with the clock set to a time of Shanghai; returns what the page then says. */
async function at(time: string, options: BrowserContextOptions = {}, later?: number, table?: PlanTable) {
  const context = await stage.reader(options);
  const page = await context.newPage();
  if (table) await handOver(page, SAMPLE, (html) => html.replace(TABLE, `$1${JSON.stringify(table)}$2`));
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
    expect((await at('2026-11-24T11:50')).state).toBe('open');
    expect((await at('2026-11-24T11:50', {}, 11 * 60_000)).state).toBe('closed');
  });

  it('turns at midnight with the page left open: tomorrow has become today', async () => {
    expect((await at('2026-11-23T23:50')).text).toBe('已过办公时间，明天09:00开门');
    expect((await at('2026-11-23T23:50', {}, 11 * 60_000)).text).toBe('未到办公时间，09:00开门');
  });

  it('goes on by the clock when the reader is offline, and after sleeping over the weekend', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.clock.install({ time: new Date('2026-11-27T10:00:00+08:00') });
    await page.goto(stage.address(SAMPLE));
    await context.setOffline(true);
    const word = page.locator('open-now [data-open-state]');
    expect(await word.getAttribute('data-open-state')).toBe('open');
    await page.clock.setSystemTime(new Date('2026-11-28T15:00:00+08:00'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await word.getAttribute('data-open-state')).toBe('closed');
    expect(await page.locator('open-now [data-open-text]').innerText()).toContain('周末');
    await context.close();
  });

  it('changes its hours on the first day of a season', async () => {
    const week = (session: string) => [{ days: [1, 2, 3, 4, 5], sessions: [session] }];
    const hours = {
      seasons: [
        { name: '夏季', from: '05-01', to: '11-23', week: week('08:00-18:00') },
        { name: '冬季', from: '11-24', to: '04-30', week: week('09:00-17:00') },
      ],
    };
    const days = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
    const table = packPlans(
      '2026-01-01',
      days.map((date) => dayPlan(date, hours, { calendars: [year2026] })),
    );
    for (const [time, state] of [
      ['2026-11-23T08:30', 'open'],
      ['2026-11-24T08:30', 'closed'],
      ['2026-11-24T09:00', 'open'],
    ] as const)
      expect((await at(time, {}, undefined, table)).state).toBe(state);
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
