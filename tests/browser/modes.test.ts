import type { Page, ViewportSize } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ELDER, MODE_KEY } from '../../src/domain/reading-mode.ts';
import { AXE, violations } from '../helpers/axe.ts';
import { useBrowser } from '../helpers/browser.ts';
import { gathered, isOffice, readSite } from '../helpers/dist.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { largest, telling } from '../helpers/kinds.ts';
import { some } from '../helpers/long.ts';
import { comeToMap } from '../helpers/map.ts';
import { openTab, tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const small = useBrowser(readSite(await buildFormSite()));
const office = stage.site.pages.find(isOffice)?.path ?? '/';
const kinds = largest(telling(stage.site)).map(({ path }) => path);

/** They have a row for each office: a small city's has rows of all sorts too, and a fortieth of them. */
const MATRICES = ['/disclosure/', '/standards/'];
const address = (path: string) => (MATRICES.includes(path) ? small : stage).address(path);

const inElderMode = `try { localStorage.setItem('${MODE_KEY}', '${ELDER}') } catch {}`;

/** Opens a page of every kind once, on a phone's fine screen, and puts together what is wrong with each. */
async function visit<R>(script: string, act: (page: Page, path: string) => Promise<R>): Promise<R[]> {
  const context = await stage.reader({ deviceScaleFactor: 2 });
  const plan = { context, paths: kinds, address, script: `${AXE};${script}` };
  const found = await tour(plan, ({ page, path }) => act(page, path));
  await context.close();
  return found;
}

interface Finding {
  readonly path: string;
  readonly what: string;
}
const barriers = async (page: Page, path: string): Promise<Finding[]> =>
  (await violations(page)).map((what) => ({ path, what }));

const PHONE = { width: 360, height: 740 };
const PLAIN = { colorScheme: null, contrast: null, forcedColors: null } as const;

/** Ways of looking at a page that is open. */
const ALL_LOOKS: readonly {
  readonly name: string;
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly viewport?: ViewportSize;
}[] = [
  { name: 'with forced colours', media: { forcedColors: 'active' } },
  { name: 'on a dark screen', media: { colorScheme: 'dark' } },
  { name: 'where more contrast is asked for', media: { contrast: 'more' } },
  { name: 'enlarged to 200 %', viewport: { width: 640, height: 400 } },
  { name: 'on the smallest phone', viewport: { width: 320, height: 568 } },
];

const LOOKS = some(ALL_LOOKS);

let looked: Promise<Finding[][][]> | undefined;
/** What stands in somebody's way, by page and by look. */
const lookedAt = () =>
  (looked ??= visit('', async (page, path) => {
    const found: Finding[][] = [];
    for (const { media, viewport = PHONE } of LOOKS) {
      await page.emulateMedia({ ...PLAIN, ...media });
      await page.setViewportSize(viewport);
      found.push(await barriers(page, path));
    }
    await page.emulateMedia(PLAIN);
    await page.setViewportSize(PHONE);
    return found;
  }));

let elders: Promise<Record<'barriers' | 'small' | 'wide', Finding[]>[]> | undefined;
/** What is wrong with each page in 长者模式. */
const forElders = () =>
  (elders ??= visit(inElderMode, async (page, path) => {
    const found = {
      barriers: await barriers(page, path),
      small: await misshapen(page),
      wide: [] as string[],
    };
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.wide.push(`${width}px: ${wide}px`);
    }
    await page.setViewportSize(PHONE);
    const at = (what: string) => ({ path, what });
    // A card within somebody else's page keeps to that page.
    const small = path.startsWith('/embed/') ? [] : found.small.map(at);
    return { barriers: found.barriers, small, wide: found.wide.map(at) };
  }));

describe(`no kind of page (${kinds.length}) puts a barrier in anyone’s way`, () => {
  it('长者模式', async () => {
    expect(gathered((await forElders()).flatMap((page) => page.barriers))).toEqual([]);
  });

  it.each(LOOKS.map(({ name }, at) => [name, at] as const))('%s', async (_, at) => {
    expect(gathered((await lookedAt()).flatMap((page) => page[at] ?? []))).toEqual([]);
  });
});

/**
 * What has the wrong size in 长者模式: words (pictures repeat those beside them), and links and buttons by themselves,
 * that are too small; links within a sentence that are taller than its line.
 */
const misshapen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.closest('.hidden, .skip');
    const tell = (one: Element, what: string) =>
      `${what} ${one.tagName.toLowerCase()}.${one.className}: ${(one.textContent ?? '').trim().slice(0, 20)}`;
    const words = [
      ...document.querySelectorAll('body *:not(script, style, svg, svg *, option, .leaflet-container *)'),
    ].filter(
      (one) =>
        seen(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    const small = words.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 24);
    // Links within a sentence are as tall as its line.
    const alone = (one: Element) =>
      (one.parentElement?.textContent ?? '').trim() === (one.textContent ?? '').trim();
    const targets = [
      ...document.querySelectorAll('a[href], button, select, summary, input:not([type=checkbox])'),
    ].filter((one) => seen(one) && (one.tagName !== 'A' || alone(one)));
    const tight = targets.filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return height < 59.5 || width < 59.5;
    });
    const inSentence = [...document.querySelectorAll('main p > a')].filter(
      (one) =>
        seen(one) &&
        [...(one.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === 3 && node.textContent?.trim(),
        ),
    );
    const tall = inSentence.filter((one) => getComputedStyle(one).display !== 'inline');
    return [
      ...small.map((one) => tell(one, '字小')),
      ...tight.map((one) => tell(one, '按不准')),
      ...tall.map((one) => tell(one, '撑开了一行')),
    ];
  });

describe('长者模式', () => {
  it('shows words of 24 px and more, and targets of 60 px and more where they are no part of a sentence', async () => {
    expect(gathered((await forElders()).flatMap(({ small }) => small))).toEqual([]);
  });

  it('lets nothing stick out, on phones and desks', async () => {
    expect((await forElders()).flatMap(({ wide }) => wide)).toEqual([]);
  });

  it('is switched on by one press, holds on the next page from its first moment, and off again', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        Object.assign(window, { atFirst: document.documentElement.dataset['mode'] });
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    const atFirst = () => page.evaluate(() => (window as unknown as { atFirst: string }).atFirst);
    await go(stage.address('/'));
    expect(await atFirst()).not.toBe(ELDER);
    await page.getByRole('button', { name: '长者模式', exact: true }).click();
    await go(stage.address(office));
    expect(await atFirst()).toBe(ELDER);
    await page.getByRole('button', { name: '退出长者模式' }).click();
    await go(stage.address('/'));
    expect(await atFirst()).not.toBe(ELDER);
    await context.close();
  });

  it('holds for the page where the browser may remember nothing', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    expect(await go(stage.address(office))).toEqual([]);
    await page.getByRole('button', { name: '长者模式', exact: true }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toMatch(/^24/);
    await context.close();
  });

  it('comes back, if later, where a portal’s own policy refuses the line in the page’s head', async () => {
    const context = await stage.reader({ bypassCSP: false });
    const page = await context.newPage();
    await page.route(stage.address(office), async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
      await route.fulfill({ response, headers });
    });
    await page.goto(stage.address(office));
    await page.getByRole('button', { name: '长者模式', exact: true }).click();
    await page.reload();
    await page.getByRole('button', { name: '退出长者模式' }).waitFor();
    await context.close();
  });

  it('is not offered without script', async () => {
    const context = await stage.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(stage.address(office));
    expect(await page.getByRole('button', { name: '长者模式' }).count()).toBe(0);
    await context.close();
  });

  it('offers fewer choices, the same answer, and the rest behind 更多', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    const links = () => page.locator('header a:visible, footer a:visible').count();
    await go(stage.address(office));
    const [before, text] = [await links(), await page.locator('.answer').innerText()];
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.getByRole('button', { name: '长者模式', exact: true }).click();
    expect(await links()).toBeLessThan(before);
    expect(await page.locator('.answer').innerText()).toBe(text);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(whole);
    expect(await page.locator('#reach').isVisible()).toBe(false);
    await page.getByRole('link', { name: '更多', exact: true }).click();
    await page.locator('#reach').waitFor({ state: 'visible' });
    await context.close();
  });
});

describe('长者模式 shows the answer first', () => {
  const seen = ['/', office, '/offices/qianwei/', '/map/', '/disclosure/', '/services/legal-aid/'];

  it.each(seen)(
    '%s: what is seen before 更多 is no longer than the usual page, the box is in it',
    async (path) => {
      const context = await stage.reader({ viewport: { width: 360, height: 640 } });
      const { page, go } = await openTab(context);
      await go(stage.address(path));
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.getByRole('button', { name: '长者模式', exact: true }).click();
      const more = page.getByRole('main').getByRole('link', { name: '更多', exact: true });
      const end = (await more.boundingBox())?.y ?? Infinity;
      expect(end).toBeLessThanOrEqual(whole);
      // An office is the answer itself; everywhere else the box leads to it.
      if (path !== office) {
        const box = page.getByRole('main').getByRole('combobox', { name: '查找司法所' }).first();
        expect((await box.boundingBox())?.y ?? Infinity).toBeLessThan(end);
      }
      await context.close();
    },
  );

  it('the search is no longer than in the usual mode before anything is asked', async () => {
    const context = await stage.reader({ viewport: { width: 360, height: 640 } });
    const { page, go } = await openTab(context);
    await go(stage.address('/search/'));
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const usual = await height();
    await page.getByRole('button', { name: '长者模式', exact: true }).click();
    expect(await height()).toBeLessThanOrEqual(usual);
    expect(await page.getByRole('searchbox').isVisible()).toBe(true);
    await context.close();
  });

  it('draws the map where there is room for it, once it is unfolded', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(inElderMode);
    await go(stage.address('/map/'));
    expect(await page.locator('.map-canvas').isVisible()).toBe(false);
    await page.getByRole('main').getByRole('link', { name: '更多', exact: true }).click();
    await comeToMap(page);
    const canvas = await page.locator('.map-canvas').boundingBox();
    const marks = page.locator('.map-mark');
    await expect
      .poll(async () => {
        const boxes = await Promise.all((await marks.all()).map((one) => one.boundingBox()));
        const within = boxes.filter(
          (one) => one && canvas && one.x > canvas.x && one.x < canvas.x + canvas.width,
        );
        return boxes.length > 3 && within.length === boxes.length;
      })
      .toBe(true);
    await context.close();
  });
});

/** A voice that says nothing, but tells what it was given; real ones are not on a test machine. */
const voice = () => {
  const said: { text: string; rate: number }[] = [];
  class Utterance {
    lang = '';
    rate = 1;
    onend: (() => void) | undefined;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speak = (one: Utterance) => {
    said.push({ text: one.text, rate: one.rate });
    Object.assign(window, { end: () => one.onend?.() });
  };
  Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
  const cancel = () => Object.assign(window, { cancelled: true });
  const getVoices = () => (window as unknown as { voices?: object[] }).voices ?? [];
  Object.defineProperty(window, 'speechSynthesis', { value: { speak, cancel, getVoices } });
};

interface Heard {
  readonly said: readonly { readonly text: string; readonly rate: number }[];
  readonly end: () => void;
  readonly cancelled?: boolean;
}

describe('reading aloud in 长者模式', () => {
  it('says the page’s words sentence by sentence, and stops when told', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(inElderMode);
    await page.addInitScript(voice);
    await go(stage.address(office));
    await page.getByRole('button', { name: '朗读本页' }).click();
    const heard = () => page.evaluate(() => (window as unknown as Heard).said);
    expect((await heard())[0]?.text).toBe(await page.locator('h1').innerText());
    await page.evaluate(() => (window as unknown as Heard).end());
    expect(await heard()).toHaveLength(2);
    await page.getByRole('button', { name: '停止朗读' }).click();
    await page.evaluate(() => (window as unknown as Heard).end());
    expect(await heard()).toHaveLength(2);
    expect(await page.evaluate(() => (window as unknown as Heard).cancelled)).toBe(true);
    await context.close();
  });

  it('leaves out where things come from, coordinates and pictures; says numbers to dial digit by digit', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(inElderMode);
    await page.addInitScript(voice);
    await go(stage.address('/samples/shili-jia/'));
    await page.getByRole('main').getByRole('link', { name: '更多', exact: true }).click();
    await page.locator('#reach').waitFor({ state: 'visible' });
    const seen = await page.getByRole('main').innerText();
    expect(seen).toMatch(/来源/);
    expect(seen).toMatch(/坐标/);
    await page.getByRole('button', { name: '朗读本页' }).click();
    const text = await page.evaluate(() => {
      const heard = window as unknown as Heard;
      for (let at = 0; at < 2000 && heard.said.length === at + 1; at += 1) heard.end();
      return heard.said.map((one) => one.text).join('\n');
    });
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toMatch(/来源|坐标|北纬|东经/);
    expect(text).toMatch(/[零幺二三四五六七八九]{4}，[零幺二三四五六七八九]{6}/);
    expect(text).not.toMatch(/\d{4}-\d{6}|12348/);
    await context.close();
  });

  it('says so where the phone has voices, but none for Chinese', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(inElderMode);
    await page.addInitScript(voice);
    await page.addInitScript(() => Object.assign(window, { voices: [{ lang: 'en-GB' }] }));
    await go(stage.address(office));
    await page.getByRole('button', { name: '朗读本页' }).click();
    await page.getByText('没有中文语音').waitFor();
    expect(await page.evaluate(() => (window as unknown as Heard).said)).toEqual([]);
    await context.close();
  });

  it('is not offered where the browser has no voice', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.addInitScript(inElderMode);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'));
    await go(stage.address(office));
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: '朗读本页' }).count()).toBe(0);
    await context.close();
  });
});
