/** The long tables and lists on a phone, laid out as they come near the screen: whoever looks for a row finds it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { heard } from '../helpers/heard.ts';

/** A screen reader turns all of Chromium's accessibility on, as this does; without one, Chromium leaves out what is not laid out. */
const stage = useBrowser(undefined, ['--force-renderer-accessibility']);

interface Long {
  readonly path: string;
  /** The rows, each with a link to its office. */
  readonly rows: string;
  /** What a screen reader calls a row, and what is told of all rows together. */
  readonly role: string;
  readonly parts: string;
}

const LONG: readonly Long[] = [
  { path: '/disclosure/', rows: '.matrix tr[data-id]', role: 'rowheader', parts: 'cell' },
  { path: '/standards/', rows: '.matrix tr[data-id]', role: 'rowheader', parts: 'cell' },
  { path: '/map/', rows: '.map-list li', role: 'link', parts: 'listitem' },
];
const TABLES = LONG.filter(({ role }) => role === 'rowheader');

async function open({ path }: Pick<Long, 'path'>) {
  const context = await stage.reader();
  const page = await context.newPage();
  await page.goto(stage.address(path), { waitUntil: 'networkidle' });
  return { context, page };
}

/** The office that stands last, far below the first screen. */
const lastOf = (page: Page, { rows }: Long) =>
  page
    .locator(rows)
    .last()
    .evaluate((row) => ({
      name: row.querySelector('a')?.textContent.trim() ?? '',
      county: row.closest('.matrix')?.id ?? '',
    }));

/** How many rows are laid out. */
const laidOut = (page: Page, { rows }: Long) =>
  page
    .locator(rows)
    .evaluateAll(
      (all) =>
        all.filter((row) => row.querySelector('a')?.checkVisibility({ contentVisibilityAuto: true })).length,
    );

describe.each(LONG)('on a phone $path', (long) => {
  it('lays out what is near the screen alone', async () => {
    const { context, page } = await open(long);
    expect(await page.locator(long.rows).count()).toBe(132);
    expect(await laidOut(page, long)).toBeLessThan(66);
    await context.close();
  });

  it('tells a screen reader of every office and of all that stands beside it', async () => {
    const { context, page } = await open(long);
    const parts = await page.locator(`${long.rows}${long.role === 'link' ? '' : ' td'}`).count();
    await heard(page, (told) => {
      const named = told.filter(({ role, name }) => role === long.role && name.includes('司法所'));
      expect(named.length).toBeGreaterThanOrEqual(132);
      expect(told.filter(({ role }) => role === long.parts).length).toBeGreaterThanOrEqual(parts);
    });
    await context.close();
  });

  it('shows what a search within the page finds', async () => {
    const { context, page } = await open(long);
    const { name } = await lastOf(page, long);
    expect(await page.evaluate(`find(${JSON.stringify(name)})`)).toBe(true);
    await page.waitForFunction(() => {
      const { top } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? { top: -1 };
      return top > 0 && top < innerHeight;
    });
    await context.close();
  });

  it('leads the keyboard into the last row', async () => {
    const { context, page } = await open(long);
    const before = page.locator(long.rows).nth(-2).getByRole('link').first();
    const { name } = await lastOf(page, long);
    await before.focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(name);
    await context.close();
  });

  it('prints every office', async () => {
    const { context, page } = await open(long);
    await page.emulateMedia({ media: 'print' });
    expect(await laidOut(page, long)).toBe(132);
    await context.close();
  });
});

describe.each(TABLES)('on a phone $path', (long) => {
  it('leads to a county by its address', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(`${stage.address(long.path)}#emeishan`, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => {
      const { top } = document.querySelector('#emeishan h3')?.getBoundingClientRect() ?? { top: -1 };
      return top >= 0 && top < innerHeight / 3;
    });
    await context.close();
  });
});

describe('in 长者模式', () => {
  it('everything is laid out: reading aloud takes the words as they are seen', async () => {
    const { context, page } = await open({ path: '/disclosure/' });
    await page.getByRole('button', { name: '长者模式' }).click();
    await page.getByRole('main').getByRole('link', { name: '更多', exact: true }).click();
    const { name } = await lastOf(page, LONG[0] as Long);
    await page.waitForFunction((words) => document.querySelector('main')?.innerText.includes(words), name);
    await context.close();
  });
});
