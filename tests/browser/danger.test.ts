import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dangerHearing } from '../../src/domain/search/urgent.ts';
import { unpackUrgent, URGENT_FILE } from '../../src/domain/search/urgent-file.ts';
import { useBrowser } from '../helpers/browser.ts';
import { DIST } from '../helpers/dist.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();
const searching = (text: string) => stage.address(`/search/?q=${encodeURIComponent(text)}`);

/** A plain question that sounds a little like danger. */
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const hear = dangerHearing(unpackUrgent(readFileSync(join(DIST, URGENT_FILE))));
const questions = read('tests/fixtures/unseen.json') as readonly { question: string; group: string }[];
const unsure =
  questions.find(({ question, group }) => group === 'guide' && hear(question).possible)?.question ?? '';

describe('a search in danger', () => {
  it('shows 110 above everything, what to do now, then the right guide, and never mediation', async () => {
    const context = await stage.reader({ viewport: { width: 360, height: 640 } });
    const { page, go } = await openTab(context);
    await go(searching('老公打我怎么办'));
    const card = page.getByRole('region', { name: /紧急求助/ });
    await card.waitFor();
    await page.waitForLoadState('networkidle');
    const call = card.getByRole('link').first();
    expect(await call.getAttribute('href')).toBe('tel:110');
    const box = await call.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(640);
    expect(await card.innerText()).toMatch(/先离开/);
    const links = page.locator('[data-results] a, [data-danger] a');
    const paths = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
    expect(paths.some((path) => path.endsWith('/services/protection-order/'))).toBe(true);
    expect(paths.filter((path) => path.includes('mediation'))).toEqual([]);
    await context.close();
  });

  it.each(['不想活了', '强奸'])(
    '“%s” meets the numbers and no pages that hold a piece of it by chance',
    async (words) => {
      const context = await stage.reader();
      const { page, go } = await openTab(context);
      await go(searching(words));
      await page.getByRole('region', { name: /紧急求助/ }).waitFor();
      const status = page.getByRole('main').getByRole('status').filter({ hasText: '打110' });
      await expect
        .poll(() => status.innerText())
        .toMatch(/^(?:急救打120，报警打110|报警打110，急救打120)。$/);
      expect(await page.getByRole('list', { name: '搜索结果' }).getByRole('link').count()).toBe(0);
      expect(await page.getByText('换个说法').count()).toBe(0);
      await context.close();
    },
  );

  it('leaves no trace of the words in the address or the title', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await go(searching('老公打我怎么办'));
    await page.getByRole('region', { name: /紧急求助/ }).waitFor();
    expect(decodeURIComponent(page.url())).not.toContain('打我');
    expect(await page.title()).not.toContain('打我');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await context.close();
  });

  it('where danger is possible but not sure, says whom to call in one line, and the answers stand below', async () => {
    const context = await stage.reader({ viewport: { width: 360, height: 640 } });
    const { page, go } = await openTab(context);
    await go(searching(unsure));
    const line = page.locator('[data-danger]').getByText('有人有危险？先打');
    await line.waitFor();
    expect(await line.getByRole('link').allInnerTexts()).toEqual(['110', '120', '119']);
    expect((await line.boundingBox())?.height).toBeLessThan(60);
    expect(await page.getByText('有危险先打电话').isVisible()).toBe(false);
    expect(await page.getByRole('region', { name: /紧急求助/ }).count()).toBe(0);
    await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().waitFor();
    expect(decodeURIComponent(page.url())).not.toContain(unsure);
    await context.close();
  });

  it('has the numbers on the page even where the list of dangers does not come', async () => {
    const context = await stage.reader();
    const { page, go } = await openTab(context);
    await page.route(`**${URGENT_FILE}`, (route) => route.abort());
    await go(searching('老公打我怎么办'));
    const numbers = page.getByRole('main').locator('a[href="tel:110"]');
    expect(await numbers.first().isVisible()).toBe(true);
    expect(await page.getByText('有危险先打电话').isVisible()).toBe(true);
    await context.close();
  });
});
