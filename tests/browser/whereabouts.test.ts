import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ComingWhereabouts } from '../../src/domain/whereabouts-coming.ts';
import { useBrowser } from '../helpers/browser.ts';
import { isOffice } from '../helpers/dist.ts';

const stage = useBrowser();

/** A real office as built, so that everything but the data is what readers get. */
const path = stage.site.pages.find(isOffice)?.path ?? '';
const id = path.replace(/^\/offices\/|\/$/g, '');
const file = `data/whereabouts/${id}.json`;

const row = (date: string, person: string, state: string, more: object = {}) =>
  ({ date, person, session: '09:00-17:00', state, ...more }) as ComingWhereabouts['entries'][number];

/** A week of two people, worked out on Sunday evening. */
const WEEK: ComingWhereabouts = {
  office: id,
  asOf: '2026-11-22T12:00:00.000Z',
  alone: false,
  people: [
    { id: 'jia', name: '示例甲', post: '所长' },
    { id: 'yi', name: '示例乙', post: '司法助理员' },
  ],
  entries: [
    row('2026-11-23', 'jia', '在岗'),
    row('2026-11-24', 'jia', '会议培训', { back: '16:00', substitute: 'yi' }),
    row('2026-11-24', 'yi', '在岗'),
    row('2026-11-25', 'jia', '休假', { substitute: 'yi' }),
  ],
  restDays: ['2026-11-28', '2026-11-29'],
};

interface Visit {
  /** The reader's instant, UTC. */
  readonly at: string;
  /** What the page was built with. */
  readonly built?: ComingWhereabouts;
  /** What the data file says; without it, the file cannot be had. */
  readonly published?: () => unknown;
  readonly options?: BrowserContextOptions;
}

const SCRIPT = /(<whereabouts-today[\s\S]*?<script type="application\/json">)[\s\S]*?(<\/script>)/;

/** Hands the reader the page with its own data in place of those of the build. */
async function prepare(context: BrowserContext, { built = WEEK, published }: Visit): Promise<void> {
  await context.route(stage.address(path), async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      SCRIPT,
      (_, before: string, after: string) => `${before}${JSON.stringify(built)}${after}`,
    );
    await route.fulfill({ response, body: html });
  });
  await context.route(`**/${file}`, (route) =>
    published ? route.fulfill({ json: published() }) : route.abort('internetdisconnected'),
  );
}

async function visiting(visit: Visit, act: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await stage.reader(visit.options);
  const page = await context.newPage();
  await prepare(context, visit);
  await page.clock.install({ time: new Date(visit.at) });
  await page.goto(stage.address(path));
  await act(page, context);
  await context.close();
}

const card = (page: Page) => page.locator('[data-whereabouts-date]');
const said = async (page: Page) => (await card(page).innerText()).replace(/\s+/g, ' ');
const dateOf = (page: Page) => card(page).getAttribute('data-whereabouts-date');
const dates = (page: Page) =>
  page
    .locator('whereabouts-today tr[data-date]')
    .evaluateAll((rows) =>
      rows.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-date')),
    );

/** Whose a cell is said to be on a phone, and whether it is seen without moving the table. */
const shownCells = (cells: Locator) =>
  cells.evaluateAll((all) =>
    all.map((cell) => ({
      name: getComputedStyle(cell, '::before').content,
      isSeen: cell.getBoundingClientRect().right <= innerWidth,
    })),
  );

const TUESDAY_MORNING = '2026-11-24T02:00:00Z';

describe('whereabouts of the day', () => {
  it('are those of Shanghai’s day, for a reader in New York too', () =>
    visiting({ at: TUESDAY_MORNING, options: { timezoneId: 'America/New_York' } }, async (page) => {
      expect(await dateOf(page)).toBe('2026-11-24');
      expect(await card(page).count()).toBe(1);
      const text = await said(page);
      expect(text).toContain('今日去向：2026年11月24日（周二）');
      expect(text).toContain('示例甲 会议培训 09:00—17:00现在 预计16:00返回 由示例乙接办');
      expect(text).not.toContain('休假');
    }));

  it('roll over at midnight with the tab open, and mark what is now and what is over', () =>
    visiting({ at: '2026-11-24T08:50:00Z' }, async (page) => {
      expect(await said(page)).toContain('现在');
      await page.clock.runFor('10:00');
      expect(await said(page)).not.toContain('现在');
      expect(await said(page)).toContain('已过');
      await page.clock.fastForward('06:50:00');
      expect(await dateOf(page)).toBe('2026-11-24');
      await page.clock.runFor('10:00');
      expect(await dateOf(page)).toBe('2026-11-25');
      expect(await said(page)).toContain('休假');
      expect(await said(page)).not.toContain('会议培训');
    }));

  it('catch up when a computer wakes in the night after sleeping through midnight', () =>
    visiting({ at: TUESDAY_MORNING }, async (page) => {
      await page.clock.setSystemTime(new Date('2026-11-25T02:00:00Z'));
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      expect(await dateOf(page)).toBe('2026-11-25');
    }));

  it('are called unpublished, with a number, on a page built weeks ago', () =>
    visiting({ at: '2026-12-15T02:00:00Z' }, async (page) => {
      const text = await said(page);
      expect(text).toContain('今日去向未公布，请致电');
      expect(await card(page).locator('[data-ask]').innerText()).toMatch(/^[\d-]{5,}$/);
      for (const state of ['在岗', '会议培训', '休假']) expect(text).not.toContain(state);
      expect(await dates(page)).toEqual([]);
    }));

  it('say that a day is a rest day where that is known', () =>
    visiting({ at: '2026-11-28T02:00:00Z' }, async (page) => {
      expect(await said(page)).toContain('今天不是工作日，去向未公布，请致电');
    }));

  it('stay those of the day when the reader goes offline', () =>
    visiting({ at: TUESDAY_MORNING }, async (page, context) => {
      await context.setOffline(true);
      await page.clock.fastForward('01:00:00');
      expect(await said(page)).toContain('会议培训');
      await page.clock.fastForward('24:00:00');
      expect(await dateOf(page)).toBe('2026-11-25');
    }));

  it('give way to fresher ones from the data file, in the card and in the table', () => {
    const fresh = {
      ...WEEK,
      asOf: '2026-11-24T00:30:00.000Z',
      entries: [row('2026-11-24', 'jia', '公出'), row('2026-11-26', 'yi', '其他公务')],
    };
    return visiting({ at: TUESDAY_MORNING, published: () => fresh }, async (page) => {
      await card(page).getByText('公出').waitFor();
      expect(await said(page)).not.toContain('会议培训');
      expect(await said(page)).toContain('示例乙 未公布');
      expect(await dates(page)).toEqual(['2026-11-26']);
      const cells = await shownCells(page.locator('tr[data-date="2026-11-26"] td'));
      expect(cells.map(({ name }) => name)).toEqual(['"示例甲："', '"示例乙："']);
    });
  });

  it('give way to what the site says later in the same day', () => {
    const later = { ...WEEK, entries: [row('2026-11-24', 'jia', '公出')] };
    return visiting({ at: TUESDAY_MORNING, published: () => later }, (page) =>
      card(page).getByText('公出').waitFor(),
    );
  });

  it('are asked for again on coming back, and appear where none were built', () => {
    let published: unknown = { ...WEEK, entries: [] };
    const built = { ...WEEK, entries: [], people: [] };
    return visiting({ at: TUESDAY_MORNING, built, published: () => published }, async (page) => {
      expect(await said(page)).toContain('今日去向未公布');
      published = { ...WEEK, asOf: '2026-11-24T02:10:00.000Z' };
      await page.clock.fastForward('00:01:00');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await card(page).getByText('会议培训').waitFor();
    });
  });

  it('never give way to older or foreign or broken data', async () => {
    const other = [row('2026-11-24', 'jia', '其他公务')];
    const wrong = [
      { ...WEEK, asOf: '2026-11-20T00:00:00.000Z', entries: other },
      { ...WEEK, asOf: '2026-11-24T01:00:00.000Z', entries: other, office: 'dong/jia' },
      { ...WEEK, asOf: '2026-11-24T01:00:00.000Z', entries: null },
      null,
    ];
    for (const one of wrong)
      await visiting({ at: TUESDAY_MORNING, published: () => one }, async (page) => {
        await page.waitForLoadState('networkidle');
        expect(await said(page)).toContain('会议培训');
      });
  });

  it('name the state alone, without hours, where one person works alone and is away', () => {
    const { session: _, ...away } = row('2026-11-24', 'jia', '公出');
    const alone = { ...WEEK, alone: true, people: WEEK.people.slice(0, 1), entries: [away] };
    return visiting({ at: TUESDAY_MORNING, built: alone }, async (page) => {
      expect(await said(page)).toContain('示例甲 公出 请先电话联系');
      expect(await said(page)).not.toMatch(/\d\d:\d\d|现在|已过/);
    });
  });

  it('tell no return time where one person works alone', () => {
    const alone = { ...WEEK, alone: true, people: WEEK.people.slice(0, 1) };
    return visiting({ at: TUESDAY_MORNING, built: alone }, async (page) => {
      expect(await said(page)).toContain('请先电话联系');
      expect(await said(page)).not.toContain('返回');
    });
  });

  it('are no card at all without JavaScript: the section says whom to ask', () =>
    visiting({ at: TUESDAY_MORNING, options: { javaScriptEnabled: false } }, async (page) => {
      expect(await card(page).count()).toBe(0);
      const text = await page.locator('whereabouts-today').innerText();
      expect(text).toContain('请致电');
      expect(text).not.toMatch(/今日|今天/);
    }));
});

describe('the coming days on a phone', () => {
  it.each([320, 360])(
    'show everybody, each by name, with nothing hidden to the right (%i px)',
    async (width) => {
      const context = await stage.reader({ viewport: { width, height: 740 }, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(stage.address('/samples/shili-jia/'));
      const table = page.getByRole('table').filter({ has: page.locator('[data-date]') });
      const told = await shownCells(table.locator('td'));
      expect(new Set(told.map(({ name }) => name))).toEqual(
        new Set(['"示例甲："', '"示例乙："', '"示例丙："']),
      );
      expect(told.filter(({ isSeen }) => !isSeen)).toEqual([]);
      await context.close();
    },
  );
});
