import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { enter, openForm, openPart, submit, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';

let site = '';
let stage: FormStage;
beforeAll(() => {
  site = buildFormSite('form-site');
}, 120_000);
afterEach(() => stage?.close());

const FILE = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const textIn = (branch: string) => stage.forge.repository.read(branch, FILE)?.bytes.toString() ?? '';

const openEarlier = async () => {
  const { page } = stage;
  await enter(page);
  await openPart(page, '发公告');
  await page.getByText('已经发的公告：改、延期、失效').click();
  await page.getByRole('button', { name: /^2026年11月2日/ }).click();
  await page.getByText('正在改2026年11月2日的公告').waitFor();
};

describe('a notice that is there already', () => {
  it.each(['forgejo', 'gitlab', 'github', 'gitee'] as ForgeKind[])(
    'is found, changed and sent again under its address (%s)',
    async (kind) => {
      stage = await openForm(site, { kind });
      const { page, forge } = stage;
      await openEarlier();
      const title = await page.getByLabel('标题（必填）').inputValue();
      await page.getByLabel('标题（必填）').fill(`${title}（更正）`);
      await submit(page);
      const [pull] = forge.pulls;
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(pull?.title).toBe(`甲镇司法所：更新公告《${title}（更正）》`);
      expect(forge.repository.changed('main', pull?.head ?? '')).toEqual([FILE]);
      expect(textIn(pull?.head ?? '')).toContain('updated: 2026-11-22');
    },
  );

  it.each([360, 1280])('ends today with one press (%i px)', async (width) => {
    stage = await openForm(site, { width });
    const { page, forge } = stage;
    await openEarlier();
    await page.getByRole('button', { name: '今天起失效' }).click();
    expect(await page.getByLabel('失效日期').inputValue()).toBe('2026-11-22');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await submit(page);
    const before = textIn('main');
    const after = textIn(forge.pulls[0]?.head ?? '');
    const fresh = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(fresh).toEqual(['expires: 2026-11-22', 'updated: 2026-11-22']);
  });
});
