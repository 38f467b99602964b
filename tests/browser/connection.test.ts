import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { FORGES } from '../../src/domain/forges.ts';
import { AXE, violations } from '../helpers/axe.ts';
import { changePhone, openForm, submit, type FormOptions, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { some } from '../helpers/long.ts';

let site = '';
let stage: FormStage;

beforeAll(async () => {
  site = await buildFormSite();
});
afterEach(() => stage.close());

const open = async (options: FormOptions = {}) => {
  stage = await openForm(site, { path: 'connection/', ...options });
};

/** Checks and returns what is told of each thing, by its title: `✓ …` or `✗ …` with what to set. */
async function check(token?: string): Promise<Map<string, string>> {
  const { page } = stage;
  if (token !== undefined) await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByText('检查完了').waitFor();
  const told = await page.locator('.finding').allInnerTexts();
  return new Map(told.map((text) => [/^\S \S+\s+(.+)/.exec(text)?.[1]?.trim() ?? '', text]));
}

describe.each(some(Object.keys(FORGES) as ForgeKind[]))('the connection check for %s', (kind) => {
  it('finds nothing to set where everything is set, and changes nothing', async () => {
    await open({ kind });
    const found = await check('token-jia');
    const bad = [...found].filter(([, text]) => text.startsWith('✗'));
    expect(bad).toEqual([]);
    expect(found.get('账号')).toContain('jia');
    expect(found.get('主分支保护')).toMatch(/^✓/);
    expect(found.get('去向的数据分支')).toMatch(/^✓/);
    expect(found.get('内容和登记')).toContain('dong/jia');
    const { repository } = stage.forge;
    expect([repository.branches().toSorted(), stage.forge.pulls]).toEqual([['main', 'quxiang'], []]);
  });

  it('says what is not so, and what to set on this platform', async () => {
    await open({ kind });
    const { forge } = stage;
    forge.protected.clear();
    forge.repository.drop('quxiang');
    forge.accounts.set('t', { login: 'moshengren', offices: [], canWrite: false });
    const found = await check('t');
    expect(found.get('主分支保护')).toMatch(/^✗[\s\S]*谁都能不经审核改网站[\s\S]*main/);
    expect(found.get('去向的数据分支')).toMatch(/^✗[\s\S]*新建分支 quxiang/);
    expect(found.get('内容和登记')).toMatch(/^✗[\s\S]*moshengren 没有登记/);
    expect(found.get('仓库的权限')).toMatch(/^\?[\s\S]*fork/);
  });
});

describe('the connection check', () => {
  it.each([
    ['off', '服务器在，但不让这个网站的页面读', 'ALLOW_DOMAIN = http://127.0.0.1'],
    ['no-authorization', '没有放行 Authorization', 'HEADERS = Content-Type,User-Agent,Authorization'],
  ] as const)('with CORS %s says so, with the lines to put in', async (cors, why, lines) => {
    await open();
    stage.forge.cors = cors;
    const told = (await check('token-jia')).get('跨站访问（CORS）');
    expect(told).toContain(why);
    expect(told).toContain(lines);
  });

  it.each([
    ['forgejo', ['read:repository', 'read:user'], 'repository 选“读写”'],
    ['gitlab', ['read_api'], '范围 api'],
    ['github', ['gist'], 'Contents 和 Pull requests'],
  ] as const)('on %s finds a token that reaches too short', async (kind, scopes, advice) => {
    await open({ kind });
    stage.forge.scopes.set('token-jia', scopes);
    const told = (await check('token-jia')).get('令牌的范围');
    expect(told).toMatch(/^✗/);
    expect(told).toContain(advice);
  });

  it('finds a server that does not answer, and a token that has expired', async () => {
    await open();
    expect((await check('gone')).get('账号')).toContain('令牌过期了');
    stage.forge.isDown = true;
    expect((await check()).get('接口地址')).toMatch(/^✗[\s\S]*连不上/);
  });

  it('tries the login, whose return proves the redirect address', async () => {
    await open();
    const { page } = stage;
    expect((await check()).get('重定向地址')).toMatch(/^\?[\s\S]*\/admin\/\s*[\s\S]*客户端 ID/);
    await page.getByRole('button', { name: '登录试一次' }).click();
    await page.getByText('重定向地址是对的').waitFor();
    await page.getByText('检查完了').waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/connection/');
    expect(await page.getByText('令牌有效，账号是 jia').isVisible()).toBe(true);
  });

  it.each([360, 1280])('fits %i pixels, by keyboard too, and readers with a screen reader', async (width) => {
    await open({ width });
    const { page, context } = stage;
    await context.addInitScript(AXE);
    await page.reload();
    stage.forge.protected.clear();
    await page.getByLabel('访问令牌').focus();
    await page.keyboard.type('token-jia');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('检查完了').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violations(page)).toEqual([]);
    // The platform's own refusals are what is looked for.
    expect(stage.complaints.filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
  });
});

describe('a login that ends after an hour', () => {
  const logIn = async () => {
    stage = await openForm(site);
    const { page, forge } = stage;
    forge.expiring = true;
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
    await page.getByRole('button', { name: /账号登录/ }).click();
    await page.getByRole('heading', { name: /要改什么/ }).waitFor();
    await changePhone(page, '0833-2654321');
    forge.expire();
  };

  it('is renewed without a word while something is sent', async () => {
    await logIn();
    await submit(stage.page);
    expect(stage.forge.pulls).toHaveLength(1);
  });

  it('is asked for again where the platform gives nothing to renew it with; what was typed stays', async () => {
    await logIn();
    const { page, forge } = stage;
    forge.renewals.clear();
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('登录已经过期').first().waitFor();
    expect(forge.pulls).toEqual([]);
  });
});
