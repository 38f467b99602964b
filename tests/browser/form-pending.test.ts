import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { changePhone, enter, openPart, submit, type FormStage } from '../helpers/form.ts';
import { formTests, openNotice, sticksOut } from '../helpers/form-stage.ts';
import { some } from '../helpers/long.ts';

const begin = formTests();
let stage: FormStage;

const OFFICE = 'content/offices/dong/jia/office.json';
const again = (page: Page) => page.getByRole('button', { name: '继续修改' }).click();
const textAt = (branch = '', path = OFFICE) =>
  stage.forge.repository.read(branch, path)?.bytes.toString() ?? '';

/** Somebody else’s open request on the number of the office. */
function theirs(): void {
  const { repository } = stage.forge;
  const text = textAt('main').replace('0833-2123456', '0833-2777777');
  const branch = 'tianbao/dong/jia/theirs';
  repository.commit(branch, repository.head('main'), '改', [{ path: OFFICE, bytes: Buffer.from(text) }]);
  const author = { login: 'ju', offices: ['dong/jia'] };
  stage.forge.propose({ title: '甲镇司法所：更新电话', body: '', head: branch, base: 'main', author });
}

describe('a change that nobody has decided yet', () => {
  it.each(some<ForgeKind>(['forgejo', 'gitlab', 'github', 'gitee']))(
    'is told at its field, and the next change goes into the same request (%s)',
    async (kind) => {
      stage = await begin({ kind });
      const { page, forge } = stage;
      await enter(page);
      await changePhone(page, '0833-2654321');
      await submit(page);
      await again(page);
      await changePhone(page, '0833-2654322');
      const phone = page.getByLabel('电话（必填）').first();
      const note = page.getByText('已提交，等待审核；网站上现在是：0833-2123456');
      await note.waitFor();
      expect(await phone.getAttribute('aria-describedby')).toContain((await note.getAttribute('id')) ?? '?');
      await page.getByText('这里有您交过、还没有审完的修改').waitFor();
      await openPart(page, '月度数据');
      await page.getByText('月份1 2026-10').click();
      await page.getByLabel('调解成功（件）').fill('2');
      await submit(page);
      expect(forge.pulls).toHaveLength(1);
      const [pull] = forge.pulls;
      expect(pull?.title).toBe('甲镇司法所：更新电话、地址、办公时间、月度数据');
      expect(pull?.body).toMatch(
        /0833-2654321 → 0833-2654322[\s\S]*以前提交的[\s\S]*0833-2123456 → 0833-2654321/,
      );
      expect(textAt(pull?.head)).toContain('0833-2654322');
      expect(forge.repository.changed('main', pull?.head ?? '')).toHaveLength(2);
      expect(forge.merge(1)).toBe('merged');
      expect(stage.complaints).toEqual([]);
    },
  );

  it.each(some<ForgeKind>(['forgejo', 'gitea', 'gitlab', 'github', 'gitee']))(
    'of an account that proposes from a copy of its own is gone on with there (%s)',
    async (kind) => {
      stage = await begin({ kind });
      const { page, forge } = stage;
      forge.accounts.set('token-jia', { login: 'jia', offices: ['dong/jia'], canWrite: false });
      await enter(page);
      await changePhone(page, '0833-2654321');
      await submit(page);
      expect(forge.pulls[0]?.head).toMatch(/^jia:/);
      await again(page);
      await changePhone(page, '0833-2654322');
      await page.getByText('已提交，等待审核；网站上现在是：0833-2123456').waitFor();
      expect(await page.getByLabel('电话（必填）').first().inputValue()).toBe('0833-2654322');
      await openPart(page, '月度数据');
      await page.getByText('月份1 2026-10').click();
      await page.getByLabel('调解成功（件）').fill('2');
      await submit(page);
      expect(forge.pulls).toHaveLength(1);
      expect(forge.merge(1)).toBe('merged');
      expect(textAt('main')).toContain('0833-2654322');
      expect(textAt('main', 'content/offices/dong/jia/statistics.json')).toMatch(/"mediationsSettled": 2/);
    },
  );

  it('is gone on with although main has moved; what others changed there stays', async () => {
    stage = await begin();
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    await submit(page);
    const STAFF = 'content/offices/dong/jia/staff.json';
    const moved = textAt('main', STAFF).replace('司法助理员', '工作人员');
    forge.repository.commit('main', forge.repository.head('main'), 'theirs', [
      { path: STAFF, bytes: Buffer.from(moved) },
    ]);
    await again(page);
    await openPart(page, '人员');
    await page.getByText('人员1 示例甲').click();
    await page.getByLabel('姓名（必填）').first().fill('示例丁');
    await submit(page);
    expect(forge.pulls).toHaveLength(1);
    expect(forge.merge(1)).toBe('merged');
    expect(textAt('main', STAFF)).toMatch(/示例丁[\s\S]*工作人员/);
  });

  it('that was decided meanwhile is not written to: the next one is a new request', async () => {
    stage = await begin();
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    await submit(page);
    await again(page);
    await changePhone(page, '0833-2654322');
    forge.merge(1);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('button', { name: '取最新内容，放上我的修改' }).click();
    await page.getByText('已接着没有提交的草稿').waitFor();
    await submit(page);
    expect(forge.pulls.map(({ merged }) => merged)).toEqual([true, false]);
  });

  it('is sent once however often the answer is lost', async () => {
    stage = await begin();
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    await submit(page);
    await again(page);
    await changePhone(page, '0833-2654322');
    let lost = 2;
    forge.after = ({ method }, answer) =>
      method !== 'GET' && lost-- > 0 ? { status: 502, json: { message: 'gone' } } : answer;
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('alert').getByText('连不上代码平台').waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
    expect(forge.pulls).toHaveLength(1);
    expect(forge.pulls[0]?.body.match(/0833-2654322/g)).toHaveLength(1);
  });

  it.each(some([360, 1280]))(
    'of somebody else is told while the same file is edited (%i px)',
    async (width) => {
      stage = await begin({ width });
      const { page, forge } = stage;
      theirs();
      await enter(page);
      await openPart(page, '电话、地址');
      await page.getByText('账号 ju 也交了一份改这里的（第 1 号）').waitFor();
      expect(await page.getByLabel('电话（必填）').first().inputValue()).toBe('0833-2123456');
      expect(await sticksOut(page)).toBe(0);
      await openPart(page, '人员');
      expect(await page.getByText('也交了一份').count()).toBe(0);
      await changePhone(page, '0833-2654321');
      await submit(page);
      expect(forge.pulls.map(({ author }) => author.login)).toEqual(['ju', 'jia']);
    },
  );

  it('lets a notice be changed before it is published', async () => {
    stage = await begin();
    const { page, forge } = stage;
    await enter(page);
    await openPart(page, '发公告');
    await page.getByLabel('标题（必填）').fill('学法安排');
    await page.getByLabel('类别（必填）').selectOption('教育培训');
    await page.getByLabel('来源（必填）').fill('示例市司法局');
    await page.getByLabel('正文（必填）').fill('每月学习一次。');
    await submit(page);
    await again(page);
    await openNotice(page, '2026年11月22日');
    await page.getByLabel('正文（必填）').fill('每月学习两次。');
    await submit(page);
    expect(forge.pulls).toHaveLength(1);
    const [path = ''] = forge.repository.changed('main', forge.pulls[0]?.head ?? '');
    expect(textAt(forge.pulls[0]?.head, path)).toContain('每月学习两次。');
    expect(forge.merge(1)).toBe('merged');
  });
});
