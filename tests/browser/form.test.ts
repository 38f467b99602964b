import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, openForm, openPart, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';

let site = '';
let stage: FormStage;

beforeAll(() => {
  site = buildFormSite('form-site');
}, 120_000);

describe('a clerk who never heard of git', () => {
  beforeAll(async () => {
    stage = await openForm(site);
  });
  afterAll(() => stage.close());

  it('is told at the field what is wrong with a number, and what to type', async () => {
    const { page } = stage;
    await enter(page);
    await openPart(page, '电话、地址');
    await page.getByLabel('电话（必填）').first().fill('13900000000');
    await page.getByLabel('电话（必填）').first().blur();
    await expect.poll(() => page.getByText('不是可以拨打的固定电话或热线').isVisible()).toBe(true);
    expect(await page.getByLabel('电话（必填）').first().getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: '核对并提交' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('还有1处要改');
    expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0);
  });

  it('sends the right number as a pull request that changes one line, passes the checks and is merged', async () => {
    const { page, forge } = stage;
    await page.getByRole('button', { name: /不是可以拨打/ }).click();
    await page.getByLabel('电话（必填）').first().fill('0833-2654321');
    await page.getByRole('button', { name: '核对并提交' }).click();
    expect(await page.getByRole('table').textContent()).toContain('0833-2654321');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
    const [pull] = forge.pulls;
    expect(pull).toMatchObject({
      title: '甲镇司法所：更新电话、地址、办公时间',
      base: 'main',
      verdict: { passed: true, reasons: [] },
    });
    expect(forge.repository.diff('main', pull?.head ?? '')).toEqual([
      '-      "number": "0833-2123456",',
      '+      "number": "0833-2654321",',
    ]);
    expect(forge.merge(1)).toBe('merged');
    expect(forge.repository.read('main', 'content/offices/dong/jia/office.json')?.bytes.toString()).toContain(
      '0833-2654321',
    );
    expect(stage.complaints).toEqual([]);
  });
});
