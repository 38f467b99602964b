/** The site on a phone that loses its signal: a real service worker, and a network that is taken away. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeWorker } from '../../src/build/offline/worker.ts';
import { storesOf } from '../../src/domain/offline.ts';
import { useBrowser } from '../helpers/browser.ts';
import { DIST, isOffice, readSite } from '../helpers/dist.ts';
import { type FickleServer, openFickleServer } from '../helpers/fickle-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-office-'));
cpSync(DIST, folder, { recursive: true });
const site = { ...readSite(DIST), folder };
const stage = useBrowser(site);
let server: FickleServer;
beforeAll(async () => {
  server = await openFickleServer(() => new URL(stage.address('/')).origin);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
/** What a test changed of the site is put back. */
afterEach(() => {
  server.mood = 'well';
  cpSync(DIST, folder, { recursive: true });
  rmSync(join(folder, 'data/withdrawn.json'), { force: true });
  cpSync(join(DIST, 'data'), join(folder, 'data'), { recursive: true });
});

const VISITED = '/offices/qianwei/luocheng/';
const GUIDE = '/services/legal-aid/';
const paths = site.pages.map(({ path }) => path);
const county = site.pages.filter(isOffice).flatMap(({ path }) => (path.includes('/qianwei/') ? [path] : []));
const guides = paths.filter((path) => /^\/services\/[\w-]+\/$/.test(path));

const address = (path: string) => `${server.origin}${site.base}${path.slice(1)}`;
const change = (file: string, make: (old: string) => string) =>
  writeFileSync(join(folder, file), make(readFileSync(join(folder, file), 'utf8')));

/** Written when the worker has kept all that a page wants. */
const DONE = `${site.base}marks`;

/** Paths of everything that is kept, whatever the store. */
const kept = (page: Page) =>
  page.evaluate(async (prefix) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const lists = names.map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(lists)).flat().map(({ url }) => new URL(url).pathname);
  }, storesOf(site.base));

/** Run in a page: its reader saves data. */
const savesData = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } });

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A reader whose browser runs the worker, with the pages’ own policy in force. */
async function visiting(act: (visit: Visit) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await stage.reader({ serviceWorkers: 'allow', bypassCSP: false, ...options });
  const page = await context.newPage();
  await act({ page, context });
  await context.close();
}

/** Opens a page and waits until the worker has kept all that it wants, with what is named. */
async function keep(page: Page, path: string, until: readonly string[]): Promise<void> {
  await page.goto(address(path));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await expect.poll(() => kept(page)).toEqual(expect.arrayContaining([...until, DONE]));
}

/** The worker forgets what it has in mind, as when the browser lets it sleep. */
async function sleep({ context, page }: Visit): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const isCopy = (page: Page) => page.getByRole('status').filter({ hasText: /月.*保存的内容/ });

describe('without a signal, after one visit to an office,', () => {
  it('that page, the offices of its county and the guides are there, each saying that it is a copy', () =>
    visiting(async ({ page, context }) => {
      const all = [VISITED, ...county, ...guides];
      await keep(page, VISITED, all);
      await context.setOffline(true);
      const wrong: string[] = [];
      for (const path of all) {
        await page.goto(address(path));
        const title = site.pages.find((one) => one.path === path)?.html.match(/<title>([^｜<]+)/)?.[1] ?? '';
        if (!(await page.title()).startsWith(title)) wrong.push(`${path} ${await page.title()}`);
      }
      expect(wrong).toEqual([]);
      await isCopy(page).waitFor();
    }));

  it('whatever is not there gives way to what is, and to numbers to call', () =>
    visiting(async ({ page, context }) => {
      await keep(page, VISITED, [...county, ...guides]);
      await context.setOffline(true);
      await page.goto(address('/rules/'));
      expect(await heading(page)).toBe('没有网络时能看的内容');
      expect(await page.getByRole('link', { name: /12348/ }).first().isVisible()).toBe(true);
      await page.getByText(/手机里保存了\d+页/).waitFor();
      await page.locator('offline-pages').getByRole('link', { name: '罗城镇司法所' }).click();
      await page.waitForURL(address(VISITED));
      expect(await heading(page)).toContain('罗城镇司法所');
    }));

  it('the box still finds offices by their villages, and the search its guides', () =>
    visiting(async ({ page, context }) => {
      await keep(page, VISITED, [...county, ...guides]);
      await context.setOffline(true);
      await page.goto(address('/functions/'));
      await page.getByRole('combobox', { name: '查找司法所' }).fill('铁山');
      await page.getByRole('option').first().waitFor();
      await page.goto(address(`/search/?q=${encodeURIComponent('离婚')}`));
      await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().waitFor();
    }));

  it('the page of a first visit of any kind opens again, scripts and all', () =>
    visiting(async ({ page, context }) => {
      await keep(page, '/disclosure/', ['/disclosure/']);
      await context.setOffline(true);
      const failed: string[] = [];
      page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
      await page.reload();
      await isCopy(page).waitFor();
      expect(failed.filter((path) => path.endsWith('.js'))).toEqual([]);
    }));

  it('a reader may have everything forgotten', () =>
    visiting(async ({ page, context }) => {
      await keep(page, VISITED, [...county, ...guides]);
      await page.goto(address('/offline/'));
      await page.getByRole('button', { name: '删除保存的内容' }).click();
      await page.getByText('已经删除').waitFor();
      expect((await kept(page)).filter((path) => paths.includes(path) && path !== '/offline/')).toEqual([]);
      await context.setOffline(true);
      await page.goto(address(VISITED));
      expect(await heading(page)).toBe('没有网络时能看的内容');
    }));
});

describe('nobody is trapped on old content:', () => {
  it('a page that was changed is new at the next visit', () =>
    visiting(async ({ page }) => {
      await keep(page, VISITED, [GUIDE]);
      change('services/legal-aid/index.html', (html) => html.replace(/<h1>[^<]*/, '<h1>改过的标题'));
      await page.goto(address(GUIDE));
      expect(await heading(page)).toBe('改过的标题');
      expect(await isCopy(page).count()).toBe(0);
    }));

  it('a copy is shown when the server is silent or in trouble, and renewed when it is well', () =>
    visiting(async ({ page }) => {
      await keep(page, VISITED, [GUIDE]);
      for (const mood of ['silent', 'broken'] as const) {
        server.mood = mood;
        await page.goto(address(GUIDE));
        await isCopy(page).waitFor();
      }
      server.mood = 'well';
      await page.reload();
      expect(await isCopy(page).count()).toBe(0);
    }));

  it('data that is gone is gone from the phone too', () =>
    visiting(async ({ page }) => {
      const file = '/data/finder/villages.json';
      await keep(page, VISITED, [file]);
      rmSync(join(folder, file));
      expect(await page.evaluate(async (url) => (await fetch(url)).status, address(file))).toBe(404);
      await expect.poll(() => kept(page)).not.toContain(file);
    }));

  it('a page that is gone is gone from the phone too', () =>
    visiting(async ({ page }) => {
      await keep(page, VISITED, [GUIDE]);
      rmSync(join(folder, 'services/legal-aid/index.html'));
      await page.goto(address(GUIDE));
      expect(await heading(page)).toBe('没有找到这一页');
      await expect.poll(() => kept(page)).not.toContain(GUIDE);
    }));

  it('the neighbours that were changed are fetched again, and only they', () =>
    visiting(async (visit) => {
      const { page } = visit;
      await keep(page, VISITED, [...county, ...guides]);
      await page.waitForLoadState('networkidle');
      change('services/legal-aid/index.html', (html) => html.replace(/<h1>[^<]*/, '<h1>改过的标题'));
      change('data/offline/qianwei.json', (text) =>
        text.replace(/("\/services\/legal-aid\/",")\w+/, '$100000000'),
      );
      server.asked = [];
      await page.goto(address(VISITED));
      await expect.poll(() => server.asked).toContain(`${site.base}services/legal-aid/`);
      await page.waitForLoadState('networkidle');
      expect(server.asked.filter((path) => guides.includes(path))).toEqual([GUIDE]);
    }));

  it('what was taken down goes from the phone', () =>
    visiting(async (visit) => {
      const { page } = visit;
      await keep(page, VISITED, [GUIDE, ...county]);
      const [other = ''] = county.filter((path) => path !== VISITED);
      const withdrawn = [
        { url: `${site.base}services/legal-aid/`, on: '2999-01-01', reason: 'wrong' },
        { url: `${site.base}${other.slice(1)}`, on: '2000-01-01', reason: 'wrong' },
      ];
      writeFileSync(join(folder, 'data/withdrawn.json'), JSON.stringify({ withdrawn }));
      await sleep(visit);
      // Nothing is fetched ahead at this visit: what goes stays gone, although the server of this test has it still.
      await page.addInitScript(savesData);
      await page.goto(address('/functions/'));
      await expect.poll(() => kept(page)).not.toContain(GUIDE);
      expect(await kept(page)).toContain(other);
    }));

  it('a site that no longer wants it is rid of it at the next visit', () =>
    visiting(async ({ page }) => {
      await keep(page, VISITED, [GUIDE]);
      await writeWorker(folder, site.base, undefined);
      await page.goto(address('/'));
      const registrations = () =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      await expect.poll(registrations).toBe(0);
      expect(await kept(page)).toEqual([]);
    }));
});

describe('a reader who saves data', () => {
  it('keeps what was seen, and nothing is fetched ahead', () =>
    visiting(async ({ page }) => {
      await page.addInitScript(savesData);
      server.asked = [];
      await keep(page, VISITED, [VISITED]);
      await page.waitForLoadState('networkidle');
      expect(server.asked.filter((path) => path.includes('/data/offline/'))).toEqual([]);
    }));
});

describe('whereabouts', () => {
  const row = (date: string, state: string) => ({ date, person: 'jia', session: '09:00-17:00', state });
  const week = (asOf: string, state: string) => ({
    office: 'qianwei/luocheng',
    asOf,
    alone: false,
    people: [{ id: 'jia', name: '示例甲', post: '所长' }],
    entries: [row('2026-11-24', state), row('2026-11-25', '休假')],
    restDays: [],
  });
  const DATA = /(<whereabouts-today[\s\S]*?<script type="application\/json">)[\s\S]*?(<\/script>)/;
  const card = (page: Page) => page.locator('[data-whereabouts-date]');

  it('are never kept: a copy shows those of its own dates, and none of another day', () =>
    visiting(async ({ page, context }) => {
      const built = JSON.stringify(week('2026-11-23T00:00:00.000Z', '在岗'));
      change('offices/qianwei/luocheng/index.html', (html) => html.replace(DATA, `$1${built}$2`));
      const published = JSON.stringify(week('2026-11-24T01:00:00.000Z', '会议培训'));
      writeFileSync(join(folder, 'data/whereabouts/qianwei/luocheng.json'), published);
      await page.clock.install({ time: new Date('2026-11-24T02:00:00Z') });
      await keep(page, VISITED, county);
      await card(page).getByText('会议培训').waitFor();
      expect((await kept(page)).filter((path) => path.includes('whereabouts'))).toEqual([]);
      await context.setOffline(true);
      await page.clock.setSystemTime(new Date('2026-11-25T02:00:00Z'));
      await page.goto(address(VISITED));
      await card(page).getByText('休假').waitFor();
      expect(await card(page).getAttribute('data-whereabouts-date')).toBe('2026-11-25');
      await page.clock.setSystemTime(new Date('2026-11-26T02:00:00Z'));
      await page.reload();
      await card(page).getByText('今日去向未公布，请致电').waitFor();
      expect(await card(page).innerText()).not.toMatch(/在岗|会议培训|休假/);
    }));
});
