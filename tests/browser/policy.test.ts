import { expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { telling } from '../helpers/kinds.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();

it('under their own content security policy all kinds of pages work and complain of nothing', async () => {
  const context = await stage.reader({ bypassCSP: false });
  const paths = telling(stage.site).map((page) => page.path);
  const told = await tour({ context, paths, address: stage.address }, async ({ page, path, complaints }) => {
    await page.waitForLoadState('networkidle');
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((one) => one.localName)
        .filter((name) => name.includes('-') && !customElements.get(name)),
    );
    const unstyled = await page.evaluate(() => getComputedStyle(document.body).lineHeight === 'normal');
    return [...complaints, ...dead.map((name) => `${name} 没有启动`), ...(unstyled ? ['没有样式'] : [])].map(
      (what) => `${path}: ${what}`,
    );
  });
  await context.close();
  expect(told.flat()).toEqual([]);
});
