import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/posters/chromium.ts';
import { DIST, readSite } from '../helpers/dist.ts';
import { ENGINES, oldChromium } from '../helpers/old-chromium.ts';
import { serveSite } from '../helpers/server.ts';

/** What comes near the screen is laid out; the rest waits (`content-visibility`). None of it is lost to anybody. */
const LONG = ['/disclosure/', '/standards/', '/map/'];
/** Thousands of cells take a browser seconds to tell. */
const SLOWLY = { timeout: 20_000, interval: 500 };
const ALL_LAID_OUT = '*{content-visibility:visible!important}';
const programs = [
  { major: 'of today', program: findChromium() },
  ...(await Promise.all(ENGINES.map(async (one) => ({ major: one.major, program: await oldChromium(one) })))),
];
let served: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  served = await serveSite(readSite(DIST));
});
afterAll(() => served.close());

/** The parts that wait to be laid out. */
const waiting = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.matrix > :first-child, .map-list > li > :first-child')].filter(
        (one) => !one.checkVisibility({ contentVisibilityAuto: true }),
      ).length,
  );

/** What every browser has, and no table of types: the search of its own menu. */
interface Finder {
  readonly find: (text: string, matchCase: boolean, backwards: boolean) => boolean;
}

interface Told {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

/** What a screen reader is told: how often each role with each name. Spaces depend on what is laid out. */
async function told(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Told[] };
  const wanted = /^(?:table|row|cell|gridcell|rowheader|columnheader|heading|link|list|listitem)$/;
  const count: Record<string, number> = {};
  for (const { ignored, role, name } of nodes) {
    const key = `${role?.value} ${(name?.value ?? '').replace(/\s/g, '')}`;
    if (!ignored && wanted.test(role?.value ?? '')) count[key] = (count[key] ?? 0) + 1;
  }
  return count;
}

const rolesIn = (count: Record<string, number>, role: string) =>
  Object.entries(count).reduce((sum, [key, many]) => sum + (key.startsWith(`${role} `) ? many : 0), 0);

describe.each(programs)('in a Chromium $major with a screen reader', ({ major, program }) => {
  const able = program === undefined ? it.skip : it;
  let browser: Browser | undefined;
  beforeAll(async () => {
    // As when a screen reader runs: without one the browser tells of what is laid out alone.
    const args = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--force-renderer-accessibility'];
    if (program) browser = await chromium.launch({ executablePath: program, args });
  });
  afterAll(() => browser?.close());

  async function open(path: string, act: (page: Page) => Promise<unknown>, style?: string): Promise<void> {
    if (!browser) throw new Error('no engine');
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${served.origin}${path}`, { waitUntil: 'load' });
    if (style) await page.addStyleTag({ content: style });
    await act(page);
    await context.close();
  }

  able.each(LONG)('%s is told as when all of it is laid out: every row, cell and name', async (path) => {
    let now: Record<string, number> = {};
    await open(path, async (page) => {
      if (major === 'of today') expect(await waiting(page)).toBeGreaterThan(5);
      now = await told(page);
    });
    await open(path, (page) => expect.poll(() => told(page), SLOWLY).toEqual(now), ALL_LAID_OUT);
    expect(rolesIn(now, 'link')).toBeGreaterThan(132);
    if (path === '/map/') expect(rolesIn(now, 'listitem')).toBeGreaterThan(132);
    else expect(rolesIn(now, 'row')).toBeGreaterThan(132);
  });

  able('a row that the reader has left out is told to nobody', async () => {
    await open('/disclosure/', async (page) => {
      const before = rolesIn(await told(page), 'row');
      const left = await page.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('select[name="state"]');
        if (select) select.value = 'stale';
        select?.dispatchEvent(new Event('change', { bubbles: true }));
        return [...document.querySelectorAll<HTMLElement>('tr[data-id]')].filter((row) => row.hidden).length;
      });
      expect(left).toBeGreaterThan(0);
      await expect.poll(async () => rolesIn(await told(page), 'row')).toBeLessThanOrEqual(before - left);
    });
  });
});

describe('in a browser without one', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());

  async function open(path: string, style?: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${served.origin}${path}`, { waitUntil: 'load' });
    if (style) await page.addStyleTag({ content: style });
    return page;
  }

  it.each(['/disclosure/', '/standards/'])(
    'an address within %s leads to the county it names',
    async (path) => {
      const last = await (await open(path)).locator('.matrix').last().getAttribute('id');
      const page = await open(`${path}#${last}`);
      await expect
        .poll(() => page.locator(`#${last} h3`).evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(640);
    },
  );

  it.each(LONG)('the browser finds the last office of %s by its name', async (path) => {
    const page = await open(path);
    const last = page.locator('.matrix th a, .map-list a').last();
    const name = await last.textContent();
    expect(
      await page.evaluate((text) => (window as unknown as Finder).find(text, true, true), name ?? ''),
    ).toBe(true);
    await expect
      .poll(() => last.evaluate((one) => one.getBoundingClientRect().bottom))
      .toBeLessThanOrEqual(640);
  });

  it.each(LONG)('%s is printed whole', async (path) => {
    const sheets = async (style?: string) =>
      (await (await open(path, style)).pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(await sheets()).toBe(await sheets(ALL_LAID_OUT));
  });
});
