import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { packPlans, type PlanTable } from '../../src/domain/plan-table.ts';
import { useBrowser } from '../helpers/browser.ts';
import { configuredSite } from '../helpers/configured-site.ts';

const site = await configuredSite();
const stage = useBrowser(site);
/** A page without a list of its own. */
const PAGE = '/about/';

/** A list of offices as a page has it where hours are published. */
const tables: PlanTable[] = [
  packPlans('2026-11-27', [{ kind: 'open', openings: [{ from: 540, to: 720 }] }]),
  packPlans('2026-11-27', [{ kind: 'closed', why: '非办公日' }]),
  packPlans('2026-11-28', [{ kind: 'closed', why: '周末' }]),
  packPlans('2026-11-27', [
    {
      kind: 'open',
      openings: [
        { from: 540, to: 720 },
        { from: 780, to: 1020 },
      ],
    },
  ]),
];
const mark = (table: number) =>
  `<span class="room" data-open-state="unknown" data-table="${table}" hidden></span>`;
const listOf = (marks: readonly number[]) =>
  `<open-offices><p data-open-count hidden></p>${marks.map(mark).join('')}<script type="application/json">${JSON.stringify(tables)}</script></open-offices>`;
const script = readdirSync(join(site.folder, '_astro')).find((file) => file.startsWith('OpenOffices')) ?? '';

describe('the list of offices on the counties’ pages', () => {
  const visit = async (
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
    marks: readonly number[] = [0, 0, 1, 2],
  ) => {
    const context = await stage.reader(options);
    const page = await context.newPage();
    const src = `${stage.site.base}_astro/${script}`;
    await page.route(stage.address(PAGE), async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        '</main>',
        `${listOf(marks)}<script type="module" src="${src}"></script></main>`,
      );
      await route.fulfill({ response, body });
    });
    await page.clock.install({ time: new Date('2026-11-27T11:50:00+08:00') });
    await page.goto(stage.address(PAGE));
    await act(page);
    await context.close();
  };
  const states = (page: Page) =>
    page
      .locator('open-offices [data-open-state]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-open-state')));

  it('says which are open and until when, how many, and changes with the minute', () =>
    visit({ timezoneId: 'America/New_York' }, async (page) => {
      expect(await states(page)).toEqual(['open', 'open', 'closed', 'unknown']);
      const text = await page.locator('open-offices').innerText();
      expect(text).toContain('现在正在办公的：2个所（公布了办公时间的有4个所）');
      expect(text).toContain('正在办公，到12:00');
      expect(text).toContain('现在不办公，非办公日');
      await page.clock.runFor('10:00');
      expect(await states(page)).toEqual(['closed', 'closed', 'closed', 'unknown']);
      expect(await page.locator('open-offices').innerText()).toContain('正在办公的：0个所');
    }));

  it('says once what is the same at all, and each by itself again when that ends', () =>
    visit(
      {},
      async (page) => {
        const rows = page.locator('open-offices [data-open-state]');
        const seen = async () => (await rows.all()).map((row) => row.isVisible());
        expect(await states(page)).toEqual(['open', 'open']);
        expect(await Promise.all(await seen())).toEqual([false, false]);
        expect(await page.locator('open-offices').innerText()).toBe(
          '公布了办公时间的2个所都一样：正在办公，到12:00',
        );
        await page.clock.runFor('10:00');
        expect(await Promise.all(await seen())).toEqual([true, true]);
        expect(await rows.last().innerText()).toContain('13:00开门');
      },
      [0, 3],
    ));

  it('claims nothing without JavaScript', () =>
    visit({ javaScriptEnabled: false }, async (page) => {
      expect(await states(page)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
      expect(await page.locator('open-offices').innerText()).not.toMatch(/办公/);
    }));
});
