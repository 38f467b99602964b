import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { enter, openForm, type FormOptions, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { largeCounty, listOfLargeCounty, OFFICES_OF_LARGE_COUNTY } from '../helpers/large-county.ts';
import { some } from '../helpers/long.ts';

let [small, large] = ['', ''];
let stage: FormStage;
beforeAll(async () => {
  small = await buildFormSite();
  large = await buildFormSite('form-site-large', largeCounty());
});
afterEach(() => stage?.close());

async function openList(site: string, options: FormOptions = {}): Promise<Page> {
  stage = await openForm(site, options);
  const { page } = stage;
  await enter(page, 'token-ju');
  await page.getByRole('button', { name: '司法局的事' }).click();
  await page.getByRole('button', { name: /^名册、电话表/ }).click();
  await page.getByRole('heading', { name: '名册、电话表' }).waitFor();
  return page;
}

const putIn = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('名册文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

const fixture = (name: string) => readFileSync(join(ROOT, 'tests/fixtures/sheets', name));

describe('the first load of a county, from its own list', () => {
  it.each(some([360, 1280]))(
    'of fifteen offices takes seven actions, and is one proposal (%i px)',
    async (width) => {
      const page = await openList(large, { width, content: largeCounty() });
      await page.getByLabel('谁提供的（必填）').fill('东县司法局提供');
      await page.getByRole('button', { name: '今天核实过' }).click();
      await putIn(page, '名册.csv', Buffer.from(listOfLargeCounty()));
      await page
        .getByText(`认出 ${OFFICES_OF_LARGE_COUNTY} 行，要改 ${OFFICES_OF_LARGE_COUNTY} 个所。`)
        .waitFor();
      await page.getByText('东县司法局甲司法所 → 东县甲镇司法所').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.getByRole('button', { name: '核对改动' }).click();
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
      const { pulls, repository } = stage.forge;
      const [pull, ...more] = pulls;
      expect(more).toEqual([]);
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(pull?.title).toBe('东县司法局：更新名册（15个所）');
      const head = pull?.head ?? '';
      expect(repository.changed('main', head)).toHaveLength(OFFICES_OF_LARGE_COUNTY);
      const office = repository.read(head, 'content/offices/dong/dongsanli/office.json')?.bytes.toString();
      expect(JSON.parse(office ?? '')).toMatchObject({
        place: { address: '东县东三里镇一号' },
        phones: [{ number: '0833-2150098', use: 'consult' }],
        hours: { seasons: [{ week: [{ days: [1, 2, 3, 4, 5], sessions: ['09:00-12:00', '14:00-18:00'] }] }] },
        provenance: { contact: { source: '东县司法局提供', verifiedOn: '2026-11-22' } },
      });
    },
  );

  it.each(some(['mingce.xlsx', 'mingce.xls', 'mingce.ods', 'mingce.csv']))(
    'is read in this browser as the command reads it: %s',
    async (name) => {
      const page = await openList(small);
      await page.getByLabel('谁提供的（必填）').fill('东县司法局提供');
      await putIn(page, name, fixture(name));
      await page.getByText('认出 2 行').waitFor();
      await page.getByText('甲所 → 东县甲镇司法所').waitFor();
      await page.getByText(/有手机号，不公开，没有导入/).waitFor();
    },
  );

  it('by keyboard: a column that fits nothing by itself waits until somebody says where it goes', async () => {
    const page = await openList(small, { width: 360 });
    await page.getByLabel('谁提供的（必填）').fill('东县司法局提供');
    await putIn(page, 'a.csv', Buffer.from('司法所名称,联系电话,备注\n甲镇司法所,0833-2777777,周三下乡\n'));
    const column = page.getByLabel('“备注”这一列');
    expect(await column.inputValue()).toBe('不导入');
    await page.getByRole('button', { name: '核对改动' }).click();
    expect(await page.getByText('周三下乡').count()).toBe(0);
    await page.getByRole('button', { name: '返回修改' }).click();
    await column.focus();
    await page.keyboard.press('End');
    await page.getByText('看着像').waitFor({ state: 'detached' });
    expect(await column.evaluate((one) => one === document.activeElement)).toBe(true);
    await approve(page);
    expect(stage.forge.pulls[0]?.body).toContain('周三下乡');
  });

  it('without anybody who says so nothing is proposed, and what is no table is told', async () => {
    const page = await openList(small);
    await putIn(page, 'a.csv', Buffer.from('司法所名称,联系电话\n甲镇司法所,0833-2777777\n'));
    await page.getByText('没有写是谁提供的').waitFor();
    await page.getByRole('button', { name: '核对改动' }).click();
    await page.getByRole('alert').filter({ hasText: '没有写是谁提供的' }).waitFor();
    await putIn(page, 'b.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
    await page
      .getByText(/另存为/)
      .first()
      .waitFor();
    await putIn(page, 'c.csv', Buffer.from('通知\n请各所报送\n'));
    await page.getByText('一行也没有认出来').waitFor();
  });

  it('is not offered to an office', async () => {
    stage = await openForm(small);
    await enter(stage.page);
    await stage.page.getByRole('button', { name: '我的提交' }).waitFor();
    expect(await stage.page.getByRole('button', { name: '司法局的事' }).count()).toBe(0);
  });
});

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核对改动' }).click();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
}
