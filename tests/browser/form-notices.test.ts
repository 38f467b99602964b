import { describe, expect, it } from 'vitest';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { recording } from '../helpers/documents.ts';
import { enter, submit, type FormStage } from '../helpers/form.ts';
import { formTests, openNotice, sticksOut } from '../helpers/form-stage.ts';
import { some } from '../helpers/long.ts';

const begin = formTests();
let stage: FormStage;

const FILE = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const textIn = (branch: string) => stage.forge.repository.read(branch, FILE)?.bytes.toString() ?? '';

const openEarlier = async () => {
  const { page } = stage;
  await enter(page);
  await openNotice(page);
};

/** Adds a recording and writes down what is said in it. */
async function speak(page: FormStage['page']): Promise<void> {
  const buffer = Buffer.from(recording());
  await page.getByLabel('选择文件').setInputFiles({ name: 'luyin.mp3', mimeType: 'audio/mpeg', buffer });
  await page.getByLabel('录音里说的话（必填）').fill('带好证件');
}

describe('a notice that is there already', () => {
  it.each(some<ForgeKind>(['forgejo', 'gitlab', 'github', 'gitee']))(
    'is found, changed and sent again under its address (%s)',
    async (kind) => {
      stage = await begin({ kind });
      const { page, forge } = stage;
      await openEarlier();
      const title = await page.getByLabel('标题（必填）').inputValue();
      await page.getByLabel('标题（必填）').fill(`${title}（更正）`);
      await submit(page);
      const [pull] = forge.pulls;
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(pull?.title).toBe(`甲镇司法所：更新公告《${title}（更正）》`);
      expect(forge.repository.changed('main', pull?.head ?? '')).toEqual([FILE]);
      expect(textIn(pull?.head ?? '')).toContain('updated: 2026-11-22');
    },
  );

  it.each(some([360, 1280]))('ends today with one press (%i px)', async (width) => {
    stage = await begin({ width });
    const { page, forge } = stage;
    await openEarlier();
    await page.getByRole('button', { name: '今天起失效' }).click();
    expect(await page.getByLabel('失效日期').inputValue()).toBe('2026-11-22');
    expect(await sticksOut(page)).toBe(0);
    await submit(page);
    const before = textIn('main');
    const after = textIn(forge.pulls[0]?.head ?? '');
    const fresh = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(fresh).toEqual(['expires: 2026-11-22', 'updated: 2026-11-22']);
  });

  it.each(some([360, 1280]))(
    'gets a version in another language and a recording with its words (%i px)',
    async (width) => {
      stage = await begin({ width });
      const { page, forge } = stage;
      await openEarlier();
      await speak(page);
      await page.getByText('其他文字的版本（彝文').click();
      await page.getByRole('button', { name: '添加其他文字的版本' }).click();
      await page.getByLabel(/^哪种文字/).selectOption('ii');
      await page.getByLabel(/^这种文字的标题/).fill('ꊿꋅ');
      await page.getByRole('textbox', { name: /^这种文字的正文/ }).fill('ꀀꀁ');
      await page.getByLabel(/^谁提供的译文/).fill('示例县民族语言文字工作机构');
      expect(await sticksOut(page)).toBe(0);
      await submit(page);
      const [pull] = forge.pulls;
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      const text = textIn(pull?.head ?? '');
      for (const line of ['lang: ii', 'ꀀꀁ', 'file: luyin.mp3', 'transcript: 带好证件'])
        expect(text).toContain(line);
    },
  );
});
