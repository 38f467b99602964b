import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openCount } from '../../src/domain/open-words.ts';
import { packPlans, type PlanTable } from '../../src/domain/plan-table.ts';
import { useBrowser } from '../helpers/browser.ts';
import { configuredSite } from '../helpers/configured-site.ts';
import { LITTLE, moved, readBeforeScripts } from '../helpers/jumps.ts';

const site = await configuredSite();
const stage = useBrowser(site);
/** A page without a list of its own. */
const PAGE = '/about/';
const NOON = new Date('2026-11-27T11:50:00+08:00');

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
/** As the list is built: room at each office where they differ over the year, room for what is said above. */
const mark = (table: number, _: number, all: readonly number[]) =>
  `<li><p${new Set(all).size > 1 ? ' class="room"' : ''} data-open-state="unknown" data-table="${table}" hidden></p></li>`;
const listOf = (marks: readonly number[]) =>
  `<open-offices><p class="room" data-open-count data-room="${openCount(0, marks.length)}" hidden></p><ul>${marks.map(mark).join('')}</ul><script type="application/json">${JSON.stringify(tables)}</script></open-offices>`;
const script = readdirSync(join(site.folder, '_astro')).find((file) => file.startsWith('OpenOffices')) ?? '';

async function withClock(page: Page, address: string): Promise<void> {
  await page.clock.install({ time: NOON });
  await page.goto(address);
}

describe('the list of offices on the counties’ pages', () => {
  const visit = async (
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
    marks: readonly number[] = [0, 0, 1, 2],
    open = withClock,
  ) => {
    const context = await stage.reader(options);
    const page = await context.newPage();
    const src = `${stage.site.base}_astro/${script}`;
    await page.route(stage.address(PAGE), async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace('<h1', `${listOf(marks)}<script type="module" src="${src}"></script><h1`);
      await route.fulfill({ response, body });
    });
    await open(page, stage.address(PAGE));
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

  it('says once what is the same at all', () =>
    visit(
      {},
      async (page) => {
        const rows = page.locator('open-offices [data-open-state]');
        expect(await states(page)).toEqual(['open', 'open']);
        expect(await Promise.all((await rows.all()).map((row) => row.isVisible()))).toEqual([false, false]);
        expect((await page.locator('open-offices').innerText()).trim()).toBe(
          '公布了办公时间的2个所都一样：正在办公，到12:00',
        );
      },
      [0, 0],
    ));

  it('keeps a word at every office where they differ over the year: nothing jumps when all are the same for once', () =>
    visit(
      { viewport: { width: 360, height: 640 } },
      async (page) => {
        // Today none of them knows.
        expect(new Set(await states(page))).toEqual(new Set(['unknown']));
        const said = await page.locator('open-offices [data-open-state]').allInnerTexts();
        expect(said).toEqual(said.map(() => '是否办公不清楚'));
        expect(await page.locator('open-offices [data-open-count]').innerText()).toContain('10个所都一样');
        expect(await moved(page)).toBeLessThan(LITTLE);
      },
      [0, 3, 0, 3, 0, 3, 0, 3, 0, 3],
      readBeforeScripts,
    ));

  it('claims nothing without JavaScript', () =>
    visit({ javaScriptEnabled: false }, async (page) => {
      expect(await states(page)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
      expect(await page.locator('open-offices').innerText()).not.toMatch(/办公/);
    }));
});
