import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { enter, openForm, openPart, submit, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';

let site = '';
let stage: FormStage;
beforeAll(() => {
  site = buildFormSite('form-site');
}, 120_000);
afterEach(() => stage?.close());

const NOTICE = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const BODY = '正文（必填）';

const openNotice = async (page: Page) => {
  await openPart(page, '发公告');
  await page.getByText(/^已经发的公告/).click();
  await page.getByRole('button', { name: /^2026年11月2日/ }).click();
  await page.getByText('正在改2026年11月2日的公告').waitFor();
};

const reopened = async () => {
  await stage.page.close();
  const page = await stage.reopen();
  await enter(page);
  await page.getByText('已接着没有提交的草稿').waitFor();
  return page;
};

describe('a draft', () => {
  it('keeps a notice that was being changed', async () => {
    stage = await openForm(site);
    await enter(stage.page);
    await openNotice(stage.page);
    await stage.page.getByLabel('标题（必填）').fill('学法通知（更正）');
    await stage.page.getByLabel(BODY).fill('改过的正文。');
    const page = await reopened();
    await openPart(page, '发公告');
    await page.getByText('正在改2026年11月2日的公告《学法通知（更正）》').waitFor();
    expect(await page.getByLabel(BODY).inputValue()).toBe('改过的正文。');
    await submit(page);
    const text = stage.forge.repository.read(stage.forge.pulls[0]?.head ?? '', NOTICE)?.bytes.toString();
    expect(text).toMatch(/title: 学法通知（更正）[\s\S]*改过的正文。/);
  });

  it('of a notice that somebody else has changed too: theirs stands where both changed the same, and mine is told', async () => {
    stage = await openForm(site);
    await enter(stage.page);
    await openNotice(stage.page);
    await stage.page.getByLabel('标题（必填）').fill('学法通知（更正）');
    await stage.page.getByLabel(BODY).fill('我的正文。');
    const { repository } = stage.forge;
    const theirs = `${(repository.read('main', NOTICE)?.bytes.toString() ?? '').trim()}\n\n他们加的。\n`;
    repository.commit('main', repository.head('main'), 'theirs', [
      { path: NOTICE, bytes: Buffer.from(theirs) },
    ]);
    const page = await reopened();
    await page.getByText('正文：您写的是“我的正文。”').waitFor();
    await openPart(page, '发公告');
    expect(await page.getByLabel('标题（必填）').inputValue()).toBe('学法通知（更正）');
    expect(await page.getByLabel(BODY).inputValue()).toContain('他们加的。');
  });
});
