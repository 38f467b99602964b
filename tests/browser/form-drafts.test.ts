import { describe, expect, it } from 'vitest';
import { enter, openPart, submit, type FormStage } from '../helpers/form.ts';
import { formTests, openNotice } from '../helpers/form-stage.ts';

const begin = formTests();
let stage: FormStage;

const NOTICE = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const BODY = '正文（必填）';

const reopened = async () => {
  await stage.page.close();
  const page = await stage.reopen();
  await enter(page);
  await page.getByText('已接着没有提交的草稿').waitFor();
  // Said where screen readers were listening before there was anything to say.
  await page.getByRole('status').getByText('的最新内容，接着没有提交的草稿').waitFor();
  return page;
};

describe('a draft', () => {
  it('keeps a notice that was being changed', async () => {
    stage = await begin();
    await enter(stage.page);
    await openNotice(stage.page);
    await stage.page.getByLabel('标题（必填）').fill('学法通知（更正）');
    await stage.page.getByLabel(BODY).fill('改过的正文。');
    const page = await reopened();
    await openPart(page, '改公告');
    await page.getByText('正在改2026年11月2日的公告《学法通知（更正）》').waitFor();
    expect(await page.getByLabel(BODY).inputValue()).toBe('改过的正文。');
    await submit(page);
    const text = stage.forge.repository.read(stage.forge.pulls[0]?.head ?? '', NOTICE)?.bytes.toString();
    expect(text).toMatch(/title: 学法通知（更正）[\s\S]*改过的正文。/);
  });

  it('keeps that a notice is to go', async () => {
    stage = await begin();
    await enter(stage.page);
    await openNotice(stage.page);
    await stage.page.getByRole('button', { name: '撤回这份公告' }).click();
    await stage.page.getByText('已选撤回').waitFor();
    const page = await reopened();
    await openPart(page, '改公告');
    await page.getByText('将从网站上去掉').waitFor();
    await submit(page);
    const [pull] = stage.forge.pulls;
    expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
    expect(stage.forge.repository.read(pull?.head ?? '', NOTICE)).toBeUndefined();
  });

  it('of a notice that somebody else has changed too: theirs stands where both changed the same, and mine is told', async () => {
    stage = await begin();
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
    await openPart(page, '改公告');
    expect(await page.getByLabel('标题（必填）').inputValue()).toBe('学法通知（更正）');
    expect(await page.getByLabel(BODY).inputValue()).toContain('他们加的。');
  });
});
