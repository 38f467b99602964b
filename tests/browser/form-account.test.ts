import sharp from 'sharp';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { changePhone, enter, openForm, submit, type FormStage } from '../helpers/form.ts';
import { AXE, violations } from '../helpers/axe.ts';
import { runGate } from '../helpers/forge/gate.ts';
import { buildFormSite, formContent } from '../helpers/form-site.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { some } from '../helpers/long.ts';

let site = '';
let stage: FormStage;
beforeAll(async () => {
  site = await buildFormSite();
});
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

  it('logs in and out by keyboard: each time the focus is at what comes next, and the token is gone', async () => {
    stage = await openForm(site);
    const { page } = stage;
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await enter(page);
    await expect.poll(focused).toBe('要改什么');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await tabTo(page, '退出登录');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await expect.poll(focused).toBe('登录');
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

  it.each(some<ForgeKind>(['forgejo', 'gitlab', 'github', 'gitee']))(
    'is told on %s: checking, waiting for whom, published and where',
    async (kind) => {
      stage = await openForm(site, { kind });
      const { page, forge } = stage;
      await enter(page);
      await changePhone(page, '0833-2654321');
      await submit(page);
      const item = await open(page);
      // Nothing checks by itself on Gitee: that is said, and what to do.
      const first =
        kind === 'gitee' ? /^等待检查[\s\S]*东县司法局检查以后，结果写在/ : /^检查中[\s\S]*请告诉东县司法局/;
      expect(await item.innerText()).toMatch(first);
      expect(await item.innerText()).toContain('更新电话、地址、办公时间（第 1 号）');
      forge.speaks = true;
      await page.getByRole('button', { name: '返回填报' }).click();
      await page.getByRole('heading', { name: /要改什么/ }).waitFor();
      await open(page);
      await page.getByText('检查通过，等东县司法局审核').waitFor();
      forge.merge(1);
      Object.assign(forge.pulls[0] ?? {}, { endedOn: '2026-11-20T03:00:00Z' });
      await page.getByRole('button', { name: '返回填报' }).click();
      await page.getByRole('heading', { name: /要改什么/ }).waitFor();
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

describe('a reviewer', () => {
  const FOLDER = 'content/offices/dong/jia';
  const NOTICE = 'offices/dong/jia/affairs/2026-11-20-tongzhi.md';
  const text = (body: string) =>
    `---\ntitle: 窗口调整\ncategory: 通知公告\npublished: 2026-11-20\nsource: 甲镇司法所\n---\n\n${body}\n`;

  /** Requests of an office: another number, a notice under another name, a number that may not stand there. */
  async function asked(kind: ForgeKind, width: number): Promise<Page> {
    stage = await openForm(site, { kind, width, content: formContent({ [NOTICE]: text('正文。') }) });
    const { forge, page } = stage;
    const { repository } = forge;
    const sha = repository.head('main') ?? '';
    const office = repository.read('main', `${FOLDER}/office.json`)?.bytes.toString() ?? '';
    const number = (to: string) => [
      { path: `${FOLDER}/office.json`, bytes: Buffer.from(office.replace('0833-2123456', to)) },
    ];
    const renamed = [
      { path: `content/${NOTICE}`, bytes: undefined },
      {
        path: `content/${NOTICE.replace('tongzhi', 'chuangkou')}`,
        bytes: Buffer.from(text('现在在二楼。\n\n- 周一\n- 周二')),
      },
    ];
    const jpeg = { create: { width: 30, height: 40, channels: 3, background: '#888' } } as const;
    const photo = { path: `${FOLDER}/photos/renyuan-1.jpg`, bytes: await sharp(jpeg).jpeg().toBuffer() };
    const changes = [
      number('0833-2654321'),
      renamed,
      [...number('13900000000'), photo],
      number('0833-2777777'),
    ];
    for (const [at, change] of changes.entries()) {
      const head = `tianbao/dong/jia/${at}`;
      repository.commit(head, sha, '改', change);
      const author = { login: 'jia', offices: ['dong/jia'] };
      forge.propose({ title: `甲镇司法所：更新${at + 1}`, body: '', head, base: 'main', author });
    }
    await runGate(forge);
    await enter(page, 'token-weihu');
    await page.getByRole('button', { name: '待审', exact: true }).press('Enter');
    await page.getByRole('heading', { name: '待审', exact: true }).waitFor();
    return page;
  }

  const fits = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

  it.each(
    some<[ForgeKind, number]>([
      ['forgejo', 360],
      ['gitlab', 1280],
      ['github', 360],
      ['gitee', 1280],
    ]),
  )(
    'sees on %s what changes for the reader, and merges several at once; what cannot be stops no other (%i px)',
    async (kind, width) => {
      const page = await asked(kind, width);
      const { forge } = stage;
      const item = (at: number) => page.locator('.reviewing > ul > li').nth(at);
      expect(await item(0).innerText()).toMatch(
        /更新1（第 1 号）[\s\S]*甲镇司法所 · 账号 jia · 等了 2 天[\s\S]*✓ 检查通过 结果是账号 jiancha 贴的[\s\S]*0833-2123456 → 0833-2654321/,
      );
      await item(1).getByText('现在在二楼。').waitFor();
      expect(await item(1).locator('.as-read li').allInnerTexts()).toEqual(['周一', '周二']);
      expect(await item(2).innerText()).toMatch(/✗ 检查没有通过[\s\S]*要改的[\s\S]*甲镇司法所/);
      expect(await item(2).getByRole('checkbox').count()).toBe(0);
      const photo = item(2).getByRole('img', { name: '照片 renyuan-1' });
      expect(await photo.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(
        30,
      );
      expect(await item(3).innerText()).toContain('第 1、3 号也改了同一处');
      expect(await page.locator('.reviewing').innerText()).not.toMatch(/dong\/jia\/office|phones\[/);
      expect(await fits(page)).toBe(true);
      await page.evaluate(AXE);
      expect(await violations(page)).toEqual([]);
      for (const number of [1, 2, 4]) await page.getByLabel(`选中第 ${number} 号，一起合并`).press('Space');
      await page.getByRole('button', { name: '合并选中的' }).press('Enter');
      await page.getByText('第 1 号和第 4 号改了同一处').waitFor();
      await page.getByLabel('发布审核').fill('示例乙 2026-11-22');
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: '确认合并这 3 份' }).press('Enter');
      await page.getByText('旧网址跳转提好了').waitFor();
      expect(await page.getByRole('status', { name: '合并结果' }).locator('li').allInnerTexts()).toEqual([
        '第 1 号　✓ 已合并',
        '第 2 号　✓ 已合并',
        '第 4 号　✗ 没有合并：和刚合并的第 1 号改了同一处，请重新看一遍再合并',
        '旧网址跳转提好了（第 5 号），检查通过以后在这里合并。',
      ]);
      expect(await violations(page)).toEqual([]);
      const more = page.getByRole('button', { name: '看还有哪些待审' });
      expect(await more.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(forge.pulls.map(({ merged }) => merged)).toEqual([true, true, false, false, false]);
      expect(forge.pulls[0]?.message).toBe('发布审核：示例乙 2026-11-22');
      const last = forge.pulls[4];
      expect(last?.verdict).toEqual({ passed: true, reasons: [] });
      expect(forge.repository.read(last?.ref ?? '', 'content/redirects.json')?.bytes.toString()).toContain(
        '"/offices/dong/jia/affairs/2026-11-20-chuangkou/"',
      );
      expect(stage.complaints).toEqual([]);
    },
  );

  it('merges nothing that was added to since it was shown; one that cannot be read hides no other', async () => {
    const page = await asked('forgejo', 1280);
    const { forge } = stage;
    const { repository, pulls } = forge;
    forge.after = ({ path }, answer) =>
      path.endsWith('/pulls/4/files') ? { status: 404, json: { message: 'Not Found' } } : answer;
    await page.getByRole('button', { name: '待审', exact: true }).click();
    // Without its files nobody knows whose it is; the others are told as before.
    await page.getByText('账号 jia · 等了 2 天', { exact: true }).waitFor();
    await page.getByLabel('选中第 1 号，一起合并').check();
    await page.getByRole('button', { name: '合并选中的' }).click();
    const head = pulls[0]?.head ?? '';
    repository.commit(head, repository.head(head), '又改', [{ path: 'content/x', bytes: Buffer.from('x') }]);
    await page.getByRole('button', { name: '确认合并这 1 份' }).click();
    await page.getByText('提交以后又改过，请重新看一遍再合并').waitFor();
    expect(pulls.some(({ merged }) => merged)).toBe(false);
  });
});
