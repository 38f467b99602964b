import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { isOffice } from '../helpers/dist.ts';
import { telling } from '../helpers/kinds.ts';
import { openTab, tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const { address } = stage;
const office = stage.site.pages.find(isOffice)?.path ?? '/';
const paths = telling(stage.site).map((page) => page.path);

async function words(javaScriptEnabled: boolean): Promise<{ path: string; text: string }[]> {
  // On a phone what lies far below is not laid out yet, and counts as unseen (tests/browser/long-pages.test.ts).
  const context = await stage.reader({ javaScriptEnabled, viewport: { width: 1280, height: 800 } });
  const texts = await tour({ context, paths, address }, async ({ page, path }) => ({
    path,
    text: await page.locator('main').innerText(),
  }));
  await context.close();
  return texts;
}

describe('a reader', () => {
  it('without JavaScript misses nothing: scripts add words and change none', async () => {
    const without = await words(false);
    expect(without.filter(({ text }) => text.trim().length < 20)).toEqual([]);
    expect(without.find(({ path }) => path === office)?.text).toMatch(/待公开|电话/);
    const enhanced = new Map((await words(true)).map(({ path, text }) => [path, text]));
    // The row of the reader's own day moves into a card, where its words go on with “现在”.
    const changed = without.flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .flatMap((line) => (enhanced.get(path)?.includes(line) ? [] : [`${path}: ${line}`])),
    );
    expect(changed).toEqual([]);
  });

  it('using only the keyboard can skip the header first', async () => {
    const context = await stage.reader();
    const framed = paths.filter((path) => !path.startsWith('/embed/'));
    const wrong = await tour({ context, paths: framed, address }, async ({ page, path }) => {
      await page.keyboard.press('Tab');
      const target = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
      await page.keyboard.press('Enter');
      const arrived = await page.evaluate(() => {
        const there = document.querySelector(':target');
        return there !== null && (document.querySelector('main')?.contains(there) ?? false);
      });
      return target.startsWith('#') && arrived ? [] : [`${path}: ${target}`];
    });
    await context.close();
    expect(wrong.flat()).toEqual([]);
  });

  it('using only the keyboard always sees where they are', async () => {
    const context = await stage.reader({ viewport: { width: 1280, height: 800 } });
    const { page, go } = await openTab(context);
    await go(address(office));
    const count = await page.locator('a[href], button, summary, input').count();
    const unseen: string[] = [];
    for (let press = 0; press < Math.min(count, 60); press += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return undefined;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        const { width, height } = one.getBoundingClientRect();
        const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
        return ring && width > 0 && height > 0 ? undefined : one.outerHTML.slice(0, 120);
      });
      if (here) unseen.push(here);
    }
    await context.close();
    expect(unseen).toEqual([]);
  });

  it('sees the mark of a list beside the first line of a link that needs two', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/laws/legal-aid-law/'));
    const apart = await page.locator('main .roomy li > a').evaluateAll((links) =>
      links
        .filter((link) => link.getBoundingClientRect().height > 50)
        .map((link) => {
          const mark = document.createElement('span');
          mark.textContent = '\u200b';
          link.before(mark);
          return Math.abs(mark.getBoundingClientRect().top - link.getBoundingClientRect().top);
        }),
    );
    expect(apart.length).toBeGreaterThan(0);
    expect(Math.max(...apart)).toBeLessThan(16);
    await context.close();
  });

  it('who follows a dead address is told so and finds the way back', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    const response = await page.goto(address('/nothing/here/'));
    expect(response?.status()).toBe(404);
    await page.getByRole('main').getByRole('link').first().click();
    await page.waitForURL(({ pathname }) => !pathname.includes('/nothing/'));
    await expect(page.title()).resolves.not.toBe('');
    await context.close();
  });

  it('who prints an office’s page gets its name and its hotline', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await go(address(office));
    await page.emulateMedia({ media: 'print' });
    const name = await page.locator('h1').innerText();
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
    expect(await page.locator('main').innerText()).toContain(name);
    expect(await page.locator('body').innerText()).toContain('12348');
    await context.close();
  });

  it('on paper no row has a name and nothing else', async () => {
    const context = await stage.reader();
    const empty = await tour({ context, paths, address }, async ({ page, path }) => {
      await page.emulateMedia({ media: 'print' });
      const names = await page.locator('main dt').evaluateAll((all) =>
        (all as HTMLElement[]).flatMap((one) => {
          const beside = one.nextElementSibling as HTMLElement | null;
          const pictures = [...(beside?.querySelectorAll('svg, img') ?? [])];
          const says =
            beside?.innerText.trim() !== '' || pictures.some((each) => each.getClientRects().length > 0);
          return one.offsetHeight === 0 || says ? [] : [one.innerText];
        }),
      );
      return names.map((name) => `${path}: ${name}`);
    });
    expect(empty.flat()).toEqual([]);
    await context.close();
  });

  it('on paper the right to an interpreter stands under its own name, not under that of an address', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await go(address('/offices/ebian/heizhugou/'));
    await page.emulateMedia({ media: 'print' });
    const rows = await page
      .locator('.board dt')
      .evaluateAll((all) => all.flatMap((one) => (one.getClientRects().length > 0 ? one.textContent : [])));
    expect(rows).toContain('语言');
    expect(rows).not.toContain('地址');
    await context.close();
  });

  it('on paper the list of guides has its guides, an office’s page those below alone', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.emulateMedia({ media: 'print' });
    const rows = page.locator('main .rows').first();
    await go(address('/services/'));
    expect(await rows.isVisible()).toBe(true);
    await go(address(office));
    expect(await rows.isVisible()).toBe(false);
    await context.close();
  });

  it('on paper no line of a list or a table is cut in two, and no heading ends a page', async () => {
    const context = await stage.reader();
    const cut = await tour({ context, paths, address }, async ({ page, path }) => {
      await page.emulateMedia({ media: 'print' });
      const wrong = await page.locator('main').evaluate((main) => {
        const all = (selector: string) => [...main.querySelectorAll(selector)];
        const split = all('li, tr, dl.facts > div').filter(
          (one) => getComputedStyle(one).breakInside !== 'avoid',
        );
        const last = all('h2, h3, h4, caption').filter((one) => getComputedStyle(one).breakAfter !== 'avoid');
        return [...split, ...last].map((one) => `${one.tagName}.${one.className}`);
      });
      return wrong.map((one) => `${path}: ${one}`);
    });
    expect(cut.flat()).toEqual([]);
    await context.close();
  });

  it('who prints a guide gets the answers that are folded up on the screen, and no list of jumps', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await go(address('/services/legal-aid/'));
    const answer = page.locator('main details > :not(summary)').first();
    expect(await answer.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await answer.isVisible()).toBe(true);
    await go(address(office));
    expect(await page.getByRole('navigation', { name: '本页内容' }).count()).toBe(0);
    await context.close();
  });
});
