import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { changePhone, enter, openPart, submit, type FormOptions, type FormStage } from '../helpers/form.ts';
import { barriers, formTests, sticksOut } from '../helpers/form-stage.ts';
import { some } from '../helpers/long.ts';

const begin = formTests();
let stage: FormStage;

const open = async (options: FormOptions = {}): Promise<Page> => {
  stage = await begin(options);
  return stage.page;
};

/** Brings the page into each of its states and looks at it there. */
async function inEveryState<R>(page: Page, look: (page: Page) => Promise<R>): Promise<Record<string, R>> {
  const seen: Record<string, R> = {};
  const at = async (state: string) => {
    seen[state] = await look(page);
  };
  await at('choosing');
  await page.getByLabel('县（市、区）').selectOption('东县');
  await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await at('login');
  await enter(page);
  for (const name of ['去向', '电话、地址', '人员', '月度数据', '发公告', '改公告', '办事指南']) {
    await openPart(page, name);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await at(name);
  }
  await changePhone(page, '1');
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('alert').waitFor();
  await at('faults listed');
  await page.getByRole('button', { name: /不是可以拨打/ }).click();
  await at('fault at the field');
  await changePhone(page, '0833-2654321');
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('button', { name: '提交审核' }).waitFor();
  await at('looking over');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
  await at('done');
  return seen;
}

describe('everybody can fill it in', () => {
  it('no state of the page puts a barrier in anyone’s way', async () => {
    const seen = await inEveryState(await open({ width: 360 }), barriers);
    expect(Object.entries(seen).filter(([, found]) => found.length)).toEqual([]);
    expect(Object.keys(seen)).toHaveLength(13);
  });

  it.each([320, 360, 1280])('nothing sticks out at a width of %i', async (width) => {
    const seen = await inEveryState(await open({ width }), sticksOut);
    expect(Object.entries(seen).filter(([, out]) => out > 0)).toEqual([]);
  });

  it('by keyboard alone: a telephone is added, moved up and removed, and the focus stays at hand', async () => {
    const page = await open();
    await enter(page);
    await openPart(page, '电话、地址');
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    await page.getByRole('button', { name: '添加电话' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('0833-2777777');
    const numbers = () =>
      page.getByLabel('电话（必填）').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    expect(await numbers()).toEqual(['0833-2123456', '0833-2777777']);
    for (let press = 0; press < 10 && (await focused()) !== '上移：电话2'; press += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await numbers()).toEqual(['0833-2777777', '0833-2123456']);
    expect(await focused()).toBe('下移：电话1 0833-2777777');
    expect(await page.locator('office-form .status').textContent()).toBe('已移到第1项');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await numbers()).toEqual(['0833-2123456']);
    expect(await focused()).toBe('添加电话');
  });

  it('with an input method: what is being composed is not disturbed, and no key of it sends anything', async () => {
    const page = await open();
    await enter(page);
    await openPart(page, '人员');
    await page.getByText('人员1 示例甲').click();
    const field = page.getByLabel('职务（必填）').first();
    await field.fill('所');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 });
    expect(await field.inputValue()).toBe('所zhang');
    await keyboard.send('Input.insertText', { text: '长' });
    expect(await field.inputValue()).toBe('所长');
    expect(await page.getByText('已改').first().isVisible()).toBe(false);
    await field.fill('副所长');
    await submit(page);
    expect(stage.forge.pulls[0]?.body).toContain('人员 · 示例甲 · 职务：所长 → 副所长');
  });

  it('without JavaScript the page says so, and what to do instead', async () => {
    const page = await open({ javaScriptEnabled: false });
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('这一页要运行 JavaScript 才能填');
    expect(text).toMatch(/Excel[\s\S]*打电话/);
  });
});

describe('on the office’s network', () => {
  it('plain http will do: with a token, without the login that browsers allow only on https', async () => {
    const page = await open({ secure: false });
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await enter(page);
    expect(await page.getByRole('button', { name: /账号登录/ }).count()).toBe(0);
    await changePhone(page, '0833-2654321');
    await submit(page);
    expect(stage.forge.pulls[0]?.verdict.passed).toBe(true);
    expect(stage.complaints).toEqual([]);
  });

  it.each(some(['forgejo', 'gitlab'] as const))(
    'over https one logs in on %s itself, and comes back to the same office',
    async (kind) => {
      const page = await open({ kind });
      await page.getByLabel('县（市、区）').selectOption('东县');
      await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
      await page.getByRole('button', { name: /账号登录/ }).click();
      await page.getByRole('heading', { name: /要改什么/ }).waitFor();
      expect(page.url()).toMatch(/\/admin\/$/);
      const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
      const path = new URL(page.url()).pathname;
      expect(JSON.parse(kept)).toEqual([[`open-office-token ${path}`, 'token-jia']]);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('token-jia');
      expect(stage.complaints).toEqual([]);
    },
  );

  it('somebody without an account fills it in and takes a package along', async () => {
    const page = await open();
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
    await page.getByRole('button', { name: '没有账号，先填再下载' }).click();
    await page.getByRole('heading', { name: /要改什么/ }).waitFor();
    await changePhone(page, '0833-2654321');
    await page.getByRole('button', { name: '核对并提交' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载修改包' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^修改包-甲镇司法所-.*2026-11-22\.json$/);
    expect(stage.forge.log.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });
});
