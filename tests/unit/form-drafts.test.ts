import { describe, expect, it, vi } from 'vitest';
import { toBytes, toText } from '../../src/forges/base64.ts';
import { ForgeError, type Forge, type Stored } from '../../src/forges/types.ts';
import { restore } from '../../src/client/admin/drafts/restore.ts';
import { LocalText } from '../../src/client/admin/guides/local-text.ts';
import { openText } from '../../src/client/admin/guides/open-text.ts';
import { earlierNotices, noticesOf, openNotice } from '../../src/client/admin/notices/earlier.ts';
import { NoticeFile } from '../../src/client/admin/notices/notice-file.ts';
import { firstOf } from '../../src/client/admin/notices/notices-list.ts';
import { removeAttachment, withdraw } from '../../src/client/admin/notices/withdraw.ts';
import { draftOf, openWork } from '../../src/client/admin/office-edits.ts';
import type { FormDraft } from '../../src/client/admin/session.ts';
import type { AdminData } from '../../src/views/admin.ts';
import type { AdminGuide } from '../../src/views/admin-guides.ts';
import { usual } from '../helpers/content.ts';

const PATH = 'content/offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const text = (title: string, body: string) =>
  `---\ntitle: ${title}\ncategory: 通知公告\npublished: 2026-11-02\nsource: 示例局\n---\n\n${body}\n`;

/** What a platform holds, read only. */
function holding(notice: string | undefined, more: readonly string[] = []): Forge {
  const files = new Map<string, string>([
    ['content/offices/dong/jia/office.json', JSON.stringify(usual('offices/dong/jia/office.json'))],
    ...(notice === undefined ? [] : ([[PATH, notice]] as const)),
    ...more.map((name) => [`content/offices/dong/jia/${name}`, 'x'] as const),
  ]);
  const read = (path: string): Promise<Stored | undefined> => {
    const found = files.get(path);
    return Promise.resolve(found === undefined ? undefined : { bytes: toBytes(found), sha: found });
  };
  const list = (folder: string) =>
    Promise.resolve(notice !== undefined && folder.endsWith('/affairs') ? ['2026-11-02-tongzhi.md'] : []);
  return { read, list } as Partial<Forge> as Forge;
}

const data = { editor: { branch: 'main' }, counties: [], services: [] } as unknown as AdminData;
const open = (forge: Forge) => openWork(data, forge, 'dong/jia', '2026-11-22');

/** A draft in which the notice has another title and another text, after a trip through storage. */
async function drafted(): Promise<FormDraft> {
  const forge = holding(text('通知', '第一段。\n\n第二段。'));
  const edits = await open(forge);
  const [file] = (await earlierNotices(data, forge, noticesOf(edits))).files;
  if (!file) throw new Error('no notice');
  edits.extras.set(file.file, file);
  file.notice.value['title'] = '通知（更正）';
  file.notice.body = '第一段改了。';
  return JSON.parse(JSON.stringify(draftOf(edits, '2026-11-22T01:00:00Z'))) as FormDraft;
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
      const draft = JSON.parse(JSON.stringify(draftOf(before, '2026-11-22T01:00:00Z'))) as FormDraft;
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

it.each(['withdraw', 'remove'] as const)(
  'a notice stays as it is where the list of addresses that were taken down cannot be read (%s)',
  async (act) => {
    const carrying = text('通知', '一。').replace(
      '\nsource:',
      '\nattachments: [{ file: a.pdf, title: 甲 }]\nsource:',
    );
    const whole = holding(carrying, ['files/a.pdf']);
    const forge: Forge = {
      ...whole,
      read: (path, branch) =>
        path.endsWith('withdrawn.json')
          ? Promise.reject(new ForgeError('down', '连不上'))
          : whole.read(path, branch),
    };
    const edits = await open(forge);
    const file = (await openNotice(data, forge, noticesOf(edits), '2026-11-02-tongzhi'))!;
    edits.extras.set(file.file, file);
    const at = { data, forge, edits: noticesOf(edits) };
    const done = act === 'withdraw' ? withdraw(at, file) : removeAttachment(at, file, 'a.pdf');
    await expect(done).rejects.toThrow('连不上');
    expect([file.isChanged(), file.removed, file.notice.kept?.length]).toEqual([false, [], 1]);
  },
);

describe('a draft of a notice that is to go', () => {
  const withFile = text('通知', '一。').replace(
    '\nsource:',
    '\nattachments: [{ file: a.mp3, title: 录音, transcript: 正文 }]\nsource:',
  );

  it('keeps that it goes, with its attachments and their addresses', async () => {
    const forge = holding(withFile, ['files/a.mp3']);
    const edits = await open(forge);
    const file = (await openNotice(data, forge, noticesOf(edits), '2026-11-02-tongzhi'))!;
    edits.extras.set(file.file, file);
    await withdraw({ data, forge, edits: noticesOf(edits) }, file);
    const draft = JSON.parse(JSON.stringify(draftOf(edits, '2026-11-22T01:00:00Z'))) as FormDraft;
    const again = await open(forge);
    expect((await restore(data, forge, again, draft)).extras).toEqual({ moved: [], lost: [] });
    const gone = [...again.extras.values()].flatMap((one) =>
      one.edits().map(({ path, bytes }) => [path, bytes]),
    );
    expect(gone).toContainEqual([PATH, undefined]);
    expect(gone).toContainEqual(['content/offices/dong/jia/files/a.mp3', undefined]);
    const list = [...again.extras.values()]
      .flatMap((one) => one.edits())
      .find(({ path }) => /withdrawn/.test(path));
    expect(toText(list!.bytes!)).toContain('/files/dong/jia/a.mp3');
  });

  it('is not changed in its recordings while something else in it is', async () => {
    const forge = holding(withFile);
    const file = (await openNotice(data, forge, noticesOf(await open(forge)), '2026-11-02-tongzhi'))!;
    expect(file.isChanged()).toBe(false);
    file.notice.body = '二。';
    expect(toText(file.edits()[0]!.bytes!)).toContain('{ file: a.mp3, title: 录音, transcript: 正文 }');
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

  it('knows that it was to lose an attachment, with its address', async () => {
    vi.stubGlobal('location', { href: 'https://example.test/admin/' });
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(guide)));
    const path = 'offices/dong/jia/services/mediation.md';
    const carrying = `---\nadapts: mediation@2026-10-01\nattachments: [{ file: a.pdf, title: 甲 }]\n---\n`;
    const whole = holding(undefined, ['files/a.pdf']);
    const forge: Forge = {
      ...whole,
      read: (at, branch) =>
        at === `content/${path}`
          ? Promise.resolve({ bytes: toBytes(carrying), sha: 'a' })
          : whole.read(at, branch),
    };
    const before = await open(forge);
    const local = await openText(data, forge, before, 'mediation', 'office');
    await removeAttachment({ data, forge, edits: noticesOf(before) }, local, 'a.pdf');
    const draft = JSON.parse(JSON.stringify(draftOf(before, '2026-11-22T01:00:00Z'))) as FormDraft;
    const edits = await open(forge);
    await restore(data, forge, edits, draft);
    expect(edits.extras.get(path)?.carrying?.()).toMatchObject({ kept: [], gone: ['a.pdf'] });
    expect(edits.extras.get('withdrawn.json')?.told()).toEqual([
      { where: '网址', before: '/files/dong/jia/a.pdf', after: '（撤下）' },
    ]);
    vi.unstubAllGlobals();
  });

  it('may be nothing but a version in another language', () => {
    const local = new LocalText(at, guide, undefined);
    expect(local.isChanged()).toBe(false);
    local.value['versions'] = [
      { lang: 'ii', title: 'ꊿꋅ', text: ['ꀀ'], source: '示例县民族语言文字工作机构' },
    ];
    expect([local.isChanged(), local.front()['versions']]).toEqual([true, local.value['versions']]);
    expect(local.told().map(({ where, after }) => [where, after])).toEqual([
      ['其他文字的版本', expect.stringMatching(/彝文.*ꀀ/)],
    ]);
  });

  it('may carry recordings with their words, which go where its place keeps files', () => {
    const local = new LocalText(
      { ...at, path: 'content/offices/dong/jia/services/mediation.md' },
      guide,
      undefined,
    );
    local.carried.attached.push({ file: 'luyin.mp3', title: '彝语', bytes: toBytes('x') });
    expect(local.problems().map(({ message }) => message)).toContain('录音《彝语》没有文字');
    local.carried.attached[0]!.transcript = '带好证件';
    expect(local.front()['attachments']).toEqual([
      { file: 'luyin.mp3', title: '彝语', transcript: '带好证件' },
    ]);
    expect([local.isChanged(), local.edits().map(({ path }) => path)]).toEqual([
      true,
      ['content/offices/dong/jia/services/mediation.md', 'content/offices/dong/jia/files/luyin.mp3'],
    ]);
    const city = new LocalText(
      { ...at, place: { level: 'city' }, path: 'content/services/mediation.md' },
      guide,
      undefined,
    );
    city.carried.attached.push({ file: 'luyin.mp3', title: '彝语', bytes: toBytes('x'), transcript: '正文' });
    expect(city.edits().map(({ path }) => path)[1]).toBe('content/affairs/files/luyin.mp3');
  });
});
