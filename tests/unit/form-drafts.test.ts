import { describe, expect, it } from 'vitest';
import { toBytes } from '../../src/forges/base64.ts';
import type { Forge, Stored } from '../../src/forges/types.ts';
import { restore } from '../../src/client/admin/drafts/restore.ts';
import { LocalText } from '../../src/client/admin/guides/local-text.ts';
import { earlierNotices, noticesOf, openNotice } from '../../src/client/admin/notices/earlier.ts';
import { NoticeFile } from '../../src/client/admin/notices/notice-file.ts';
import { firstOf } from '../../src/client/admin/notices/notices-list.ts';
import { removeAttachment, withdraw } from '../../src/client/admin/notices/withdraw.ts';
import { draftOf, openWork } from '../../src/client/admin/office-edits.ts';
import type { Draft } from '../../src/client/admin/session.ts';
import type { AdminData } from '../../src/views/admin.ts';
import type { AdminGuide } from '../../src/views/admin-guides.ts';
import { usual } from '../helpers/content.ts';

const PATH = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const text = (title: string, body: string) =>
  `---\ntitle: ${title}\ncategory: 通知公告\npublished: 2026-11-02\nsource: 示例局\n---\n\n${body}\n`;

/** What a platform holds, read only. */
function holding(notice: string | undefined): Forge {
  const files = new Map<string, string>([
    ['content/offices/dong/jia/office.json', JSON.stringify(usual('offices/dong/jia/office.json'))],
    ...(notice === undefined ? [] : ([[PATH, notice]] as const)),
  ]);
  const read = (path: string): Promise<Stored | undefined> => {
    const found = files.get(path);
    return Promise.resolve(found === undefined ? undefined : { bytes: toBytes(found), sha: found });
  };
  const list = () => Promise.resolve(notice === undefined ? [] : ['2026-11-02-tongzhi.md']);
  return { read, list } as Partial<Forge> as Forge;
}

const data = { editor: { branch: 'main' }, counties: [], services: [] } as unknown as AdminData;
const open = (forge: Forge) => openWork(data, forge, 'dong/jia', '2026-11-22');

/** A draft in which the notice has another title and another text, after a trip through storage. */
async function drafted(): Promise<Draft> {
  const forge = holding(text('通知', '第一段。\n\n第二段。'));
  const edits = await open(forge);
  const [file] = (await earlierNotices(data, forge, noticesOf(edits))).files;
  if (!file) throw new Error('no notice');
  edits.extras.set(file.file, file);
  file.notice.value['title'] = '通知（更正）';
  file.notice.body = '第一段改了。';
  return JSON.parse(JSON.stringify(draftOf(edits, '2026-11-22T01:00:00Z'))) as Draft;
}

describe('of the notices that are there', () => {
  const notice = (name: string, expires?: string) => {
    const at = { root: '', owner: 'dong/jia', name, today: '2026-11-22', publicRepository: false };
    const bytes = toBytes(text('通知', '正文。').replace('source:', `expires: ${expires ?? "''"}\nsource:`));
    return new NoticeFile(at, { bytes, sha: name });
  };
  const newest = notice('2026-11-20-a');
  const soon = notice('2026-11-02-b', '2026-12-01');

  it.each([
    ['the newest', [newest, notice('2026-11-01-c')], newest],
    ['what ends within two weeks', [newest, notice('2026-11-03-c', '2026-12-05'), soon], soon],
    [
      'not what ends later, or has ended',
      [newest, notice('x', '2027-03-01'), notice('y', '2026-11-22')],
      newest,
    ],
    ['none where there are none', [], undefined],
  ])('opens at once: %s', (_, files, first) => {
    expect(firstOf(files)).toBe(first);
  });
});

describe('a draft of a notice that is there already', () => {
  it('is gone on with where nobody has changed it', async () => {
    const forge = holding(text('通知', '第一段。\n\n第二段。'));
    const edits = await open(forge);
    const { extras } = await restore(data, forge, edits, await drafted());
    expect(extras).toEqual({ moved: [], lost: [] });
    const file = await openNotice(data, forge, noticesOf(edits), '2026-11-02-tongzhi');
    expect(file?.isChanged()).toBe(true);
    expect(file?.notice).toMatchObject({ value: { title: '通知（更正）' }, body: '第一段改了。' });
  });

  it('leaves what others have changed, and tells what was typed there', async () => {
    const forge = holding(text('通知', '他们的。'));
    const edits = await open(forge);
    const { extras } = await restore(data, forge, edits, await drafted());
    const name = '公告《通知（更正）》';
    expect(extras).toEqual({ moved: [name], lost: [`${name} · 正文：您写的是“第一段改了。”`] });
    const file = await openNotice(data, forge, noticesOf(edits), '2026-11-02-tongzhi');
    expect(file?.notice).toMatchObject({ value: { title: '通知（更正）' }, body: '他们的。' });
  });

  it('knows that it was to be withdrawn, or to lose an attachment', async () => {
    const carrying = text('通知', '正文。').replace(
      'source: 示例局',
      'source: 示例局\nattachments:\n  - { file: a.pdf, title: 甲 }\n  - { file: b.pdf, title: 乙 }',
    );
    const forge = holding(carrying);
    for (const act of ['withdraw', 'remove'] as const) {
      const before = await open(forge);
      const [file] = (await earlierNotices(data, forge, noticesOf(before))).files;
      if (!file) throw new Error('no notice');
      before.extras.set(file.file, file);
      const at = { data, forge, edits: noticesOf(before) };
      await (act === 'withdraw' ? withdraw(at, file) : removeAttachment(at, file, 'a.pdf'));
      const draft = JSON.parse(JSON.stringify(draftOf(before, '2026-11-22T01:00:00Z'))) as Draft;
      const edits = await open(forge);
      await restore(data, forge, edits, draft);
      const now = await openNotice(data, forge, noticesOf(edits), '2026-11-02-tongzhi');
      expect(now?.isWithdrawn).toBe(act === 'withdraw');
      const left = act === 'withdraw' ? ['a.pdf', 'b.pdf'] : ['b.pdf'];
      expect(now?.notice.kept?.map((one) => one.file)).toEqual(left);
      expect(edits.extras.get('withdrawn.json')?.told()).toEqual(before.extras.get('withdrawn.json')?.told());
    }
  });

  it('says so where the notice is gone', async () => {
    const forge = holding(undefined);
    const { extras } = await restore(data, forge, await open(forge), await drafted());
    expect(extras.lost).toEqual(['公告《通知（更正）》已经不在了，您改的没有放上去']);
  });
});

describe('a draft of a local text', () => {
  const guide = { original: { updated: '2026-10-01', place: '司法所' }, texts: [] } as unknown as AdminGuide;
  const place = { level: 'office', county: 'dong', office: 'dong/jia' } as const;
  const at = {
    ...{ guide: 'mediation', title: '调解', place, path: 'x', file: 'x' },
    ...{ today: '2026-11-22', publicRepository: false },
  };

  it('is gone on with, with what stood above when it was written', () => {
    const first = new LocalText(at, guide, undefined);
    first.begin('place');
    first.value['place'] = '二楼';
    const kept = JSON.parse(JSON.stringify(first.draft())) as ReturnType<typeof first.draft>;
    const second = new LocalText(at, guide, undefined);
    expect(second.resume(kept)).toEqual({ isMoved: false, lost: [] });
    expect(second.front()).toEqual(first.front());
    expect(second.isChanged()).toBe(true);
  });
});
