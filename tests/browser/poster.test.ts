import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { sheets } from '../helpers/pdf.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const paths = stage.site.pages.map(({ path }) => path).filter((path) => path.endsWith('/poster/'));

/** In points, as PDF counts them; Chromium rounds to whole pixels of the screen. */
const SIZES = [
  { sheet: 'a3', name: 'A3 lying', width: 1191, height: 842 },
  { sheet: 'a4', name: 'A4 standing', width: 595, height: 842 },
] as const;

/** What lies over something else or outside the frame, at the sheet's own width. */
const overlapping = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const frame = document.querySelector('.poster');
    if (!frame) return ['no board'];
    const parts = [...frame.children].map((one) => ({
      name: one.className,
      box: one.getBoundingClientRect(),
    }));
    const outer = frame.getBoundingClientRect();
    const wrong = parts.flatMap(({ name, box }, at) => [
      ...(box.bottom > outer.bottom || box.right > outer.right + 1 ? [`${name} outside`] : []),
      ...parts
        .slice(at + 1)
        .filter(
          (other) =>
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1,
        )
        .map((other) => `${name} over ${other.name}`),
    ]);
    return wrong;
  });

describe('the notice board', () => {
  it('is there for every office, real and sample', () => {
    expect(paths.length).toBe(
      stage.site.pages.filter(({ path }) => /^\/(?:offices\/[\w-]+|samples)\/[\w-]+\/$/.test(path)).length,
    );
    expect(paths.length).toBeGreaterThanOrEqual(136);
  });

  it.each(SIZES)(
    'prints on exactly one sheet of $name, nothing cut or covered, for each of them',
    async ({ sheet, width, height }) => {
      const viewport = { width: Math.round((width - 57) / 0.75), height: 1046 };
      const context = await stage.reader({ viewport });
      const address = (path: string) => stage.address(`${path}#${sheet}`);
      const wrong = await tour({ context, paths, address }, async ({ page, path }) => {
        await page.emulateMedia({ media: 'print' });
        const printed = sheets(await page.pdf({ preferCSSPageSize: true }));
        const other = printed.filter(
          (one) => Math.abs(one.width - width) > 1 || Math.abs(one.height - height) > 1,
        );
        return [
          ...(await overlapping(page)).map((what) => `${path} ${what}`),
          ...(printed.length === 1 ? [] : [`${path} ${printed.length} sheets`]),
          ...other.map((one) => `${path} ${one.width} × ${one.height}`),
        ];
      });
      await context.close();
      expect(wrong.flat()).toEqual([]);
    },
  );
});
