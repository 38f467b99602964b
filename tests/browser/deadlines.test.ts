import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { all, attribute, broken } from '../helpers/dist.ts';
import { openTab } from '../helpers/tabs.ts';

const stage = useBrowser();

/** Opens a guide, does something there, and expects no complaint of the browser. */
async function onGuide(
  slug: string,
  act: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
): Promise<void> {
  const context = await stage.reader(options);
  const { page, go } = await openTab(context);
  const complaints = await go(stage.address(`/services/${slug}/`));
  await act(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const dateOf = (page: Page, event: string) => page.getByLabel(`哪天${event}？`, { exact: true });

/** The region that tells the deadlines of a date. */
const told = (field: Locator) => field.locator('xpath=../*[@role="status"]');

describe('the deadline calculator', () => {
  it('tells each deadline of a date with its rule, and that it only informs', () =>
    onGuide('legal-aid', async (page) => {
      const field = dateOf(page, '法律援助机构收到申请');
      expect(await told(field).innerText()).toBe('');
      await field.fill('2026-11-22');
      const text = await told(field).innerText();
      expect(text).toContain('最迟2026年11月29日（周日）');
      expect(text).toContain('规定：法律援助机构收到申请起7日内。办理机关要遵守。');
      expect(text).toContain('2026年11月30日（周一）');
      const whole = await page.locator('deadline-calculator').innerText();
      expect(whole).toContain('这里只是帮您估算，以办理机关的答复为准。');
      await field.fill('');
      expect(await told(field).innerText()).toBe('');
    }));

  it('is on paper only with an answer, which then says that it only informs', () =>
    onGuide('legal-aid', async (page) => {
      await page.emulateMedia({ media: 'print' });
      const calculator = page.locator('.calculator');
      expect(await calculator.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      const field = dateOf(page, '法律援助机构收到申请');
      await field.fill('2026-11-22');
      await page.emulateMedia({ media: 'print' });
      expect(await calculator.innerText()).toMatch(/最迟2026年11月29日[^]*这里只是帮您估算/);
      await page.emulateMedia({ media: 'screen' });
      await field.fill('');
      await page.emulateMedia({ media: 'print' });
      expect(await calculator.isVisible()).toBe(false);
    }));

  it('names the safe date, and the year that nobody knows', () =>
    onGuide('reconsideration', async (page) => {
      const field = dateOf(page, '收到补正通知');
      await field.fill('2026-12-24');
      const text = await told(field).innerText();
      expect(text).toContain('稳妥起见，最迟2027年1月5日（周二）');
      expect(text).toContain('本站还没有2027年的放假安排');
    }));

  it('asks once for an event from which several limits run', () =>
    onGuide('correction-leave', async (page) => {
      expect(await page.locator('deadline-calculator input').count()).toBe(1);
      await dateOf(page, '外出').fill('2026-10-10');
      expect(await page.locator('deadline-calculator [role="status"] li').count()).toBe(3);
    }));

  it('can be used with the keyboard alone, and asks for what is missing', () =>
    onGuide('legal-aid', async (page) => {
      const field = dateOf(page, '法律援助机构收到申请');
      await page.locator('deadline-calculator table a').last().focus();
      await page.keyboard.press('Tab');
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.type('11');
      await dateOf(page, '作出给予援助的决定').focus();
      expect(await told(field).innerText()).toBe('请把年、月、日都填上。');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.focus();
      await page.keyboard.type('11222026');
      expect(await told(field).innerText()).toContain('2026年11月29日');
      expect(await field.getAttribute('aria-invalid')).toBe('false');
    }));

  it.each([
    { width: 360, size: '100%' },
    { width: 320, size: '200%' },
  ])(
    'moves nothing that is about to be pressed as it asks, $width pixels wide and in letters of $size',
    ({ width, size }) =>
      onGuide(
        'legal-aid',
        async (page) => {
          await page.addStyleTag({ content: `html { font-size: ${size} !important }` });
          const [field, next] = ['法律援助机构收到申请', '作出给予援助的决定'].map((on) => dateOf(page, on));
          if (!field || !next) throw new Error('the guide asks for two dates');
          await field.focus();
          await page.keyboard.type('11');
          const before = await next.boundingBox();
          await field.evaluate((one) => one.blur());
          expect(await told(field).innerText()).toBe('请把年、月、日都填上。');
          expect(await next.boundingBox()).toEqual(before);
        },
        { viewport: { width, height: 740 } },
      ),
  );

  it('is not there without JavaScript: the table stands alone, and no dead control', () =>
    onGuide(
      'legal-aid',
      async (page) => {
        const part = page.locator('deadline-calculator');
        expect(await part.locator('table').isVisible()).toBe(true);
        expect(await part.locator('input, button, [role="status"]').count()).toBe(0);
        expect(await part.innerText()).not.toContain('算一算');
      },
      { javaScriptEnabled: false },
    ));

  it('leaves the table alone when its data cannot be read', () =>
    onGuide('legal-aid', async (page) => {
      const left = await page.evaluate(() => {
        const broken = document.createElement('deadline-calculator');
        broken.innerHTML = '<table></table><script type="application/json">{</script>';
        document.body.append(broken);
        return broken.children.length;
      });
      expect(left).toBe(2);
    }));

  it('brings its script only to pages that have limits', () => {
    const wrong = broken(stage.site.pages, (page) => {
      const modules = all(page, 'script').some((one) =>
        /DeadlineCalculator/.test(attribute(one, 'src') ?? ''),
      );
      return modules === all(page, 'deadline-calculator').length > 0
        ? []
        : ['script without limits, or none'];
    });
    expect(wrong).toEqual([]);
  });
});
