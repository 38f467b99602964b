import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const stage = useBrowser();

async function open(path: string, options: BrowserContextOptions = {}, time?: string) {
  const context = await stage.reader(options);
  const page = await context.newPage();
  if (time) await page.clock.install({ time: new Date(`${time}+08:00`) });
  await page.goto(stage.address(path));
  return { context, page };
}

describe('the matrix in a browser', () => {
  it('shows only the offices in a state that the reader asks for, and says how many', async () => {
    const { context, page } = await open('/disclosure/');
    await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '办公电话' });
    await page.getByRole('combobox', { name: '状态' }).selectOption('missing');
    const column = (await page.locator('select[name="item"]').inputValue()).trim();
    const wanted = await page
      .locator('tr[data-id]')
      .evaluateAll(
        (rows, at) =>
          rows.filter((row) => row.querySelectorAll('td')[Number(at)]?.dataset['state'] === 'missing').length,
        column,
      );
    expect(await page.locator('tr[data-id]:visible').count()).toBe(wanted);
    expect(await page.locator('disclosure-matrix [role="status"]').innerText()).toContain(
      `${wanted}个司法所`,
    );
    await page.getByRole('combobox', { name: '状态' }).selectOption('not-applicable');
    const none = await page.locator('tr[data-id]:visible').count();
    expect(await page.locator('disclosure-matrix [role="status"]').innerText()).toContain(`${none}个司法所`);
    await context.close();
  });

  it('puts first whoever has published most, and back into the usual order', async () => {
    const { context, page } = await open('/disclosure/');
    const ids = () => page.locator('tr[data-id]').evaluateAll((rows) => rows.map((row) => row.dataset['id']));
    const usual = await ids();
    await page.evaluate(() => {
      const rows = document.querySelectorAll('section[data-county]:last-of-type tr[data-id]');
      rows[rows.length - 1]?.querySelectorAll('td').forEach((cell) => (cell.dataset['state'] = 'published'));
    });
    await page.getByRole('combobox', { name: '排序' }).selectOption('most');
    expect((await ids())[0]).toBe(usual.at(-1));
    await page.getByRole('combobox', { name: '排序' }).selectOption('');
    expect(await ids()).toEqual(usual);
    await context.close();
  });

  it('is complete without JavaScript, and offers no control that would do nothing', async () => {
    const { context, page } = await open('/disclosure/', { javaScriptEnabled: false });
    expect(await page.locator('tr[data-id]:visible').count()).toBe(132);
    expect(await page.locator('disclosure-matrix [data-part="tools"]').isVisible()).toBe(false);
    await context.close();
  });
});

describe('how many offices meet a measure', () => {
  const offered = (page: Page, table = '.measures') =>
    page.locator(table).evaluate((table) => {
      const cells = [...table.querySelectorAll('td')];
      return {
        hidden: cells.filter((one) => one.getBoundingClientRect().right > innerWidth).length,
        alignment: getComputedStyle(cells.at(-1) ?? table).textAlign,
        named:
          cells.filter((one) => getComputedStyle(one, '::before').content !== 'none').length / cells.length,
      };
    });

  it('is seen on a phone without a push to the side, each number with its name', async () => {
    const { context, page } = await open('/standards/', { viewport: { width: 360, height: 640 } });
    expect(await offered(page)).toMatchObject({ hidden: 0, named: 1 });
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await offered(page)).toEqual({ hidden: 0, alignment: 'right', named: 0 });
    await page.setViewportSize({ width: 360, height: 640 });
    // Nor do the totals of counties ask for one, and who is who on a notice board.
    await page.goto(stage.address('/disclosure/'));
    expect(await offered(page, '.figures')).toMatchObject({ hidden: 0, named: 1 });
    await page.goto(stage.address('/samples/shili-jia/poster/'));
    expect(await offered(page, '.poster-people table')).toMatchObject({ hidden: 0, named: 1 });
    await page.goto(stage.address('/samples/shili-jia/figures/'));
    // Digits stand below digits, also in the figures of a month.
    const cell = page.locator('.figures td').first();
    expect(await cell.evaluate((one) => getComputedStyle(one).textAlign)).toBe('right');
    await context.close();
  });
});

describe('what holds for a day', () => {
  const SAMPLE = '/samples/shili-jia/';
  const FAR = '2099-01-01T09:00:00';

  it('fades by itself when its day is over, on a page that nobody rebuilt', async () => {
    const { context, page } = await open(SAMPLE, {}, FAR);
    await page.waitForFunction(() => document.querySelectorAll('[data-until]').length === 0);
    const card = page.locator('.ledger li', { hasText: '每日工作去向' });
    expect(await card.getAttribute('data-state')).toBe('stale');
    expect(await card.locator('.tag').innerText()).toContain('待更新');
    const address = page.locator('.ledger li', { hasText: '办公地址' }).locator('.tag');
    expect(await address.innerText()).toContain('待核实');
    await context.close();
  });

  it('fades on a page that is left open, when midnight comes in Shanghai', async () => {
    const built = await open(SAMPLE, { javaScriptEnabled: false });
    const tag = built.page.locator('.ledger li', { hasText: '每日工作去向' }).locator('[data-until]');
    const until = await tag.getAttribute('data-until');
    await built.context.close();
    const { context, page } = await open(SAMPLE, { timezoneId: 'America/New_York' }, `${until}T23:58:00`);
    const card = page.locator('.ledger li', { hasText: '每日工作去向' });
    expect(await card.getAttribute('data-state')).toBe('published');
    await page.clock.runFor(4 * 60_000);
    expect(await card.getAttribute('data-state')).toBe('stale');
    await context.close();
  });

  it('without JavaScript the last day is written beside it', async () => {
    const { context, page } = await open(SAMPLE, { javaScriptEnabled: false });
    expect(await page.locator('.ledger li', { hasText: '每日工作去向' }).innerText()).toMatch(
      /有效至\s*\d{4}年/,
    );
    await context.close();
  });
});

describe('with the keyboard alone', () => {
  /** What Tab stops at: what can be reached, is seen, and has not left the order. */
  const stops = (page: Page) =>
    page.evaluate(() => {
      const all = 'a[href], button, input, select, textarea, summary, [tabindex], audio[controls]';
      return [...document.querySelectorAll<HTMLElement>(all)].filter(
        (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.getClientRects().length > 0,
      ).length;
    });

  it.each(['/disclosure/', '/standards/'])('%s has at most 200 stops', async (path) => {
    const { context, page } = await open(path);
    const count = await stops(page);
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThanOrEqual(200);
    await context.close();
  });

  it('an office is one stop, and arrow keys lead through its cells, each named in full', async () => {
    const { context, page } = await open('/disclosure/');
    await page.locator('tr[data-id="qianwei/luocheng"] th a').focus();
    const focused = () =>
      page.evaluate(() => [
        document.activeElement?.closest('tr')?.dataset['id'],
        document.activeElement?.getAttribute('aria-label') ?? '',
      ]);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toEqual([
      'qianwei/luocheng',
      expect.stringMatching(/^罗城镇司法所 .+：(?:已公开|待公开|待核实|待更新|不适用)/),
    ]);
    await page.keyboard.press('ArrowDown');
    expect((await focused())[0]).not.toBe('qianwei/luocheng');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect((await focused())[0]).toBe('qianwei/luocheng');
    expect(await page.evaluate(() => document.activeElement?.closest('th') !== null)).toBe(true);
    await context.close();
  });
});
