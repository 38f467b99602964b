import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';
import { recording } from '../helpers/documents.ts';
import { enter, openPart, submit, type FormStage } from '../helpers/form.ts';
import { formTests, sticksOut } from '../helpers/form-stage.ts';

const begin = formTests();
let stage: FormStage;

const PDF = readFileSync(join(ROOT, 'tests/fixtures/attachments/plain.pdf'));
const FILE = 'content/offices/dong/jia/services/mediation.md';

/** A text of the office over a guide whose place was another when it was written. */
const MOVED = `---
adapts: mediation@2026-10-01
updated: 2026-10-02
source: 示例局
place: 镇便民服务中心
above: { place: 老院子 }
---
`;

const open = async () => {
  const { page } = stage;
  await enter(page);
  await openPart(page, '办事指南');
  await page.getByLabel('办事指南').selectOption({ index: 1 });
};

describe('the local text of a guide', () => {
  it.each([360, 1280])(
    'is written for one element, the rest staying with the text above (%i px)',
    async (width) => {
      stage = await begin({ width });
      const { page, forge } = stage;
      await open();
      const place = page.locator('[data-element="place"]');
      await place.getByText('司法所').waitFor();
      await place.getByRole('button', { name: '地点：这一项写自己的' }).click();
      await page.getByRole('textbox', { name: '地点' }).fill('镇便民服务中心2号窗口');
      await page.getByLabel('来源（必填）').fill('示例局');
      expect(await sticksOut(page)).toBe(0);
      await submit(page);
      const [pull] = forge.pulls;
      expect(pull).toMatchObject({ verdict: { passed: true, reasons: [] } });
      expect(pull?.title).toMatch(/^甲镇司法所：更新《.+》的本地写法$/);
      expect(forge.repository.changed('main', pull?.head ?? '')).toEqual([FILE]);
      expect(forge.repository.read(pull?.head ?? '', FILE)?.bytes.toString()).toMatch(
        /^---\nadapts: mediation@\d{4}-\d\d-\d\d\nupdated: 2026-11-22\nsource: 示例局\nplace: 镇便民服务中心2号窗口\nabove:\n {2}place: 司法所\n---\n$/,
      );
    },
  );

  it('carries a recording with its words, and nothing else', async () => {
    stage = await begin();
    const { page, forge } = stage;
    await open();
    const buffer = Buffer.from(recording());
    await page.getByLabel('选择文件').setInputFiles({ name: 'luyin.mp3', mimeType: 'audio/mpeg', buffer });
    await page.getByLabel('录音里说的话（必填）').fill('带好证件');
    await page.getByLabel('来源（必填）').fill('示例局');
    await submit(page);
    const [pull] = forge.pulls;
    expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
    const sound = 'content/offices/dong/jia/files/luyin.mp3';
    expect(forge.repository.changed('main', pull?.head ?? '').toSorted()).toEqual([sound, FILE]);
    expect(forge.repository.read(pull?.head ?? '', FILE)?.bytes.toString()).toContain('transcript: 带好证件');
  });

  it.each([
    ['只写本所', 'token-jia', 'offices/dong/jia', 'dong/jia'],
    ['写给全县（县司法局的账号）', 'token-ju', 'counties/dong', 'dong'],
  ])(
    'lets a document go again, its address listed as taken down (%s)',
    async (audience, token, folder, owner) => {
      stage = await begin({ width: 360 });
      const { page, forge } = stage;
      const file = `content/${folder}/services/mediation.md`;
      const documents = `attachments: [{ file: a.pdf, title: 甲 }, { file: b.pdf, title: 乙 }]\n`;
      forge.repository.commit('main', forge.repository.head('main'), 'text', [
        { path: file, bytes: Buffer.from(MOVED.replace('place: 镇', `${documents}place: 镇`)) },
        ...['a.pdf', 'b.pdf'].map((name) => ({ path: `content/${folder}/files/${name}`, bytes: PDF })),
      ]);
      await enter(page, token);
      await openPart(page, '办事指南');
      await page.getByLabel('办事指南').selectOption({ index: 1 });
      await page.getByLabel('写给谁').selectOption(audience);
      await page.getByRole('button', { name: '删除：已有附件 甲' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('附件已去掉').waitFor();
      await expect.poll(() => page.getByRole('button', { name: /^删除：已有附件/ }).count()).toBe(1);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
      await submit(page);
      const [pull] = forge.pulls;
      const head = pull?.head ?? '';
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(forge.repository.read(head, file)?.bytes.toString()).not.toContain('a.pdf');
      expect(
        forge.repository.changed('main', head).filter((path) => !forge.repository.read(head, path)),
      ).toEqual([`content/${folder}/files/a.pdf`]);
      const { withdrawn } = JSON.parse(
        forge.repository.read(head, 'content/withdrawn.json')?.bytes.toString() ?? '',
      ) as { withdrawn: Withdrawn };
      expect(withdrawn.map(({ url }) => url)).toEqual([`/files/${owner}/a.pdf`]);
    },
  );

  it('that the text above has left behind is shown with the difference, and renewed when somebody has looked', async () => {
    stage = await begin();
    const { page, forge } = stage;
    const head = forge.repository.head('main');
    forge.repository.commit('main', head, 'text', [{ path: FILE, bytes: Buffer.from(MOVED) }]);
    await open();
    const place = page.locator('[data-element="place"]');
    await place.getByText('写的时候上面是').waitFor();
    expect(await place.innerText()).toMatch(/老院子[\s\S]*现在上面是[\s\S]*司法所/);
    await place.getByRole('button', { name: '地点：对照过了，就用这里的写法' }).click();
    await place.getByText('写的时候上面是').waitFor({ state: 'detached' });
    await submit(page);
    const text = forge.repository.read(forge.pulls[0]?.head ?? '', FILE)?.bytes.toString();
    expect(text).toMatch(/place: 镇便民服务中心\nabove:\n {2}place: 司法所\n/);
    expect(text).not.toContain('adapts: mediation@2026-10-01');
  });

  it('is kept as a draft', async () => {
    stage = await begin();
    await open();
    await stage.page.getByRole('button', { name: '地点：这一项写自己的' }).click();
    await stage.page.getByRole('textbox', { name: '地点' }).fill('镇便民服务中心2号窗口');
    await stage.page.close();
    stage = { ...stage, page: await stage.reopen() };
    await open();
    await stage.page.getByText('已接着没有提交的草稿').waitFor();
    const place = stage.page.getByRole('textbox', { name: '地点' });
    await place.waitFor();
    expect(await place.inputValue()).toBe('镇便民服务中心2号窗口');
  });

  it('does not say the same as the text above', async () => {
    stage = await begin();
    const { page } = stage;
    await open();
    await page.getByRole('button', { name: '地点：这一项写自己的' }).click();
    await page.getByLabel('来源（必填）').fill('');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('alert').getByText('来源').first().waitFor();
    expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0);
  });
});
