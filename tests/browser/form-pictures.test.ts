/**
 * The pictures of the manual (content/README.md, docs/editing.md), taken from the form page as it is. They are put into
 * docs/pictures/ with UPDATE_PICTURES=1; otherwise the test only makes sure that each step can still be pictured.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { enter, openForm, openPart, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';

const KEPT = join(ROOT, 'docs', 'pictures');
const folder = process.env['UPDATE_PICTURES'] ? KEPT : join(ROOT, '.cache', 'pictures');
const MANUALS = ['content/README.md', 'docs/editing.md'];

let stage: FormStage;

const toTop = (place: Locator) => place.evaluate((one) => one.scrollIntoView({ block: 'start' }));

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  expect(existsSync(join(KEPT, `${name}.png`)), `docs/pictures/${name}.png`).toBe(true);
  const told = MANUALS.some((file) =>
    readFileSync(join(ROOT, file), 'utf8').includes(`pictures/${name}.png`),
  );
  expect(told, `${name}.png stands in a manual`).toBe(true);
}

describe('the manual shows, as it is now', () => {
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    stage = await openForm(await buildFormSite(), { width: 720 });
    await stage.page.setViewportSize({ width: 720, height: 640 });
  });
  afterAll(() => stage.close());

  it('what can be filled in', async () => {
    await enter(stage.page);
    await toTop(stage.page.getByRole('heading', { name: '要改什么' }));
    await picture(stage.page, 'form-parts');
  });

  it('what a field says of a wrong number', async () => {
    await openPart(stage.page, '电话、地址');
    const field = stage.page.getByLabel('电话（必填）').first();
    await field.fill('13900000000');
    await field.blur();
    await stage.page.getByText('是手机号，不公开').waitFor();
    await toTop(stage.page.getByRole('heading', { name: '电话、地址、办公时间' }));
    await picture(stage.page, 'form-message');
  });

  it('what is looked over before it is sent', async () => {
    await stage.page.getByLabel('电话（必填）').first().fill('0833-2654321');
    await stage.page.getByRole('button', { name: '核对并提交' }).click();
    await toTop(stage.page.getByRole('heading', { name: '核对修改' }));
    await picture(stage.page, 'form-review');
  });
});
