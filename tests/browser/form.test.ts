import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { changePhone, enter, openForm, openPart, submit, type FormStage } from '../helpers/form.ts';
import { buildFormSite } from '../helpers/form-site.ts';
import { some } from '../helpers/long.ts';

let site = '';
let stage: FormStage;

beforeAll(async () => {
  site = await buildFormSite();
});

const OFFICE = 'content/offices/dong/jia/office.json';

describe('a clerk who never heard of git', () => {
  beforeAll(async () => {
    stage = await openForm(site, { worker: true });
  });
  afterAll(() => stage.close());

  it('is told at the field what is wrong with a number, and what to type', async () => {
    const { page } = stage;
    await enter(page);
    await openPart(page, '电话、地址');
    const field = page.getByLabel('电话（必填）').first();
    await field.fill('13900000000');
    await field.blur();
    await expect.poll(() => page.getByText('是手机号，不公开').isVisible()).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const told = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
    expect(await page.locator(`#${told[0]}`).textContent()).toContain('请写办公室的固定电话');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('heading', { name: '核对修改' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('还有1处要改');
    expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0);
  });

  it('comes from the summary to the field with one press', async () => {
    const { page } = stage;
    await page.getByRole('button', { name: /是手机号/ }).click();
    const id = await page.getByLabel('电话（必填）').first().getAttribute('id');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
  });

  it('takes over a mended number with one press', async () => {
    const { page } = stage;
    const field = page.getByLabel('电话（必填）').first();
    await field.fill('（0833）2654321');
    await field.blur();
    await page.getByRole('button', { name: '改成 0833-2654321' }).click();
    expect(await field.inputValue()).toBe('0833-2654321');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBeNull();
  });

  it('meets no numbered step without the one before it', async () => {
    const headings = await stage.page.getByRole('heading', { level: 2 }).allInnerTexts();
    const numbers = headings.flatMap((one) => /^\d+/.exec(one)?.[0] ?? []).map(Number);
    expect(headings).toEqual(expect.arrayContaining(['选择司法所', '要改什么']));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('sees in the words of the page what will change', async () => {
    const { page } = stage;
    await page.getByRole('button', { name: '核对并提交' }).click();
    const row = page.getByRole('row', { name: /0833-2654321/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['0833-2123456', '0833-2654321']);
  });

  it('is asked whether the new number was verified: it does not keep the day of the old one', async () => {
    const { page } = stage;
    await page.getByText('联系方式改了，原来的核实日期不再算数').waitFor();
    const row = page.getByRole('row', { name: /核实日期/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['2026年11月1日', '待公开']);
    await page.getByRole('button', { name: '今天核实过' }).click();
    await expect.poll(() => row.getByRole('cell').last().textContent()).toBe('2026年11月22日');
  });

  it('sends one pull request that a reviewer understands', async () => {
    const { page, forge } = stage;
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
    expect(forge.pulls).toHaveLength(1);
    expect(forge.pulls[0]).toMatchObject({
      title: '甲镇司法所：更新电话、地址、办公时间',
      body: '甲镇司法所从填报页提交。\n\n- 电话1 · 电话：0833-2123456 → 0833-2654321\n- 来源与核实 · 联系方式 · 核实日期：2026年11月1日 → 2026年11月22日',
      base: 'main',
    });
    expect(stage.complaints).toEqual([]);
  });
});

describe('several forms filled in', () => {
  afterEach(() => stage.close());

  it('go together in one pull request, whereabouts in one for their own branch, without telling them again', async () => {
    stage = await openForm(site, { review: true });
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    await openPart(page, '月度数据');
    await page.getByText('月份1 2026-10').click();
    await page.getByLabel('调解成功（件）').fill('2');
    await openPart(page, '去向');
    await page.getByRole('button', { name: '写这一天的去向：示例乙' }).click();
    const person = page.getByRole('group', { name: '示例乙' });
    await person.getByLabel('去向（必填）').selectOption('会议培训');
    const instead = person.getByLabel('接替人').locator('option');
    expect(await instead.allTextContents()).toEqual(['（不写）', '示例甲']);
    await person.getByLabel('时段（必填）').fill('09:00-11:00');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByText('代码平台会一直留着这份请求的改动').waitFor();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
    expect(forge.pulls.map(({ title, base, verdict }) => ({ title, base, verdict }))).toEqual([
      {
        title: '甲镇司法所：更新电话、地址、办公时间、月度数据',
        base: 'main',
        verdict: { passed: true, reasons: [] },
      },
      { title: '甲镇司法所：更新去向', base: 'quxiang', verdict: { passed: true, reasons: [] } },
    ]);
    expect(forge.pulls[1]?.body).not.toMatch(/示例乙|会议培训/);
    const now = forge.repository.read(forge.pulls[1]?.head ?? '', 'offices/dong/jia/whereabouts.json');
    expect(JSON.parse(now?.bytes.toString() ?? '')).toMatchObject({
      entries: [
        { person: 'jia' },
        { date: '2026-11-22', person: 'yi', session: '09:00-11:00', state: '会议培训' },
      ],
    });
  });

  it('make a file that was not there: the first people of an office', async () => {
    stage = await openForm(site);
    const { page, forge } = stage;
    forge.accounts.set('token-yi', { login: 'yi', offices: ['dong/yi'] });
    await enter(page, 'token-yi', '乙镇司法所');
    await openPart(page, '人员');
    await page.getByRole('button', { name: '添加人员' }).click();
    await page.getByLabel('姓名（必填）').fill('示例丁');
    await page.getByLabel('职务（必填）').fill('所长');
    await page.getByLabel('岗位（必填）').selectOption('负责人');
    await page.getByLabel('职责1', { exact: true }).fill('主持工作');
    await page.getByLabel('来源（必填）').fill('示例市司法局');
    await submit(page);
    expect(forge.pulls[0]?.verdict).toEqual({ passed: true, reasons: [] });
    const made = forge.repository.read(forge.pulls[0]?.head ?? '', 'content/offices/dong/yi/staff.json');
    expect(JSON.parse(made?.bytes.toString() ?? '')).toEqual({
      people: [{ id: 'renyuan-1', name: '示例丁', post: '所长', role: 'head', duties: ['主持工作'] }],
      provenance: { source: '示例市司法局' },
    });
  });

  it('carry a notice with its attachment, named as an address must be', async () => {
    stage = await openForm(site);
    const { page, forge } = stage;
    await enter(page);
    await openPart(page, '发公告');
    await page.getByLabel('标题（必填）').fill('学法安排');
    await page.getByLabel('类别（必填）').selectOption('教育培训');
    await page.getByLabel('来源（必填）').fill('示例市司法局');
    await page.getByLabel('正文（必填）').fill('每月学习一次。\n\n## 时间\n\n每月第一周。');
    const table = {
      name: '学习 计划.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('月份,内容\n1月,学法\n'),
    };
    await page
      .getByLabel('选择文件')
      .setInputFiles([table, { name: '宏.xlsm', mimeType: 'a/b', buffer: Buffer.from('x') }]);
    await page.getByText('带宏的文件').waitFor();
    await submit(page);
    const [pull] = forge.pulls;
    expect(pull).toMatchObject({
      title: '甲镇司法所：更新公告《学法安排》',
      verdict: { passed: true, reasons: [] },
    });
    expect(pull?.body).toContain('> 每月学习一次。\n>\n> ## 时间\n>\n> 每月第一周。');
    expect(forge.repository.changed('main', pull?.head ?? '')).toEqual([
      'content/offices/dong/jia/affairs/2026-11-22-training.md',
      'content/offices/dong/jia/files/fujian-1.csv',
    ]);
  });
});

/** Reads for the forms; who it is, for which offices, what is undecided; again before sending, with a look whether it was sent before; and what is written. */
const REQUESTS: Readonly<Record<ForgeKind, { readonly reads: number; readonly writes: number }>> = {
  forgejo: { reads: 4 + 3 + 2, writes: 2 },
  gitea: { reads: 4 + 3 + 2, writes: 2 },
  gitlab: { reads: 4 + 3 + 2, writes: 2 },
  github: { reads: 4 + 3 + 2 + 1, writes: 3 },
  gitee: { reads: 4 + 3 + 2, writes: 3 },
};

describe.each(some(Object.keys(REQUESTS) as ForgeKind[]))('on %s', (kind) => {
  let page: Page;
  beforeAll(async () => {
    stage = await openForm(site, { kind });
    page = stage.page;
  });
  afterAll(() => stage.close());

  it('a right number becomes a change of its lines alone that passes the checks and is merged, in few requests', async () => {
    const { forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    await submit(page);
    const [pull] = forge.pulls;
    expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
    expect(forge.repository.diff('main', pull?.head ?? '')).toEqual([
      '-      "number": "0833-2123456",',
      '+      "number": "0833-2654321",',
      '-      "source": "示例市司法局",',
      '-      "verifiedOn": "2026-11-01"',
      '+      "source": "示例市司法局"',
    ]);
    expect(forge.merge(1)).toBe('merged');
    expect(forge.repository.read('main', OFFICE)?.bytes.toString()).toContain('0833-2654321');
    const reads = forge.log.filter((line) => line.startsWith('GET')).length;
    expect({ reads, writes: forge.log.length - reads }).toEqual(REQUESTS[kind]);
    expect(stage.complaints).toEqual([]);
  });

  it('a second submission in the same minute stands beside the first', async () => {
    await page.getByRole('button', { name: '继续修改' }).click();
    await changePhone(page, '0833-2654322');
    await submit(page);
    const heads = stage.forge.pulls.map(({ head }) => head);
    expect(new Set(heads).size).toBe(2);
  });

  it('a number that somebody else has changed meanwhile is not overwritten', async () => {
    const { forge } = stage;
    await page.getByRole('button', { name: '继续修改' }).click();
    await changePhone(page, '0833-2654323');
    const theirs = forge.repository
      .read('main', OFFICE)
      ?.bytes.toString()
      .replace('0833-2654321', '0833-2999999');
    const before = forge.repository.head('main');
    forge.repository.commit('main', before, 'theirs', [{ path: OFFICE, bytes: Buffer.from(theirs ?? '') }]);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('内容已被他人更新').waitFor();
    expect(forge.pulls).toHaveLength(2);
  });
});

describe('whereabouts, where the bureau has not said that it wants to look at them', () => {
  afterEach(() => stage.close());

  it.each(some(['forgejo', 'gitlab', 'github', 'gitee'] as const))(
    'on %s go straight into their branch, and nobody is told to wait for a review',
    async (kind) => {
      stage = await openForm(site, { kind });
      const { page, forge } = stage;
      await enter(page);
      await openPart(page, '去向');
      await page.getByRole('group', { name: '示例甲' }).getByLabel('去向（必填）').selectOption('公出');
      await page.getByRole('button', { name: '核对并提交' }).click();
      const send = page.getByRole('button', { name: '提交', exact: true });
      await send.waitFor();
      expect(await page.getByText('先由司法局审核').count()).toBe(0);
      await send.click();
      await page.getByRole('heading', { name: '已提交，不用审核' }).waitFor();
      expect(await page.getByRole('link', { name: '网站下一次更新就看得到' }).count()).toBe(1);
      expect(await page.getByText('审核通过以后').count()).toBe(0);
      expect(forge.pulls).toEqual([]);
      const now = forge.repository.read('quxiang', 'offices/dong/jia/whereabouts.json')?.bytes.toString();
      expect(JSON.parse(now ?? '')).toMatchObject({ entries: [{ person: 'jia', state: '公出' }] });
    },
  );
});
