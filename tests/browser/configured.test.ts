/** A site with everything that an operator can configure, below another site's path. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isEmbed } from '../helpers/dist.ts';
import { qrView } from '../../src/views/qr.ts';
import { misprints, paperOf, SHEETS } from '../helpers/board.ts';
import { useBrowser } from '../helpers/browser.ts';
import {
  APPROVALS,
  configuredSite,
  FILINGS,
  FULLEST,
  SPOKEN,
  OUTLINE,
  SURVEYED,
} from '../helpers/configured-site.ts';
import { telling } from '../helpers/kinds.ts';
import { comeToMap } from '../helpers/map.ts';
import { openBuiltSearch } from '../helpers/search.ts';
import { tour } from '../helpers/tabs.ts';

const site = await configuredSite();
const stage = useBrowser(site);
const { address } = stage;

const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Visit {
  readonly page: Page;
  /** Addresses asked of other hosts. */
  readonly foreign: readonly string[];
  /** What the browser refused by the page's policy, and errors. */
  readonly complaints: readonly string[];
}

/** Opens a page as a reader does, its policy in force; other hosts are played by the test. */
async function visit(
  path: string,
  act: (visit: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
) {
  const context = await stage.reader({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address('/')).origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route(
    ({ protocol }) => protocol === 'https:',
    (route) => route.fulfill({ body: TILE, contentType: 'image/png' }),
  );
  await page.clock.install({ time: new Date('2026-11-25T02:00:00Z') });
  await page.goto(address(path), { waitUntil: 'load' });
  await act({ page, foreign, complaints });
  await context.close();
}

describe('below another site’s path', () => {
  it('the box finds an office and leads there', () =>
    visit('/', async ({ page, foreign }) => {
      await page.getByRole('combobox', { name: '查找司法所' }).fill('苏基镇');
      await page.getByRole('option', { name: '读音相近' }).click();
      await page.waitForURL('**/sfj/sfs/offices/shizhong/suji/');
      expect(foreign).toEqual([]);
    }));

  it('the box finds an office by a part of its telephone', () =>
    visit('/', async ({ page }) => {
      const { path, phone } = site.phones[77]!;
      await page.getByRole('combobox', { name: '查找司法所' }).fill(phone.slice(-7));
      await page.getByRole('option', { name: phone }).first().click();
      await page.waitForURL(`**/sfj/sfs${path}`);
    }));

  it('the search finds guides in the full text and leads there', () =>
    visit(`/search/?q=${encodeURIComponent('调解协议')}`, async ({ page, complaints }) => {
      await page
        .getByRole('status')
        .filter({ hasText: /^(?!.*正在).*找到\d+条/ })
        .waitFor();
      const links = page.getByRole('list', { name: '搜索结果' }).getByRole('link');
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(hrefs.length).toBeGreaterThan(3);
      expect(hrefs.filter((href) => !href?.startsWith('/sfj/sfs/'))).toEqual([]);
      expect(complaints).toEqual([]);
      await links.last().click();
      await page.waitForURL(({ pathname }) => !pathname.endsWith('/search/'));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.title()).not.toContain('没有找到');
    }));
});

describe('a configured map', () => {
  it('takes tiles of the configured hosts and asks no other, and shows both approval numbers', () =>
    visit('/map/', async ({ page, foreign, complaints }) => {
      await comeToMap(page);
      await expect.poll(() => foreign.length).toBeGreaterThan(3);
      const hosts = new Set(foreign.map((url) => new URL(url).host.replace(/^t[0-7]/, 't')));
      expect([...hosts]).toEqual(['t.tianditu.gov.cn']);
      expect(foreign.filter((url) => !/LAYER=(vec|cva)&.*tk=0123456789abcdef/.test(url))).toEqual([]);
      const drawing = page.locator('.leaflet-control-attribution');
      await drawing.filter({ hasText: '位置仅供参考' }).waitFor();
      for (const number of Object.values(APPROVALS)) {
        await drawing.filter({ hasText: number }).waitFor();
        expect(await page.locator('.map-drawing').innerText()).toContain(number);
      }
      expect(await page.locator('.map-canvas path').count()).toBe(1);
      expect(complaints).toEqual([]);
    }));

  it('publishes the boundary file as it was approved, with its source', async () => {
    await visit('/map/', async ({ page }) => {
      const file = await page.evaluate(
        async (url) => (await fetch(url)).json(),
        address('/map/boundaries.geojson'),
      );
      expect(file.features[0].geometry.coordinates).toEqual([OUTLINE]);
      expect(JSON.stringify(file)).toContain(APPROVALS.boundaries);
    });
  });

  it('goes on without boundaries where they do not come', () =>
    visit('/privacy/', async ({ page }) => {
      await page.route('**/boundaries.geojson', (route) => route.abort());
      await page.goto(address('/map/'));
      await comeToMap(page);
      await page.getByText('边界没有取到').waitFor();
      expect(await page.locator('.map-mark').count()).toBeGreaterThan(0);
    }));

  it('other pages ask no other host', () =>
    visit(`/offices/${SURVEYED.id}/`, async ({ page, foreign }) => {
      await page.waitForLoadState('networkidle');
      expect(foreign).toEqual([]);
    }));

  it('shows who is open at this minute, and who no longer is', () =>
    visit('/map/', async ({ page }) => {
      const list = page.getByRole('list', { name: '司法所列表' }).getByRole('listitem');
      await comeToMap(page);
      await page.getByLabel('办公时间').selectOption('now');
      expect(await list.allInnerTexts()).toEqual([expect.stringContaining('罗城镇司法所')]);
      expect(await page.locator('.map-mark').count()).toBe(1);
      await page.clock.setFixedTime(new Date('2026-11-25T04:30:00Z'));
      await page.getByLabel('无障碍').selectOption('toilet');
      expect(await list.count()).toBe(0);
      expect(await page.getByText('没有符合这些条件的司法所').isVisible()).toBe(true);
      expect(await page.locator('.map-mark').count()).toBe(0);
      await page.getByLabel('办公时间').selectOption('');
      expect(await list.count()).toBe(1);
    }));
});

describe('the nearest office', () => {
  const here = { geolocation: { longitude: 103.95, latitude: 29.22 }, permissions: ['geolocation'] };
  const locate = (page: Page) => page.getByRole('button', { name: '用手机定位' });
  const answer = (page: Page) => page.locator('[data-part="answer"]');

  it('is told only on a press, only among measured places, and nothing leaves the device', () =>
    visit(
      '/map/',
      async ({ page, foreign }) => {
        expect(await answer(page).innerText()).toBe('');
        await locate(page).click();
        const lines = answer(page).getByRole('listitem');
        await lines.first().waitFor();
        expect(await lines.allInnerTexts()).toEqual([
          expect.stringMatching(/^罗城镇司法所，犍为县，直线约\d+(?:\.\d)?公里$/),
        ]);
        const text = await answer(page).innerText();
        expect(text).toContain('另有131个所没有实测位置，可能更近');
        expect(text).toContain('近的不一定管您那里');
        expect(foreign.filter((url) => /103\.9|29\.2/.test(url))).toEqual([]);
      },
      here,
    ));

  it('who refuses to be located is shown another way', () =>
    visit('/map/', async ({ page }) => {
      await locate(page).click();
      await expect.poll(() => answer(page).innerText()).toContain('没有允许定位');
      expect(await answer(page).innerText()).toContain('您归哪个所');
    }));
});

describe('getting to a surveyed door', () => {
  it('has the address to copy, how to come, and four map services', () =>
    visit(
      `/offices/${SURVEYED.id}/`,
      async ({ page, complaints }) => {
        const main = page.getByRole('main');
        expect(await main.innerText()).toContain('乘示例3路车');
        const links = main.locator('a[rel="noopener noreferrer"]');
        const hrefs = await links.evaluateAll((all) =>
          all.map((one) => decodeURIComponent(one.getAttribute('href') ?? '')),
        );
        const near = (text: string | undefined, first: number, second: number) => {
          const [, a, b] = /(\d+\.\d+),(\d+\.\d+)/.exec(text ?? '') ?? [];
          return Math.abs(Number(a) - first) < 0.01 && Math.abs(Number(b) - second) < 0.01;
        };
        const of = (host: string) => hrefs.find((href) => href.includes(host));
        expect(near(of('amap'), SURVEYED.lon, SURVEYED.lat)).toBe(true);
        for (const host of ['baidu', 'map.qq', 'geo:'])
          expect(near(of(host), SURVEYED.lat, SURVEYED.lon), host).toBe(true);
        expect(of('geo:')).toContain(`${SURVEYED.lat},${SURVEYED.lon}`);
        expect(complaints).toEqual([]);
      },
      { viewport: { width: 1280, height: 800 } },
    ));

  it('copies the address', () =>
    visit(
      `/offices/${SURVEYED.id}/`,
      async ({ page }) => {
        await page.getByRole('button', { name: '复制地址' }).click();
        await page.getByText('已复制', { exact: true }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('罗城镇铁山路1号');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));
});

describe('a notice in another writing', () => {
  const path = `/offices/${SPOKEN.office}/affairs/${SPOKEN.slug}/`;

  it('stands behind the Chinese, marked as what it is, with the operator’s font on that page alone', async () => {
    await visit(path, async ({ page, foreign }) => {
      const version = page.locator('main [lang=ii]');
      expect(await version.innerText()).toContain(SPOKEN.letters);
      expect(await version.evaluate((one) => getComputedStyle(one).fontFamily)).toMatch(/^"Site ii"/);
      const sheet = page.locator('link[href="/sfj/sfs/fonts/ii.css"]');
      expect(await sheet.count()).toBe(1);
      const [text, chinese] = [
        await version.boundingBox(),
        await page.getByText('正文。').first().boundingBox(),
      ];
      expect(text?.y ?? 0).toBeGreaterThan(chinese?.y ?? 1e9);
      expect(foreign).toEqual([]);
    });
    await visit('/', async ({ page }) => {
      expect(await page.locator('link[href*="/fonts/"]').count()).toBe(0);
    });
  });

  it('can be heard, from the own host', () =>
    visit(path, async ({ page, foreign }) => {
      const player = page.locator('audio');
      expect(await player.getAttribute('src')).toMatch(/^\/sfj\/sfs\/files\//);
      const loaded = await player.evaluate(
        (one: HTMLAudioElement) =>
          new Promise((done) => {
            one.addEventListener('loadedmetadata', () => done(true));
            one.addEventListener('error', () => done(one.error?.message ?? false));
            one.load();
            one.preload = 'metadata';
          }),
      );
      expect(loaded).toBe(true);
      expect(await page.getByText('照着这里的文字念的').isVisible()).toBe(true);
      expect(foreign).toEqual([]);
    }));
});

describe('the marks and numbers that authorities gave', () => {
  it('stand at the foot of every kind of page, each with the page of who gave it', async () => {
    const context = await stage.reader();
    const framed = telling(site).filter((page) => !isEmbed(page));
    const paths = framed.map(({ path }) => path);
    const wrong = await tour({ context, paths, address }, async ({ page, path }) => {
      const foot = page.getByRole('contentinfo').last();
      const links = await foot
        .getByRole('link')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      const text = await foot.innerText();
      return [
        ...[FILINGS.siteIdCode, FILINGS.icp, FILINGS.police].filter((word) => !text.includes(word)),
        ...['https://beian.miit.gov.cn/', FILINGS.findError, FILINGS.partyGovernmentMark].filter(
          (href) => !links.includes(href),
        ),
        ...(links.some(
          (href) => href.startsWith('https://beian.mps.gov.cn/') && href.endsWith(FILINGS.policeCode),
        )
          ? []
          : ['police']),
      ].map((what) => `${path} ${what}`);
    });
    await context.close();
    expect(wrong.flat()).toEqual([]);
  });

  it('the mark of party and government stands in the middle, below everything else', () =>
    visit('/', async ({ page }) => {
      const mark = await page.getByRole('link', { name: '党政机关网站标识' }).boundingBox();
      const foot = await page.getByRole('contentinfo').boundingBox();
      const { width } = page.viewportSize() ?? { width: 0 };
      expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - width / 2)).toBeLessThan(2);
      const last = await page.locator('footer p').last().innerText();
      expect(last).toBe('党政机关网站标识');
      expect(mark?.y ?? 0).toBeGreaterThan((foot?.y ?? 0) + (foot?.height ?? 0) / 2);
    }));

  it('an office’s page offers what to keep as a list, not as one sentence', () =>
    visit(`/offices/${FULLEST}/`, async ({ page }) => {
      const offers = page.getByRole('listitem').filter({ has: page.locator('a[download]') });
      expect(await offers.allInnerTexts()).toEqual(['存到通讯录', '今后60天的办公时间加到日历']);
    }));

  it('a page on paper ends with its address', () =>
    visit('/services/legal-aid/', async ({ page }) => {
      const address = page.getByText('本页网址：https://www.example.gov.cn/sfj/sfs/services/legal-aid/');
      expect(await address.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await address.isVisible()).toBe(true);
    }));
});

describe('the notice board', () => {
  it.each(SHEETS)('of the fullest office fits on one sheet of $name', async (size) => {
    const context = await stage.reader({ viewport: paperOf(size) });
    const page = await context.newPage();
    await page.goto(address(`/offices/${FULLEST}/poster/#${size.sheet}`));
    expect(await misprints(page, size)).toEqual([]);
    await context.close();
  });

  it('leads to the office’s page by a code and by its address', () =>
    visit(`/offices/${SURVEYED.id}/poster/`, async ({ page }) => {
      const there = `https://www.example.gov.cn/sfj/sfs/offices/${SURVEYED.id}/`;
      await page.getByRole('img', { name: '本所网页二维码' }).waitFor();
      expect(await page.locator('.poster').innerText()).toContain(there);
      expect(await page.locator('.poster .ground + path').getAttribute('d')).toBe(qrView(there).path);
    }));
});

describe('a published telephone, however it is written,', () => {
  const ways = (phone: string) => {
    const digits = phone.replace('-', '');
    return [phone, digits, `(0833)${digits.slice(4)}`, `0833 ${digits.slice(4)}`, digits.slice(4)];
  };

  it('leads to its office, each of the 132, in the page’s list and in the full text alone', async () => {
    const search = await openBuiltSearch(site.folder);
    const missed: string[] = [];
    for (const { path, phone } of site.phones)
      for (const way of ways(phone)) {
        if (!(await search.listed(way)).slice(0, 3).includes(path)) missed.push(`listed ${way}`);
        if (way.length > 7 && !(await search.fullText(way, 3)).includes(path)) missed.push(`full ${way}`);
      }
    search.close();
    expect(site.phones).toHaveLength(132);
    expect(missed).toEqual([]);
  });

  it('that nobody has leads to nobody', async () => {
    const search = await openBuiltSearch(site.folder);
    expect(await search.listed('0833-2123456')).toEqual([]);
    search.close();
  });
});
