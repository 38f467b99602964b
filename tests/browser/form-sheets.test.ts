import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, openForm, openPart, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { ods, row } from '../helpers/open-document.ts';

let stage: FormStage;
const scripts: string[] = [];

beforeAll(async () => {
  stage = await openForm(await buildFormSite());
  stage.page.on('request', (request) => scripts.push(request.url()));
  await enter(stage.page);
  await stage.page.getByText('用表格填（Excel、WPS）').click();
});

afterAll(() => stage.close());

const putIn = (name: string, content: string | Buffer) =>
  stage.page.getByLabel('把填好的表格放进来').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });

const told = (words: string) => stage.page.getByRole('alert').filter({ hasText: words }).waitFor();

describe('a clerk who would rather fill in a table', () => {
  it('takes the workbook of the office along; unchanged, it changes nothing', async () => {
    const { page, complaints } = stage;
    expect(scripts.filter((url) => url.includes('exchange'))).toEqual([]);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载本所的表格' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('甲镇司法所.xlsx');
    await putIn('甲镇司法所.xlsx', readFileSync(await download.path()));
    await told('表格里没有要改的');
    expect(complaints).toEqual([]);
  });

  it('is told every fault by row and column, and nothing is put in', async () => {
    await putIn('a.csv', '司法所,电话,用途\n甲镇,13900000000,咨询\n甲镇,0833-2654321,微信\n');
    await told('有 2 处要改');
    expect(
      await stage.page.getByRole('alert').filter({ hasText: '2 处' }).getByRole('listitem').allTextContents(),
    ).toEqual([
      '电话 第 2 行「电话」：“13900000000”是手机号，不公开；请写办公室的固定电话',
      '电话 第 3 行「用途」：没有“微信”这个选项；可以写：咨询电话、值班电话、监督电话、传真',
    ]);
  });

  it('may bring a file of LibreOffice (.ods)', async () => {
    expect(await stage.page.getByLabel('把填好的表格放进来').getAttribute('accept')).toContain('.ods');
    const rows = row('司法所', '月份', '受理调解（件）') + row('甲镇', '2026-09', '许多');
    await putIn('a.ods', Buffer.from(ods({ name: '每月工作量', rows })));
    await told('每月工作量 第 2 行「受理调解（件）」：“许多”');
  });

  it('finds in the forms what the table said, and looks it over as always', async () => {
    const { page } = stage;
    await putIn('a.csv', '司法所,电子邮箱\n甲镇,jia@example.gov.cn\n');
    await told('放进来 1 行修改');
    await openPart(page, '电话、地址');
    expect(await page.getByLabel('电子邮箱').inputValue()).toBe('jia@example.gov.cn');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('row', { name: /jia@example\.gov\.cn/ }).waitFor();
    expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(1);
  });
});
