import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { changePhone, enter, openPart, submit, type FormStage } from '../helpers/form.ts';
import { formTests } from '../helpers/form-stage.ts';

const begin = formTests();
let stage: FormStage;
beforeEach(async () => {
  stage = await begin();
});

const OFFICE = 'content/offices/dong/jia/office.json';
const phone = () => stage.page.getByLabel('电话（必填）').first();

/** Somebody else’s change of the office’s file on main. */
function changeMain(from: string, to: string): void {
  const { repository } = stage.forge;
  const text = repository.read('main', OFFICE)?.bytes.toString().replace(from, to) ?? '';
  repository.commit('main', repository.head('main'), 'theirs', [{ path: OFFICE, bytes: Buffer.from(text) }]);
}

async function press(...names: readonly string[]): Promise<void> {
  for (const name of names) await stage.page.getByRole('button', { name }).click();
}

describe('nothing that was typed is lost', () => {
  it('when the tab is closed; after the submission nothing of it is left on the computer', async () => {
    await enter(stage.page);
    await changePhone(stage.page, '0833-2654321');
    await stage.page.close();
    const page = await stage.reopen();
    await enter(page);
    await page.getByText('已接着没有提交的草稿').waitFor();
    await submit(page);
    expect(stage.forge.pulls).toHaveLength(1);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([]);
  });

  it('by another window of the same office without a word', async () => {
    const { page } = stage;
    await enter(page);
    const other = await stage.reopen();
    await enter(other);
    await changePhone(page, '0833-2654321');
    await changePhone(other, '0833-2777777');
    await page.getByText('另一个窗口里也在填这个所').waitFor();
  });

  it('to a computer whose clock stands behind: it is told before anything is typed', async () => {
    const told = '这台电脑的日期是2020年1月1日，不对';
    expect(await stage.page.getByText('这台电脑的日期').count()).toBe(0);
    await stage.context.clock.setFixedTime(new Date('2020-01-01T02:00:00Z'));
    await (await stage.reopen()).getByText(told).waitFor();
  });

  it('when somebody else changed another part meanwhile: both changes stand', async () => {
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    changeMain('"consult"', '"duty"');
    await press('核对并提交', '提交审核');
    await page.getByRole('alert').getByText('内容已被他人更新').waitFor();
    await press('取最新内容，放上我的修改');
    await page.getByText('您的修改已放到最新的内容上').waitFor();
    await submit(page);
    expect(forge.pulls[0]?.verdict.passed).toBe(true);
    const text = forge.repository.read(forge.pulls[0]?.head ?? '', OFFICE)?.bytes.toString();
    expect(text).toContain('"number": "0833-2654321",\n      "use": "duty"');
  });

  it('when somebody else changed the very same: theirs stands, and mine is told', async () => {
    const { page } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    changeMain('0833-2123456', '0833-2777777');
    await press('核对并提交', '提交审核', '取最新内容，放上我的修改');
    await page.getByText('您写的是“0833-2654321”').waitFor();
    await openPart(page, '电话、地址');
    expect(await phone().inputValue()).toBe('0833-2777777');
  });

  it('when the login has run out: after a new one the draft is there', async () => {
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    forge.accounts.clear();
    await press('核对并提交', '提交审核');
    await page.getByText('登录已经过期').first().waitFor();
    forge.accounts.set('token-new', { login: 'jia', offices: ['dong/jia'] });
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill('token-new');
    await press('用令牌登录');
    await page.getByText('已接着没有提交的草稿').waitFor();
    await submit(page);
    expect(forge.pulls).toHaveLength(1);
  });

  it('when the forge is down: later it can be tried again, or taken along as a package', async () => {
    const { page, forge } = stage;
    await enter(page);
    await changePhone(page, '0833-2654321');
    forge.isDown = true;
    await press('核对并提交', '提交审核');
    await page.getByRole('alert').getByText('连不上代码平台').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press('下载修改包')]);
    const pack = JSON.parse(readFileSync((await download.path()) ?? '', 'utf8')) as Record<string, unknown>;
    expect(pack).toMatchObject({
      format: 'open-office-change',
      version: 1,
      office: 'dong/jia',
      files: [{ path: 'offices/dong/jia/office.json', before: forge.repository.read('main', OFFICE)?.sha }],
    });
    forge.isDown = false;
    await press('再试一次');
    await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
  });
});

it('what looks like personal data does not leave the computer, and is not repeated in full', async () => {
  const { page, forge } = stage;
  await enter(page);
  await openPart(page, '电话、地址');
  await page.getByText('办事和补充说明').click();
  await page.getByLabel('补充说明', { exact: true }).fill('请持11010519491231002X来所办理');
  await press('核对并提交');
  const told = page.getByRole('alert');
  await told.getByText('像是身份证号').waitFor();
  expect(await told.textContent()).not.toContain('11010519491231002X');
  expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0);
  expect(forge.log.filter((line) => !line.startsWith('GET'))).toEqual([]);
});

describe('a press while what is told of the field before it moves the page', () => {
  /** Writes what must not be said, and stays in the field. */
  async function writeTooMuch({ page }: FormStage): Promise<void> {
    await enter(page);
    await openPart(page, '电话、地址');
    await page.getByText('办事和补充说明').click();
    await page.getByLabel('补充说明', { exact: true }).fill('请持11010519491231002X来所办理');
  }

  /** Sets the pointer down on something, until it has moved away from below it. */
  async function pressInMotion({ page }: FormStage, pressed: Locator): Promise<void> {
    await pressed.hover();
    const before = await pressed.boundingBox();
    await page.mouse.down();
    await page.getByText('像是身份证号').waitFor();
    expect((await pressed.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + (before?.height ?? 0));
  }

  const submitting = () => stage.page.getByRole('button', { name: '核对并提交' });
  const refusal = () => stage.page.getByRole('alert').getByText('像是身份证号');

  it('counts for the button that has moved away', async () => {
    await writeTooMuch(stage);
    await pressInMotion(stage, submitting());
    await stage.page.mouse.up();
    await refusal().waitFor();
  });

  it('counts for what is unfolded', async () => {
    await writeTooMuch(stage);
    await pressInMotion(stage, stage.page.getByText('名称和服务区域'));
    await stage.page.mouse.up();
    await stage.page.locator('#office-name').waitFor();
  });

  it('counts for a link', async () => {
    const { page } = stage;
    await writeTooMuch(stage);
    await pressInMotion(stage, page.getByRole('contentinfo').getByRole('link', { name: '网站地图' }));
    await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/admin/')), page.mouse.up()]);
  });

  it('does not count once it is drawn away', async () => {
    const { page } = stage;
    await writeTooMuch(stage);
    const at = await submitting().boundingBox();
    const pressed = await page.evaluateHandle(() => {
      const seen: (string | null)[] = [];
      addEventListener('click', ({ target }) => seen.push((target as Element).textContent), true);
      return seen;
    });
    await pressInMotion(stage, submitting());
    await page.mouse.move((at?.x ?? 0) + 1, (at?.y ?? 0) + 1);
    await page.mouse.up();
    // What is pressed next is dealt with after what the press before would have done.
    await page.mouse.click(1, 1);
    expect(await pressed.jsonValue()).not.toContain('核对并提交');
  });

  it('counts with a finger too', async () => {
    await stage.close();
    stage = await begin({ touch: true });
    await writeTooMuch(stage);
    await submitting().tap();
    await refusal().waitFor();
  });
});

it('what should not be public is told to the bureau alone: no request, no draft, a number to name', async () => {
  const { page, forge } = stage;
  await enter(page);
  await page.getByText('网站上有不该公开的内容？').click();
  await page.getByLabel('在哪一页、哪个文件').fill('公告《通知》第二段');
  await page.getByLabel('什么不该公开').fill('示例丙的住址');
  const [download] = await Promise.all([page.waitForEvent('download'), press('交给司法局')]);
  const text = readFileSync((await download.path()) ?? '', 'utf8');
  expect(text).toContain('什么不该公开：示例丙的住址');
  const [number = ''] = /[0-9a-z]{8}(?=\.txt$)/.exec(download.suggestedFilename()) ?? [];
  await page.getByRole('status').getByText(`只说编号 ${number}`).waitFor();
  expect(forge.log.filter((line) => !line.startsWith('GET'))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('示例丙的住址');
});

describe('the forge has the last word', () => {
  it('another office’s files may be filled in, but the checks refuse them', async () => {
    const { page, forge } = stage;
    const { repository } = forge;
    // Without a register the page cannot know whose offices are whose.
    repository.commit('main', repository.head('main'), '去掉', [
      { path: 'content/owners.json', bytes: undefined },
    ]);
    await enter(page, 'token-jia', '乙镇司法所');
    await changePhone(page, '0833-2654321');
    await submit(page);
    expect(forge.pulls[0]?.verdict).toEqual({
      passed: false,
      reasons: ['越权改动 content/offices/dong/yi/office.json'],
    });
    expect(forge.merge(1)).toBe('refused');
  });

  it('a token that never was one leads back to the login', async () => {
    const { page } = stage;
    await page.getByLabel('县（市、区）').selectOption('东县');
    await page.getByLabel('司法所', { exact: true }).selectOption('甲镇司法所');
    await page.getByText('不能登录？用令牌').click();
    await page.getByLabel('访问令牌').fill('nonsense');
    await press('用令牌登录');
    await page.getByText('登录已经过期，或者令牌不对').first().waitFor();
  });
});
