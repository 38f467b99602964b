import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { each, useBrowser, visit } from '../helpers/browser.ts';

const stage = useBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of axe, the experimental and the best-practice ones included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    return (await axe.run(document, { resultTypes: ['violations'], rules })) as AxeResults;
  });
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary ?? ''}`,
    ),
  );
}

it('no page puts a barrier in anyone’s way', async () => {
  const paths = stage.site.pages.map((page) => page.path);
  const context = await stage.reader();
  const tested = await each(paths, 3, async (path) => {
    const { page } = await visit(context, stage.address(path));
    const found = await violations(page);
    await page.close();
    return { path, found };
  });
  await context.close();
  expect(tested.length).toBe(stage.site.pages.length);
  expect(tested.filter(({ found }) => found.length > 0)).toEqual([]);
});

it('no page asks another host for anything, fails to load something, or logs an error', async () => {
  const context = await stage.reader();
  const heard = await each(stage.site.pages, 3, async ({ path }) => {
    const { page, complaints } = await visit(context, stage.address(path));
    await page.close();
    return complaints.map((what) => `${path}: ${what}`);
  });
  await context.close();
  expect(heard.flat()).toEqual([]);
});
