import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import type { ForgeKind } from '../../src/domain/forges.ts';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';
import { enter, submit, type FormOptions, type FormStage } from '../helpers/form.ts';
import { formTests, openNotice, sticksOut } from '../helpers/form-stage.ts';

const begin = formTests();
let stage: FormStage;

const JIA = 'content/offices/dong/jia';
const NOTICE = `${JIA}/affairs/2026-11-02-tongzhi.md`;
const PDF = readFileSync(join(ROOT, 'tests/fixtures/attachments/plain.pdf'));

const noticeWith = (title: string, published: string, files: readonly string[]) => `---
title: ${title}
category: 通知公告
published: ${published}
source: 示例市司法局
attachments:
${files.map((file) => `  - { file: ${file}, title: 附件 ${file} }`).join('\n')}
---

正文。
`;

/** Two notices share a document; one has a second of its own. Opens the earlier one. */
async function openEarlier(options: FormOptions) {
  stage = await begin(options);
  const { page, forge } = stage;
  const text = (path: string, body: string) => ({ path, bytes: Buffer.from(body) });
  forge.repository.commit('main', forge.repository.head('main'), '附件', [
    text(NOTICE, noticeWith('学法通知', '2026-11-02', ['own.pdf', 'shared.pdf'])),
    text(`${JIA}/affairs/2026-11-03-meeting.md`, noticeWith('会议', '2026-11-03', ['shared.pdf'])),
    { path: `${JIA}/files/own.pdf`, bytes: PDF },
    { path: `${JIA}/files/shared.pdf`, bytes: PDF },
  ]);
  await enter(page);
  await openNotice(page, '2026年11月2日');
  return page;
}

/** What the proposal changes, and the addresses that it lists as taken down. */
function proposed() {
  const { pulls, repository } = stage.forge;
  const [pull] = pulls;
  const head = pull?.head ?? '';
  const list = repository.read(head, 'content/withdrawn.json')?.bytes.toString() ?? '{"withdrawn":[]}';
  const { withdrawn } = JSON.parse(list) as { withdrawn: Withdrawn };
  return {
    pull,
    changed: repository.changed('main', head),
    gone: repository.changed('main', head).filter((path) => !repository.read(head, path)),
    held: withdrawn.filter(({ mention }) => !mention).map(({ url }) => url),
  };
}

describe('a notice that should not have been published', () => {
  it.each(['forgejo', 'gitlab', 'github', 'gitee'] as ForgeKind[])(
    'goes with what only it carries, and its addresses are listed (%s)',
    async (kind) => {
      const page = await openEarlier({ kind, width: kind === 'gitlab' ? 360 : 1280 });
      await page.getByRole('button', { name: '撤回这份公告' }).click();
      await page.getByText('只有它带的1个附件将从网站上去掉').waitFor();
      expect(await sticksOut(page)).toBe(0);
      await submit(page);
      const { pull, changed, gone, held } = proposed();
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(pull?.title).toBe('甲镇司法所：更新公告《学法通知》（撤回）、撤下的网址');
      expect(gone).toEqual([NOTICE, `${JIA}/files/own.pdf`]);
      expect(changed).toEqual([...gone, 'content/withdrawn.json']);
      expect(held).toEqual(['/files/dong/jia/own.pdf', '/offices/dong/jia/affairs/2026-11-02-tongzhi/']);
    },
  );

  it('stays as it was for who thinks better of it', async () => {
    const page = await openEarlier({});
    await page.getByRole('button', { name: '撤回这份公告' }).click();
    await page.getByRole('button', { name: '不撤回了' }).click();
    await page.getByText('正在改2026年11月2日的公告').waitFor();
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByText('没有改动。').waitFor();
  });

  it('by keyboard: one attachment goes, the other that is shared stays, and so does the notice', async () => {
    const page = await openEarlier({ width: 360 });
    await page.getByRole('button', { name: '删除：已有附件 附件 own.pdf' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('附件已去掉').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^删除：已有附件/ }).count()).toBe(1);
    await submit(page);
    const { pull, gone, held } = proposed();
    expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
    expect(gone).toEqual([`${JIA}/files/own.pdf`]);
    expect(held).toEqual(['/files/dong/jia/own.pdf']);
  });
});
