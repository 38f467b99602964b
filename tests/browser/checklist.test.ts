import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const stage = useBrowser();

/** How many sheets a PDF of Chromium has. */
const sheets = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe('the list of what to bring', () => {
  it('prints on one sheet of A4 for every guide', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    const paths = stage.site.pages.map(({ path }) => path).filter((path) => path.endsWith('/checklist/'));
    const counts = [];
    for (const path of paths) {
      await page.goto(stage.address(path));
      counts.push([path, sheets(await page.pdf({ format: 'A4' }))]);
    }
    await context.close();
    expect(paths.length).toBeGreaterThanOrEqual(20);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it('the overview of guides takes no sheet more for the foot of the page', async () => {
    const context = await stage.reader();
    const page = await context.newPage();
    await page.goto(stage.address('/services/'));
    const all = sheets(await page.pdf({ format: 'A4' }));
    await page.getByRole('contentinfo').evaluate((foot) => foot.remove());
    expect(all).toBe(sheets(await page.pdf({ format: 'A4' })));
    await context.close();
  });
});
