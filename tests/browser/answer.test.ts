import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ELDER, MODE_KEY } from '../../src/domain/reading-mode.ts';
import { sheets } from '../../src/posters/pdf.ts';
import { useBrowser } from '../helpers/browser.ts';
import { isOffice } from '../helpers/dist.ts';

const stage = useBrowser();
const real = '/offices/ebian/heizhugou/';
const complete = '/samples/shili-jia/';
/** A morning in Shanghai, on the first day whose whereabouts the sample's page was built with. */
const built = stage.site.pages.find(({ path }) => path === complete)?.html ?? '';
const NOW = new Date(`${/<tr data-date="([\d-]+)"/.exec(built)?.[1] ?? '2026-11-30'}T10:00:00+08:00`);
const LUNCH = new Date(NOW.getTime() + 2.5 * 60 * 60 * 1000);
const EVENING = new Date(NOW.getTime() + 10 * 60 * 60 * 1000);
const PHONE = { width: 360, height: 640 };
const inElderMode = `try { localStorage.setItem('${MODE_KEY}', '${ELDER}') } catch {}`;

async function visit(
  path: string,
  act: (page: Page) => Promise<void>,
  { script = '', at = NOW, ...options }: BrowserContextOptions & { script?: string; at?: Date } = {},
) {
  const context = await stage.reader({ viewport: PHONE, ...options });
  const page = await context.newPage();
  await page.clock.install({ time: at });
  if (script) await page.addInitScript(script);
  await page.goto(stage.address(path), { waitUntil: 'networkidle' });
  await act(page);
  await context.close();
}

/** Whether something stands wholly within the first screen. */
const atOnce = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
};

describe('the first screen of an office on a phone', () => {
  it('says its name, whether it is open, whom to call, the way and who is in', () =>
    visit(complete, async (page) => {
      for (const selector of ['h1', '.answer [data-open-state]', '.call', '[href="#place"]', '[data-in]'])
        expect([selector, await atOnce(page, selector)]).toEqual([selector, true]);
      expect(await page.locator('.answer [data-open-state]').getAttribute('data-open-state')).toBe('open');
      expect(await page.locator('[data-in]').innerText()).toMatch(/^现在在岗：示例甲/);
      const top = (await page.locator('h1').boundingBox())?.y ?? 999;
      expect(top).toBeLessThanOrEqual(96);
    }));

  it('leaves out on paper who is in now, a way that only leads further down, and a heading over nothing', async () => {
    const onPaper = async (page: Page) => {
      await page.emulateMedia({ media: 'print' });
      const shown = async (words: string) => [
        words,
        await page.locator('.answer').getByText(words, { exact: true }).isVisible(),
      ];
      const heading = ['电话、地址、时间', await page.locator('#reach').isVisible()];
      return [...(await Promise.all(['谁在所里', '怎么走'].map(shown))), heading];
    };
    const told: unknown[] = [];
    for (const path of [complete, real])
      await visit(path, async (page) => void told.push(await onPaper(page)));
    const nobody = ['谁在所里', false];
    expect(told).toEqual([
      [nobody, ['怎么走', true], ['电话、地址、时间', true]],
      [nobody, ['怎么走', false], ['电话、地址、时间', false]],
    ]);
  });

  it('is painted with its largest text before a script says whether it is open', () =>
    visit(
      complete,
      async (page) => {
        const areas = await page.locator('.answer .room > *, h1').evaluateAll((parts) =>
          parts.map((part) => {
            const text = document.createRange();
            text.selectNodeContents(part);
            const { width, height } = text.getBoundingClientRect();
            return { isName: part.matches('h1'), area: width * height };
          }),
        );
        const [name] = areas.splice(
          areas.findIndex(({ isName }) => isName),
          1,
        );
        expect(areas.length).toBe(2);
        for (const { area } of areas) expect(area).toBeLessThan(name?.area ?? 0);
      },
      { at: EVENING },
    ));

  it('names nobody as there now while it is closed for lunch', () =>
    visit(
      complete,
      async (page) => {
        expect(await page.locator('.answer [data-open-state]').getAttribute('data-open-state')).toBe(
          'closed',
        );
        expect(await page.locator('[data-in]').innerText()).toMatch(/^今天在岗：示例甲/);
      },
      { at: LUNCH },
    ));

  it.each(['shili-jia', 'shili-yi', 'shili-bing'])(
    'and all of %s break no telephone number in two',
    (office) =>
      visit(`/samples/${office}/`, async (page) => {
        const lines = await page.locator('.number:visible').evaluateAll((numbers) =>
          numbers.map((number) => {
            const range = document.createRange();
            range.selectNodeContents(number);
            return range.getClientRects().length;
          }),
        );
        expect([...new Set(lines)]).toEqual([1]);
      }),
  );

  it('says the same in 长者模式, and is followed by the six rows, then by 更多', () =>
    visit(
      complete,
      async (page) => {
        for (const selector of ['h1', '.answer [data-open-state]', '.call', '[href="#place"]', '[data-in]'])
          expect([selector, await atOnce(page, selector)]).toEqual([selector, true]);
        expect(await page.locator('.rows li:visible').count()).toBe(6);
        expect(await page.locator('#reach').isVisible()).toBe(false);
      },
      { script: inElderMode },
    ));

  it('without script says the days of this week with their hours, and to call first', () =>
    visit(
      complete,
      async (page) => {
        const week = page.locator('.week');
        expect(await week.innerText()).toMatch(/请先电话联系。\n\s*\d+月\d+日/);
        expect(await atOnce(page, '.call')).toBe(true);
        expect(await page.locator('main').innerText()).not.toMatch(/今日|今天/);
        expect(await page.locator('[href="#where"]').innerText()).toMatch(/看每日去向$/);
      },
      { javaScriptEnabled: false },
    ));

  it('says the hours of the first days until the script has come, and then the state, in the same place', async () => {
    const context = await stage.reader({ viewport: PHONE });
    const page = await context.newPage();
    await page.clock.install({ time: NOW });
    let release = () => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_astro/*.js', (route) => late.then(() => route.continue()));
    await page.goto(stage.address(complete), { waitUntil: 'commit' });
    const hours = page.locator('.week [data-date]').first();
    const call = async () => (await page.locator('.call').boundingBox())?.y;
    await page.locator('.call').waitFor();
    expect(await hours.innerText()).toMatch(/\d+月\d+日.* (?:\d\d:\d\d—|不办公)/);
    expect(await atOnce(page, '.week')).toBe(true);
    expect((await hours.boundingBox())?.height).toBeGreaterThan(20);
    const before = await call();
    release();
    await page.locator('.answer [data-open-state]').waitFor();
    expect(Math.abs(((await call()) ?? 0) - (before ?? 0))).toBeLessThan(2);
    expect((await page.locator('.week').boundingBox())?.height).toBe(1);
    await context.close();
  });

  it('of which nothing is known gives 12348 and its bureau, and says once what is lacking', () =>
    visit(real, async (page) => {
      expect(await page.locator('.call').getAttribute('href')).toBe('tel:12348');
      expect(await atOnce(page, '.call')).toBe(true);
      expect(await page.locator('.answer').innerText()).toMatch(/司法局/);
      const said = await page.locator('main').innerText();
      expect(said.match(/电话、地址、办公时间、人员/g)).toHaveLength(2);
      expect(said).toContain('请公开峨边彝族自治县黑竹沟镇司法所的电话');
    }));

  it('gives the address and the hours too on a desk', () =>
    visit(
      complete,
      async (page) => {
        expect(await page.locator('.week').innerText()).toMatch(/09:00—12:00/);
        expect(await page.locator('.answer').innerText()).toContain('公示路18号');
        expect(await atOnce(page, '.week')).toBe(true);
      },
      { viewport: { width: 1280, height: 800 } },
    ));
});

describe('on paper', () => {
  it.each([
    [complete, 3],
    [real, 2],
    ['/offices/shizhong/suji/', 2],
  ])('%s takes no more than %i sheets', (path, most) =>
    visit(path, async (page) => {
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(sheets(pdf).length).toBeLessThanOrEqual(most);
    }),
  );
});

describe('the reader’s own office', () => {
  it('opens the home page once its page was seen, and is forgotten when told so', () =>
    visit(real, async (page) => {
      await page.goto(stage.address('/'));
      const own = page.locator('my-office');
      await own.getByRole('link', { name: /黑竹沟镇司法所/ }).waitFor();
      expect(await own.innerText()).toContain('12348');
      await own.getByRole('button', { name: '清除' }).click();
      expect(await own.innerText()).toBe('');
      await page.reload({ waitUntil: 'networkidle' });
      expect(await own.innerText()).toBe('');
    }));

  it('is on a guide the one that its address names, without anything kept', () =>
    visit('/services/people-mediation/?office=shizhong/suji', async (page) => {
      await page
        .locator('my-office')
        .getByRole('link', { name: /苏稽镇司法所/ })
        .waitFor();
    }));

  it('is chosen on a guide without leaving it', () =>
    visit('/services/people-mediation/', async (page) => {
      await page.getByRole('combobox', { name: '查找司法所' }).fill('黑竹沟');
      await page.getByRole('option').first().click();
      await page.waitForURL(/people-mediation\/\?office=/);
      await page
        .locator('my-office')
        .getByRole('link', { name: /黑竹沟镇司法所/ })
        .waitFor();
    }));

  it('is never one that somebody made up', () =>
    visit('/services/people-mediation/?office=..%2F..%2Fadmin', async (page) => {
      expect(await page.locator('my-office').innerText()).toBe('');
    }));

  it('is no sample', () =>
    visit(complete, async (page) => {
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }));

  it('confirms the village that led there, and no other word', () =>
    visit(`${real}?via=${encodeURIComponent('底底古村')}`, async (page) => {
      expect(await page.locator('.led').innerText()).toBe('底底古村归本所');
      await page.goto(stage.address(`${real}?via=${encodeURIComponent('都不归')}`));
      expect(await page.locator('.led').count()).toBe(0);
    }));
});

describe('the frame', () => {
  it('leaves the heading within 96 pixels on a phone, on every kind of page', async () => {
    const context = await stage.reader({ viewport: PHONE });
    const page = await context.newPage();
    const paths = ['/', '/offices/', '/services/legal-aid/', '/search/', '/map/', '/disclosure/', '/about/'];
    const low: string[] = [];
    for (const path of [...paths, stage.site.pages.find(isOffice)?.path ?? '/']) {
      await page.goto(stage.address(path));
      const top = (await page.locator('h1').boundingBox())?.y ?? 999;
      if (top > 96) low.push(`${path}: ${top}`);
    }
    await context.close();
    expect(low).toEqual([]);
  });

  it('underlines the page one is on, and with forced colours nothing else of the menu', () =>
    visit(
      '/search/',
      async (page) => {
        const underlined = await page.locator('.menu-item:visible').evaluateAll((items) => {
          const ground = getComputedStyle(document.body).backgroundColor;
          return items
            .filter((one) => getComputedStyle(one).borderBottomColor !== ground)
            .map((one) => (one.textContent ?? '').trim());
        });
        expect(underlined).toEqual(['搜索']);
      },
      { forcedColors: 'active' },
    ));

  it('keeps the home page within four screens', () =>
    visit('/', async (page) => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height).toBeLessThanOrEqual(4 * PHONE.height);
    }));
});

describe('a page of people in danger', () => {
  it('is left with one press, and the back button does not lead there', () =>
    visit('/', async (page) => {
      await page.goto(stage.address('/services/protection-order/'));
      await page.getByRole('link', { name: '快速离开' }).click();
      await page.waitForURL(stage.address('/'));
      await page.goBack();
      expect(page.url()).not.toContain('protection-order');
    }));
});
