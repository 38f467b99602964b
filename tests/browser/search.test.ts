import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page, Response, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MODE_SCRIPT } from '../../src/domain/reading-mode.ts';
import { ASKED_SCRIPT } from '../../src/domain/search/early.ts';
import { useBrowser } from '../helpers/browser.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();

/** Allowed by its hash, as the page's own policy allows it. */
const inPage = [MODE_SCRIPT, ASKED_SCRIPT]
  .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  .join(' ');
const STRICT = `default-src 'none'; script-src 'self' ${inPage} 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'`;
const addressOf = (text: string, more = '') =>
  stage.address(`/search/${text && `?q=${encodeURIComponent(text)}`}${more}`);

const results = (page: Page) => page.getByRole('list', { name: '搜索结果' }).getByRole('listitem');
const status = (page: Page) => page.getByRole('status');
/** Where the full text of offices and notices lies. */
const SHARDS = '**/data/search/places/**';
/** The status when the search has come to its end. */
const ended = (page: Page) => status(page).filter({ hasText: /^(?!.*正在).*(?:找到|没有|成功)/ });

interface Visit extends BrowserContextOptions {
  readonly query?: string;
  readonly more?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Opens the search page for a reader, and tells what the browser complained of. */
async function onSearch(
  { query = '', more = '', prepare, ...options }: Visit,
  act: (page: Page, complaints: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await stage.reader(options);
  const { page, go } = await openTab(context);
  await prepare?.(page);
  const complaints = await go(addressOf(query, more));
  await act(page, complaints);
  await context.close();
}

/** A line on which some files do not arrive until they are released. */
function held(files: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const prepare = (page: Page) =>
    page.route(files, async (route) => {
      await released;
      await route.continue();
    });
  return { prepare, release };
}

const withPolicy = (policy: string) => async (page: Page) => {
  await page.route('**/*', async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
};

const firstAddress = async (page: Page) =>
  new URL((await results(page).first().getByRole('link').getAttribute('href')) ?? '', stage.address('/'))
    .pathname;

describe('the search', () => {
  it('answers a plain question, announces how many, and asks no other host', () =>
    onSearch({ query: '老板不发工资怎么办' }, async (page, complaints) => {
      await ended(page).waitFor();
      const count = await results(page).count();
      expect(count).toBeGreaterThan(0);
      expect(await status(page).innerText()).toContain(`找到${count}条`);
      expect(await firstAddress(page)).toMatch(/labour-arbitration|legal-aid/);
      expect(complaints).toEqual([]);
    }));

  it.each([
    ['老板不发工资怎么办', 130],
    ['缓刑请假', 100],
    ['彝汉双语', 130],
    ['苏稽镇', 70],
  ])('costs a reader little beside the page: %s, %i kB with the full text', (query, most) =>
    onSearch({ serviceWorkers: 'block' }, async (page) => {
      const answers: Response[] = [];
      page.on('response', (one) => answers.push(one));
      await page.getByRole('searchbox').fill(query);
      await page.getByRole('searchbox').press('Enter');
      await ended(page).waitFor();
      await page.waitForLoadState('networkidle');
      const sizes = await Promise.all(answers.map(async (one) => gzipSync(await one.body()).length));
      expect(answers.map((one) => one.url()).join(' ')).not.toContain('/pagefind/');
      expect(sizes.reduce((sum, one) => sum + one, 0) / 1024).toBeLessThanOrEqual(most);
      expect(await results(page).count()).toBeGreaterThan(0);
    }),
  );

  it('asks the engine where it alone knows: a single character', () =>
    onSearch({ query: '缓' }, async (page) => {
      await ended(page).waitFor();
      expect(await page.locator('.found mark').count()).toBeGreaterThan(0);
    }));

  it('leads from a result to its page', () =>
    onSearch({ query: '黑竹沟' }, async (page) => {
      await results(page).first().getByRole('link').click();
      await page.waitForURL(/\/offices\/ebian\/heizhugou\//);
      expect(await page.locator('h1').innerText()).toContain('黑竹沟镇司法所');
    }));

  it('keeps what is shown where it is when more arrives', () => {
    const line = held(SHARDS);
    return onSearch({ query: '法律援助', prepare: line.prepare }, async (page) => {
      await results(page).first().waitFor();
      await status(page)
        .filter({ hasText: /正在全文中(?:继续)?查找/ })
        .waitFor();
      const early = await results(page).allInnerTexts();
      line.release();
      await ended(page).waitFor();
      const late = await results(page).allInnerTexts();
      expect(late.length).toBeGreaterThan(early.length);
      expect(late.slice(0, early.length)).toEqual(early);
    });
  });

  it('narrows by kind and by county, in the address too', () =>
    onSearch({ query: '调解' }, async (page) => {
      await ended(page).waitFor();
      await page.locator('summary', { hasText: '按类型、县区缩小范围' }).click();
      await page.getByLabel('类型').selectOption('制度与法律');
      await ended(page).waitFor();
      const kinds = await results(page).locator('.tag').allInnerTexts();
      expect(new Set(kinds)).toEqual(new Set(['制度与法律']));
      expect(new URL(page.url()).searchParams.get('type')).toBe('制度与法律');
      await page.getByLabel('类型').selectOption('司法所');
      await page.getByLabel('县区').selectOption('犍为县');
      await ended(page).waitFor();
      for (const text of await results(page).allInnerTexts()) expect(text).toContain('犍为县');
    }));

  it('counts what is published as data neither as a system nor as a law', () =>
    onSearch({ query: '数据下载' }, async (page) => {
      await ended(page).waitFor();
      const data = results(page).filter({ has: page.locator('a[href$="/data/"]') });
      expect(await data.locator('.tag').allInnerTexts()).toEqual(['公开与数据']);
      await page.locator('summary', { hasText: '按类型、县区缩小范围' }).click();
      await page.getByLabel('类型').selectOption('公开与数据');
      await ended(page).waitFor();
      expect(await data.count()).toBe(1);
    }));

  it('shows pages that hold only a part of the question apart', () =>
    onSearch({ query: '村干部贪污了扶贫款找谁' }, async (page) => {
      await ended(page).waitFor();
      const related = page.getByRole('list', { name: '相关结果' }).getByRole('listitem');
      expect(await related.count()).toBeGreaterThan(0);
      expect(await firstAddress(page)).toContain('/elsewhere/');
    }));

  it('shows something to go on with where nothing was found', () =>
    onSearch({ query: 'qwxyz' }, async (page) => {
      await ended(page).waitFor();
      expect(await results(page).count()).toBe(0);
      expect(await status(page).innerText()).toContain('没有找到');
      const main = page.getByRole('main');
      expect(await main.getByRole('link', { name: '全部办事指南' }).isVisible()).toBe(true);
      expect(await main.innerText()).toContain('12348');
    }));

  it('is undone by the back button', () =>
    onSearch({ query: '讨薪' }, async (page) => {
      await ended(page).waitFor();
      const first = await firstAddress(page);
      await page.getByRole('searchbox').fill('苏稽镇');
      await page.getByRole('searchbox').press('Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === '苏稽镇');
      await ended(page).waitFor();
      expect(await firstAddress(page)).toContain('/suji/');
      await page.goBack();
      await ended(page).waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('讨薪');
      expect(await firstAddress(page)).toBe(first);
    }));

  it('takes what was typed as text, never as markup', () =>
    onSearch({ query: '<img src=x onerror=alert(1)>' }, async (page, complaints) => {
      await ended(page).waitFor();
      expect(await page.locator('site-search img').count()).toBe(0);
      expect(complaints).toEqual([]);
    }));

  it('works with the keyboard alone on a phone’s width', () =>
    onSearch({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('离婚');
      await page.keyboard.press('Enter');
      await ended(page).waitFor();
      const link = results(page).first().getByRole('link');
      for (let press = 0; press < 8; press += 1) {
        await page.keyboard.press('Tab');
        if (await link.evaluate((one) => one === document.activeElement)) break;
      }
      expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }));
});

describe('the search in trouble', () => {
  it('without JavaScript leads to every county’s page, where every office and village stands', () =>
    onSearch({ query: '离婚', javaScriptEnabled: false }, async (page) => {
      const main = page.getByRole('main');
      expect(await main.innerText()).toContain('JavaScript');
      expect(await main.locator('a[href*="#villages"]').count()).toBe(11);
      await main.getByRole('link', { name: '犍为县' }).click();
      await page.waitForURL(/\/offices\/qianwei\/#villages$/);
      expect(await page.getByRole('heading', { name: '罗城镇司法所' }).isVisible()).toBe(true);
    }));

  it('runs under a strict policy', () =>
    onSearch(
      { query: '公证遗嘱', bypassCSP: false, prepare: withPolicy(STRICT) },
      async (page, complaints) => {
        await ended(page).waitFor();
        expect(await status(page).innerText()).not.toContain('没有成功');
        expect(complaints).toEqual([]);
      },
    ));

  it('searches the whole text where the policy refuses WebAssembly', () =>
    onSearch(
      { query: '请假', bypassCSP: false, prepare: withPolicy(STRICT.replace(" 'wasm-unsafe-eval'", '')) },
      async (page) => {
        await ended(page).waitFor();
        expect(await page.locator('.found mark').count()).toBeGreaterThan(0);
        expect(await status(page).innerText()).toMatch(/结果。/);
      },
    ));

  it('says that nothing was found where the engine cannot be fetched either', () =>
    onSearch(
      { query: '缓', prepare: (page) => page.route('**/pagefind/**', (route) => route.abort()) },
      async (page) => {
        await ended(page).waitFor();
        expect(await status(page).innerText()).toContain('没有找到');
      },
    ));

  it('still answers where the full text cannot be fetched, and offers to try again', () =>
    onSearch(
      { query: '讨薪', prepare: (page) => page.route(SHARDS, (route) => route.abort()) },
      async (page) => {
        await ended(page).waitFor();
        expect(await results(page).count()).toBeGreaterThan(0);
        expect(await status(page).innerText()).toContain('没有成功');
        await page.unroute(SHARDS);
        await page.getByRole('button', { name: '再试一次' }).click();
        await status(page).filter({ hasNotText: '没有成功' }).filter({ hasText: '找到' }).waitFor();
        await ended(page).waitFor();
      },
    ));

  it('says when everything fails', () =>
    onSearch(
      {
        query: '讨薪',
        prepare: async (page) => {
          await page.route('**/pagefind/**', (route) => route.abort());
          await page.route('**/data/**', (route) => route.abort());
        },
      },
      async (page) => {
        await ended(page).waitFor();
        expect(await status(page).innerText()).toContain('再试一次');
        expect(await page.getByRole('button', { name: '再试一次' }).isVisible()).toBe(true);
      },
    ));

  it('tells a reader on a slow line that it goes on', () => {
    const line = held('**/data/search/places/index.json');
    return onSearch({ query: '讨薪', prepare: line.prepare }, async (page) => {
      await results(page).first().waitFor();
      await status(page).filter({ hasText: '网络较慢' }).waitFor();
      line.release();
      await ended(page).waitFor();
    });
  });
});
