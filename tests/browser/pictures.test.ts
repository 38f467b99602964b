import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { type Heard, heard } from '../helpers/heard.ts';
import { kindOf, telling } from '../helpers/kinds.ts';
import { comeToMap } from '../helpers/map.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const pages = telling(stage.site);
const paths = pages.map(({ path }) => path);

async function hear(path: string, enough?: (all: readonly Heard[]) => void): Promise<Heard[]> {
  const context = await stage.reader({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(stage.address(path), { waitUntil: 'networkidle' });
  const named = await heard(page, enough);
  await context.close();
  return named;
}

const pictures = (named: readonly Heard[]) =>
  named.filter(({ role }) => /^(?:image|img|graphics)/i.test(role));

describe('a screen reader is told', () => {
  it('what every mark on the map stands for', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/map/'), { waitUntil: 'networkidle' });
    await comeToMap(page);
    const marks = await page.locator('.map-mark').count();
    expect(marks).toBeGreaterThan(3);
    expect(
      await page
        .getByRole('button', { name: /司法所/ })
        .and(page.locator('.map-mark'))
        .count(),
    ).toBe(marks);
    await context.close();
  });

  it('of each cell of the matrix its state, its office and its item', async () => {
    await hear('/disclosure/', (named) => {
      const of = (...roles: readonly string[]) => named.filter(({ role }) => roles.includes(role));
      const rows = of('rowheader').filter(({ name }) => name.includes('司法所'));
      const states = of('link').filter(({ name }) => /^(?:已公开|待公开|待核实|待更新|不适用)/.test(name));
      expect(rows.length).toBeGreaterThanOrEqual(132);
      expect(of('columnheader').filter(({ name }) => name !== '').length).toBeGreaterThan(17);
      expect(states.length).toBe(132 * 17);
      expect(of('cell', 'gridcell').length).toBeGreaterThanOrEqual(132 * 17);
      expect(of('region').filter(({ name }) => name.endsWith('各司法所的公开事项'))).toHaveLength(11);
    });
  });

  it('what each chart shows, in numbers', async () => {
    await hear('/samples/shili-jia/figures/', (named) => {
      const charts = pictures(named).filter(({ description }) => /\d/.test(description));
      expect(charts.length).toBeGreaterThanOrEqual(6);
      expect(charts.filter(({ name }) => name === '')).toEqual([]);
    });
  });

  it('the steps that a flow picture draws', async () => {
    await hear('/services/legal-aid/', (named) => {
      const flow = pictures(named).find(({ name }) => name.includes('流程图'));
      expect(`${flow?.name} ${flow?.description}`).toMatch(/1，.*：申请；2，/);
    });
  });

  it('a name for every picture, button, link and field of every kind of page', async () => {
    const context = await stage.reader({ viewport: { width: 1280, height: 800 } });
    const must = new Set([
      'image',
      'img',
      'button',
      'link',
      'textbox',
      'combobox',
      'searchbox',
      'checkbox',
      'region',
      'navigation',
    ]);
    const found = await tour({ context, paths, address: stage.address }, async ({ page, path }) =>
      (await heard(page))
        .filter(({ role, name }) => must.has(role) && name === '')
        .map(({ role }) => `${path} ${role}`),
    );
    await context.close();
    expect(found.flat()).toEqual([]);
  });
});

/** Lines that only guide the eye: what they help to read is written beside them. */
const GUIDES = ['line', 'lane', 'ground'];

/** Words in pictures below 7:1, and marks and borders of controls below 3:1, against what lies under them. */
const faint = (page: Page, guides: readonly string[]): Promise<string[]> =>
  page.evaluate((decor) => {
    const parse = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
    const light = (text: string) => {
      const [r = 0, g = 0, b = 0] = parse(text).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a: string, b: string) => {
      const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y);
      return (bright + 0.05) / (dark + 0.05);
    };
    const solid = (text: string) => text.startsWith('rgb') && parse(text)[3] !== 0;
    const under = (one: Element | null): string => {
      if (!one) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(one);
      return solid(backgroundColor) ? backgroundColor : under(one.parentElement);
    };
    const tell = (one: Element, what: number) =>
      `${one.tagName}.${one.getAttribute('class') ?? ''} ${what.toFixed(1)}`;
    const seen = (one: Element) =>
      one.checkVisibility() && !one.closest('.leaflet-container, [aria-hidden="true"]');
    const words = [...document.querySelectorAll('main svg text')].filter(seen).flatMap((one) => {
      const lane = one.closest('svg')?.querySelector('.lane');
      const grounds = [under(one), ...(lane ? [getComputedStyle(lane).fill] : [])];
      const least = Math.min(...grounds.map((ground) => ratio(getComputedStyle(one).fill, ground)));
      return least < 7 ? [tell(one, least)] : [];
    });
    const shapes = [...document.querySelectorAll('main svg :is(path, rect, circle)')]
      .filter((one) => seen(one) && !decor.some((name) => one.classList.contains(name)))
      .flatMap((one) => {
        const { fill, stroke } = getComputedStyle(one);
        const most = Math.max(...[fill, stroke].filter(solid).map((paint) => ratio(paint, under(one))));
        return most < 3 ? [tell(one, most)] : [];
      });
    const controls = [...document.querySelectorAll('main :is(input, select, button, .tag)')]
      .filter(seen)
      .flatMap((one) => {
        const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(one);
        const around = under(one.parentElement);
        const own = [...(parseFloat(borderTopWidth) > 0 ? [borderTopColor] : []), backgroundColor].filter(
          solid,
        );
        const most = Math.max(0, ...own.map((paint) => ratio(paint, around)));
        return most < 3 ? [tell(one, most)] : [];
      });
    return [...words, ...shapes, ...controls];
  }, guides);

describe('on every kind of page', () => {
  it('words in pictures stand out 7 to 1, marks and controls 3 to 1', async () => {
    const context = await stage.reader({ viewport: { width: 1280, height: 800 } });
    const found = await tour({ context, paths, address: stage.address }, async ({ page, path }) =>
      (await faint(page, GUIDES)).map((what) => `${kindOf({ path } as never)} ${what}`),
    );
    await context.close();
    expect([...new Set(found.flat())]).toEqual([]);
  });
});
