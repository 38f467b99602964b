/** How the browser tests of the form page begin, and end: the small site, and a stage of its own for each test. */
import { afterEach, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { AXE, violations } from './axe.ts';
import { openForm, openPart, type FormOptions, type FormStage } from './form.ts';
import { buildFormSite } from './form-site.ts';

/** To be called once in a file; what it returns opens the stage of a test, which is closed after it. */
export function formTests(): (options?: FormOptions) => Promise<FormStage> {
  let site = '';
  let stage: FormStage | undefined;
  beforeAll(async () => {
    site = await buildFormSite();
  });
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });
  return async (options) => (stage = await openForm(site, options));
}

/** Opens a notice that is there: the one that opens by itself, or one of a day. */
export async function openNotice(page: Page, day?: string): Promise<void> {
  await openPart(page, '改公告');
  await page.getByText(/^正在改/).waitFor();
  if (day === undefined) return;
  await page.getByRole('button', { name: new RegExp(`^${day}`) }).click();
  await page.getByText(`正在改${day}的公告`).waitFor();
}

/** By how many pixels the page is wider than the screen. */
export const sticksOut = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every barrier on the page as it is now. */
export async function barriers(page: Page): Promise<string[]> {
  // By the console's way, which the page's own policy does not govern.
  await page.evaluate(AXE);
  return violations(page);
}
