import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { changePhone, enter, openForm, submit, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { tabTo } from '../helpers/keyboard.ts';

let site = '';
let stage: FormStage;
beforeAll(() => {
  site = buildFormSite('form-site');
}, 120_000);
afterEach(() => stage?.close());

const officesIn = (page: Page) =>
  page.getByLabel('司法所', { exact: true }).locator('option').allTextContents();

describe('whoever is logged in', () => {
  it.each([360, 1280])('sees as whom, for which office, and can choose no other (%i px)', async (width) => {
    stage = await openForm(site, { width });
    const { page } = stage;
    await enter(page);
    await page.getByText('已登录：jia，负责甲镇司法所。').waitFor();
    expect(await officesIn(page)).toEqual(['请选择', '甲镇司法所']);
    expect(await page.getByLabel('县（市、区）').locator('option').allTextContents()).toEqual([
      '请选择',
      '东县',
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(stage.complaints).toEqual([]);
  });

  it('is taken to the one office of the account, whatever was chosen before', async () => {
    stage = await openForm(site);
    const { page } = stage;
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('乙镇司法所');
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill('token-jia');
    await page.getByRole('button', { name: '用令牌登录' }).click();
    await page.getByText('已取到甲镇司法所的最新内容').waitFor();
  });

  it.each([
    ['jia', /要改什么/],
    ['ju', '司法局的事'],
    ['shi', '司法局的事'],
    ['weihu', '司法局的事'],
  ])('chooses no office to log in: %s comes to what is its own', async (account, heading) => {
    stage = await openForm(site, { width: 360 });
    const { page } = stage;
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill(`token-${account}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: heading }).waitFor();
    if (account === 'jia') return void (await page.getByText('已取到甲镇司法所的最新内容').waitFor());
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('乙镇司法所');
    await page.getByText('已取到乙镇司法所的最新内容').waitFor();
  });

  it('has all the offices of the county where the account is the county’s', async () => {
    stage = await openForm(site);
    stage.forge.accounts.set('token-ju', { login: 'ju', offices: ['dong/jia', 'dong/yi'] });
    await enter(stage.page, 'token-ju');
    await stage.page.getByText('已登录：ju，负责东县全县。').waitFor();
    expect(await officesIn(stage.page)).toEqual(expect.arrayContaining(['甲镇司法所', '乙镇司法所']));
  });

  it('is told at once when the account is registered for nothing', async () => {
    stage = await openForm(site);
    const { page, forge } = stage;
    forge.accounts.set('token-x', { login: 'x', offices: [] });
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill('token-x');
    await page.getByRole('button', { name: '用令牌登录' }).click();
    await page.getByText('账号 x 没有登记负责哪个司法所').waitFor();
    expect(await page.getByRole('heading', { name: /要改什么/ }).count()).toBe(0);
  });

  it('logs out by keyboard, and the token is gone', async () => {
    stage = await openForm(site);
    const { page } = stage;
    await enter(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await tabTo(page, '退出登录');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2　登录' }).waitFor();
    expect(await page.getByText('已登录').count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('token-jia');
  });
});

describe('what became of a submission', () => {
  const open = async (page: Page) => {
    await page.getByRole('button', { name: '我的提交' }).click();
    await page.getByRole('heading', { name: '我的提交' }).waitFor();
    return page.getByRole('region', { name: '我的提交' }).locator('[data-state]');
  };

  it.each(['forgejo', 'gitlab', 'github', 'gitee'] as ForgeKind[])(
    'is told on %s: checking, waiting for whom, published and where',
    async (kind) => {
      stage = await openForm(site, { kind });
      const { page, forge } = stage;
      await enter(page);
      await changePhone(page, '0833-2654321');
      await submit(page);
      const item = await open(page);
      expect(await item.innerText()).toMatch(/检查中[\s\S]*更新电话、地址、办公时间（第 1 号）/);
      forge.speaks = true;
      await page.getByRole('button', { name: '返回填报' }).click();
      await page.getByRole('heading', { name: /要改什么/ }).waitFor();
      await open(page);
      await page.getByText('检查通过，等东县司法局审核').waitFor();
      forge.merge(1);
      Object.assign(forge.pulls[0] ?? {}, { endedOn: '2026-11-20T03:00:00Z' });
      await page.getByRole('button', { name: '返回填报' }).click();
      await open(page);
      await page.getByText('2026年11月20日通过，网站2026年11月22日更新，已经能看到').waitFor();
      expect(await page.getByRole('link', { name: '看网页' }).getAttribute('href')).toBe(
        '/offices/dong/jia/',
      );
    },
  );

  it.each([360, 1280])('is told with the reason when it was refused, or not taken (%i px)', async (width) => {
    stage = await openForm(site, { width });
    const { page, forge } = stage;
    forge.speaks = true;
    const { repository } = forge;
    const sha = repository.head('main') ?? '';
    for (const [number, path] of ['offices/dong/yi/office.json', 'offices/dong/jia/office.json'].entries()) {
      const text = repository.read('main', `content/${path}`)?.bytes.toString() ?? '';
      const bytes = Buffer.from(text.replace('0833-2123456', '13900000000'));
      repository.commit(`tianbao/dong/jia/${number}`, sha, '改', [{ path: `content/${path}`, bytes }]);
      const author = { login: 'jia', offices: ['dong/jia'] };
      forge.propose({ title: '改错了', body: '', head: `tianbao/dong/jia/${number}`, base: 'main', author });
    }
    forge.pulls[0]?.comments.push({ author: 'ju', body: '请只改自己的所' });
    Object.assign(forge.pulls[0] ?? {}, { closed: true });
    await enter(page);
    const items = await open(page);
    expect(await items.allInnerTexts()).toEqual([
      expect.stringMatching(/^要修改[\s\S]*没有通过[\s\S]*office\.json/),
      expect.stringMatching(/^没有采用[\s\S]*ju：请只改自己的所/),
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
