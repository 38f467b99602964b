/** Notice boards on paper, as Chromium prints them. */
import type { Page } from 'playwright-core';
import { sheets } from '../../src/posters/pdf.ts';

/** In points, as PDF counts them; Chromium rounds to whole pixels of the screen. */
export const SHEETS = [
  { sheet: 'a3', name: 'A3 lying', width: 1191, height: 842 },
  { sheet: 'a4', name: 'A4 standing', width: 595, height: 842 },
] as const;

type Size = (typeof SHEETS)[number];

/** The screen that is as wide as the sheet between its margins of 10 mm, in CSS pixels. */
export const paperOf = ({ width, height }: Size) => ({
  width: Math.round((width - 57) / 0.75),
  height: Math.round((height - 57) / 0.75),
});

/** What lies over something else or outside the frame. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const frame = document.querySelector('.poster');
    if (!frame) return ['no board'];
    const outer = frame.getBoundingClientRect();
    const parts = [...frame.children].map((one) => ({
      name: one.className,
      box: one.getBoundingClientRect(),
    }));
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return parts.flatMap(({ name, box }, at) => [
      ...(box.bottom > outer.bottom || box.right > outer.right + 1 ? [`${name} outside`] : []),
      ...parts
        .slice(at + 1)
        .filter((other) => meet(box, other.box))
        .map((other) => `${name} over ${other.name}`),
    ]);
  });

/** What is wrong with a board on a sheet: more or fewer sheets than one, another size, words that cover each other. */
export async function misprints(page: Page, size: Size): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const printed = sheets(await page.pdf({ preferCSSPageSize: true }));
  const other = printed.filter(
    ({ width, height }) => Math.abs(width - size.width) > 1 || Math.abs(height - size.height) > 1,
  );
  return [
    ...(await covered(page)),
    ...(printed.length === 1 ? [] : [`${printed.length} sheets`]),
    ...other.map(({ width, height }) => `${width} × ${height}`),
  ];
}
