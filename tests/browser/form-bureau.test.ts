import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { enter, type FormOptions, type FormStage } from '../helpers/form.ts';
import type { Divisions } from '../../src/schemas/divisions.ts';
import { formContent } from '../helpers/form-site.ts';
import { barriers, formTests, sticksOut } from '../helpers/form-stage.ts';
import { some } from '../helpers/long.ts';

const begin = formTests();
let stage: FormStage;

const WIDTHS = some([360, 1280]);

async function openWork(account: string, name: string, options: FormOptions = {}): Promise<Page> {
  stage = await begin(options);
  const { page } = stage;
  await enter(page, `token-${account}`);
  await page.getByRole('button', { name: '司法局的事' }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  return page;
}

/** Looks it over and sends it; by keyboard. */
async function approve(page: Page) {
  expect(await sticksOut(page)).toBe(0);
  await page.getByRole('button', { name: '核对', exact: true }).press('Enter');
  const send = page.getByRole('button', { name: '提交审核' });
  await send.waitFor();
  expect(await sticksOut(page)).toBe(0);
  await send.press('Enter');
  await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
  const { pulls, repository } = stage.forge;
  const [pull, ...more] = pulls;
  expect(more).toEqual([]);
  expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
  const head = pull?.head ?? '';
  const read = (file: string) => repository.read(head, `content/${file}`)?.bytes.toString() ?? '';
  return { title: pull?.title, body: pull?.body, changed: repository.changed('main', head), read };
}

const CITY_NOTICE = 'content/affairs/2026-11-20-notices.md';

/** Opens the notices of a city that has one, with a document. */
async function openCityNotices(width: number): Promise<Page> {
  const front = 'title: 全市学法安排\ncategory: 通知公告\npublished: 2026-11-20\nsource: 示例市司法局';
  const attached = 'attachments:\n  - { file: anpai.pdf, title: 安排 }';
  const content = formContent({
    'affairs/2026-11-20-notices.md': `---\n${front}\n${attached}\n---\n\n每月一次。\n`,
    'affairs/files/anpai.pdf': readFileSync(join(ROOT, 'tests/fixtures/attachments/plain.pdf')),
  });
  const page = await openWork('shi', '改全市公告', { width, content });
  await page.getByText('正在改2026年11月20日的公告').waitFor();
  return page;
}

const offered = async (account: string) => {
  stage = await begin();
  const { page } = stage;
  await enter(page, `token-${account}`);
  await page.getByRole('button', { name: '司法局的事' }).click();
  await page.getByRole('heading', { name: '司法局的事' }).waitFor();
  return page.locator('.stage .form-button strong').allTextContents();
};

describe('what an account of a bureau is offered', () => {
  it('is what it may do: a county its own, the city more, accounts only whoever keeps the site', async () => {
    const county = ['名册、电话表', '新设司法所', '撤并、改名', '县（市、区）资料'];
    const city = ['发全市公告', '改全市公告', '一年的节假日'];
    expect(await offered('ju')).toEqual(county);
    await stage.close();
    expect(await offered('shi')).toEqual([...county, ...city]);
    await stage.close();
    expect(await offered('weihu')).toEqual([...county, ...city, '账号']);
  });
});

describe('everybody can do what a bureau does', () => {
  it.each([
    ['shi', 360],
    ['weihu', 1280],
  ])('no work of %s puts a barrier in anyone’s way, nor sticks out (%i px)', async (account, width) => {
    stage = await begin({ width });
    const { page } = stage;
    await enter(page, `token-${account}`);
    await page.getByRole('button', { name: '司法局的事' }).click();
    await page.getByRole('heading', { name: '司法局的事' }).waitFor();
    const found: Record<string, unknown> = {};
    const look = async (name: string) => {
      const seen = [await sticksOut(page), ...(await barriers(page))];
      if (seen.length > 1 || seen[0] !== 0) found[name] = seen;
    };
    await look('works');
    for (const name of await page.locator('.stage .form-button strong').allTextContents()) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await look(name);
      const verbs = page.getByLabel('做什么');
      for (const verb of (await verbs.count()) ? await verbs.locator('option').allTextContents() : []) {
        await verbs.selectOption(verb);
        await look(verb);
      }
      await page.getByRole('button', { name: '返回' }).press('Enter');
      await page.getByRole('heading', { name: '司法局的事' }).waitFor();
    }
    expect(found).toEqual({});
  });
});

describe('a bureau proposes, and the check passes:', () => {
  it.each(WIDTHS)('a new office, with the record that the command makes (%i px)', async (width) => {
    const page = await openWork('ju', '新设司法所', { width });
    await page.getByLabel('服务的乡镇、街道').selectOption('甲镇');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('dong/jia 已经有了').waitFor();
    await page.getByLabel('网址用的拼音').fill('jia-er');
    await page.getByLabel('全称').fill('东县甲镇第二');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('名称应以“司法所”结尾').waitFor();
    await page.getByLabel('全称').fill('东县甲镇第二司法所');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
    const { pulls, repository } = stage.forge;
    const made = repository.read(pulls[0]?.head ?? '', 'content/offices/dong/jia-er/office.json');
    expect(JSON.parse(made?.bytes.toString() ?? '')).toEqual({
      name: '东县甲镇第二司法所',
      shortName: '甲镇第二司法所',
      kind: 'township',
      status: { state: 'normal' },
      serves: ['991101100'],
      provenance: { establishment: { source: '一乡镇（街道）一所的建设原则，设置待核实' } },
    });
    // That two offices serve one township whole is for the reviewer to see.
    expect(pulls[0]?.title).toBe('东县司法局：更新新设东县甲镇第二司法所');
  });

  it.each(WIDTHS)(
    'an office merged into another: closed, served by that one, its people gone (%i px)',
    async (width) => {
      const page = await openWork('ju', '撤并、改名', { width });
      await page.getByRole('button', { name: '核对', exact: true }).click();
      await page.getByText('没有写：依据（文号）').waitFor();
      await page.getByText('没有写：哪个司法所').waitFor();
      await page.getByLabel('哪个司法所').selectOption('甲镇司法所');
      await page.getByLabel('并入哪个所').selectOption('乙镇司法所');
      await page.getByLabel('从哪天起').fill('2026-12-01');
      await page.getByLabel('依据（文号）').fill('示司发〔2026〕3号');
      const { changed, read, title } = await approve(page);
      expect(title).toBe('东县司法局：更新甲镇司法所并入乙镇司法所');
      expect(changed).toEqual([
        'content/offices/dong/jia/office.json',
        'content/offices/dong/jia/staff.json',
        'content/offices/dong/yi/office.json',
      ]);
      expect(read('offices/dong/jia/staff.json')).toBe('');
      expect(JSON.parse(read('offices/dong/jia/office.json'))).toMatchObject({
        status: { state: 'closed', successor: 'dong/yi', since: '2026-12-01' },
        serves: [],
      });
      expect(JSON.parse(read('offices/dong/yi/office.json'))).toMatchObject({
        serves: ['991101101', '991101100'],
      });
    },
  );

  it('a township renamed, with its office, by an account of the city', async () => {
    const page = await openWork('shi', '撤并、改名');
    await page.getByLabel('做什么').selectOption('乡镇、街道改名，司法所跟着改');
    await page.getByLabel('哪个乡镇、街道', { exact: true }).selectOption('乙镇');
    await page.getByLabel('新的名称').fill('乙街道');
    const { read } = await approve(page);
    expect(read('divisions/dong.json')).toMatch(/"name": "乙街道"[\s\S]*"former"/);
    expect(JSON.parse(read('offices/dong/yi/office.json'))).toMatchObject({ name: '乙街道司法所' });
  });

  it('a township joined to another, by an account of the city: its villages with new codes', async () => {
    const page = await openWork('shi', '撤并、改名');
    await page.getByLabel('做什么').selectOption('乡镇、街道并入另一个');
    await page.getByLabel('哪个乡镇、街道', { exact: true }).selectOption('乙镇');
    await page.getByLabel('并入哪个乡镇、街道').selectOption('甲镇');
    await page.getByLabel('代码表').fill('991101101001,12');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('都是 9 位或都是 12 位').waitFor();
    const codes = ['991101100901', '991101100902'];
    await page.getByLabel('代码表').fill(`991101101201,${codes[0]}\n991101101202,${codes[1]}`);
    const { read } = await approve(page);
    const after = (JSON.parse(read('divisions/dong.json')) as Divisions).townships;
    expect(after.map(({ slug }) => slug)).not.toContain('yi');
    const joined = after.find(({ slug }) => slug === 'jia');
    expect(joined?.former?.map(({ name }) => name)).toContain('乙镇');
    expect(joined?.communities.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  it.each(WIDTHS)(
    'a county with another name, its bureau and offices called after it (%i px)',
    async (width) => {
      const page = await openWork('shi', '撤并、改名', { width });
      await page.getByLabel('做什么').selectOption('县（市、区）改名，司法局、司法所跟着改');
      await page.locator('#bureau-county').selectOption('东县');
      await page.getByLabel('新的名称').fill('东区');
      await page.getByLabel('新的简称').fill('东区');
      const { read } = await approve(page);
      expect(JSON.parse(read('counties/dong.json'))).toMatchObject({ name: '东区', former: ['东县'] });
      expect(JSON.parse(read('divisions/dong.json'))).toMatchObject({ name: '东区' });
    },
  );

  it.each(WIDTHS)(
    'a township that goes to another county with its office: the addresses that lead on are shown before (%i px)',
    async (width) => {
      const page = await openWork('weihu', '撤并、改名', { width });
      await page.getByLabel('做什么').selectOption('乡镇、街道连同司法所划归另一个县');
      await page.locator('#bureau-county').selectOption('东县');
      await page.getByLabel('哪个乡镇、街道', { exact: true }).selectOption('甲镇');
      await page.getByLabel('划归哪个县').selectOption('西县');
      await page.getByLabel('新的代码').fill('991102900');
      await page.getByRole('button', { name: '核对', exact: true }).click();
      await page.getByText('选“后三位都没有变”').first().waitFor();
      await page.getByLabel('村、社区的代码').selectOption('后三位都没有变');
      await page.getByRole('button', { name: '核对', exact: true }).click();
      const leading = page.locator('tr', { hasText: '跳转到 /offices/xi/jia/' });
      await leading.first().waitFor();
      expect(await leading.first().innerText()).toContain('/offices/dong/jia/');
      expect(await sticksOut(page)).toBe(0);
      await page.getByRole('button', { name: '提交审核' }).press('Enter');
      await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
      const { pulls, repository } = stage.forge;
      const head = pulls[0]?.head ?? '';
      expect(pulls[0]?.verdict).toEqual({ passed: true, reasons: [] });
      const files = repository.changed('main', head);
      const stays = files.filter((path) => path.includes('/dong/jia/') && repository.read(head, path));
      expect(stays).toEqual([]);
      expect(files).toEqual(
        expect.arrayContaining(['content/offices/xi/jia/office.json', 'content/redirects.json']),
      );
    },
  );

  it.each(WIDTHS)('what stands on record of the county (%i px)', async (width) => {
    const page = await openWork('ju', '县（市、区）资料', { width });
    await page.getByRole('button', { name: '添加电话' }).click();
    await page.getByLabel('电话（必填）').fill('0833-2666666');
    await page.getByLabel('用途（必填）').selectOption({ index: 1 });
    const { read, changed } = await approve(page);
    expect(changed).toEqual(['content/counties/dong.json']);
    expect(JSON.parse(read('counties/dong.json'))).toMatchObject({
      bureau: { phones: [{ number: '0833-2666666' }] },
    });
  });

  it.each(WIDTHS)('a notice of the city, with an attachment (%i px)', async (width) => {
    const page = await openWork('shi', '发全市公告', { width });
    await page.getByLabel('标题（必填）').fill('全市学法安排');
    await page.getByLabel('类别').selectOption('通知公告');
    await page.getByLabel('来源（必填）').fill('示例市司法局');
    await page.getByLabel('正文').fill('每月一次。');
    const buffer = readFileSync(join(ROOT, 'tests/fixtures/attachments/plain.pdf'));
    await page
      .getByLabel('选择文件')
      .setInputFiles({ name: 'anpai.pdf', mimeType: 'application/pdf', buffer });
    await page.getByLabel('附件1的名称').waitFor();
    const { read, changed } = await approve(page);
    expect(changed).toEqual(['content/affairs/2026-11-22-notices.md', 'content/affairs/files/anpai.pdf']);
    expect(read('affairs/2026-11-22-notices.md')).toContain('每月一次。');
  });

  it('a notice of the city that cannot be sent keeps what was entered, through a new login and a clash too', async () => {
    const page = await openWork('shi', '发全市公告');
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByLabel('标题（必填）').fill('全市学法安排');
    await page.getByLabel('类别').selectOption('通知公告');
    await page.getByLabel('来源（必填）').fill('示例市司法局');
    await page.getByLabel('正文').fill('每月一次。');
    await press('核对');
    const looked = page.getByRole('heading', { name: '核对修改' });
    await looked.waitFor();
    const { forge } = stage;
    forge.isDown = true;
    await press('提交审核');
    await page.getByRole('alert').getByText('连不上代码平台').waitFor();
    forge.isDown = false;
    forge.accounts.clear();
    await press('再试一次');
    await page.getByText('登录已经过期').first().waitFor();
    forge.accounts.set('token-new', { login: 'shi', city: true });
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill('token-new');
    await press('用令牌登录');
    await looked.waitFor();
    const text =
      '---\ntitle: 通知\ncategory: 通知公告\npublished: 2026-11-22\nsource: 示例市司法局\n---\n\n别人的。\n';
    const theirs = { path: 'content/affairs/2026-11-22-notices.md', bytes: Buffer.from(text) };
    forge.repository.commit('main', forge.repository.head('main'), 'theirs', [theirs]);
    await press('提交审核');
    await press('取最新内容，放上我的修改');
    expect(await page.getByLabel('标题（必填）').inputValue()).toBe('全市学法安排');
    expect(forge.pulls).toEqual([]);
    expect((await approve(page)).changed).toEqual(['content/affairs/2026-11-22-notices-2.md']);
  });

  it.each(WIDTHS)('a notice of the city that is there: corrected, ended (%i px)', async (width) => {
    const page = await openCityNotices(width);
    await page.getByLabel('标题（必填）').fill('全市学法安排（更正）');
    await page.getByRole('button', { name: '今天起失效' }).press('Enter');
    await page.getByText('从今天起失效').waitFor();
    const { read, changed, title } = await approve(page);
    expect(title).toBe('市司法局：更新公告《全市学法安排（更正）》');
    expect(changed).toEqual([CITY_NOTICE]);
    expect(read(CITY_NOTICE.replace('content/', ''))).toMatch(
      /title: 全市学法安排（更正）[\s\S]*expires: 2026-11-22/,
    );
  });

  it('a notice of the city that goes, with what only it carries, its addresses listed', async () => {
    const page = await openCityNotices(360);
    await page.getByRole('button', { name: '撤回这份公告' }).press('Enter');
    await page.getByText('只有它带的1个附件将从网站上去掉').waitFor();
    const { read, changed } = await approve(page);
    expect(changed).toEqual([CITY_NOTICE, 'content/affairs/files/anpai.pdf', 'content/withdrawn.json']);
    const { withdrawn } = JSON.parse(read('withdrawn.json')) as { withdrawn: { url: string }[] };
    expect(withdrawn.map(({ url }) => url)).toEqual([
      '/affairs/',
      '/affairs/2026-11-20-notices/',
      '/files/affairs/anpai.pdf',
    ]);
  });

  it('the calendar of a year, from the text of the notice', async () => {
    const page = await openWork('shi', '一年的节假日', { width: 360 });
    await page.getByLabel('年份').fill('2028');
    await page.getByLabel('通知原文').fill('一、元旦：1月1日（周六）至3日（周二）放假，共3天。');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('其实是周一').waitFor();
    await page.getByLabel('通知原文').fill('一、元旦：1月1日（周六）至3日（周一）放假，共3天。');
    const { read } = await approve(page);
    expect(JSON.parse(read('calendar/2028.json'))).toMatchObject({
      year: 2028,
      off: [{ name: '元旦', from: '2028-01-01', to: '2028-01-03' }],
    });
  });

  it('accounts from a table', async () => {
    const page = await openWork('weihu', '账号', { width: 360 });
    await page.getByLabel('账号表').fill('单位\t账号\t负责\n丙镇司法所\tbing\t\n不存在的所\tx\t\n');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('没有“不存在的所”这个单位').waitFor();
    await page.getByLabel('账号表').fill('单位\t账号\t负责\n丙镇司法所\tbing\t\n西县司法局\txi-ju\t西县\n');
    const { read } = await approve(page);
    const { accounts } = JSON.parse(read('owners.json')) as { accounts: object[] };
    expect(accounts.slice(-2)).toEqual([
      { account: 'bing', note: '丙镇司法所', offices: ['xi/bing'] },
      { account: 'xi-ju', note: '西县司法局', counties: ['xi'] },
    ]);
  });
});
