import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { toBytes, toText } from '../../src/forges/base64.ts';
import { colleagues } from '../../src/client/admin/controls/colleagues.ts';
import { editOf } from '../../src/client/admin/edit-file.ts';
import { FORM_NAMES, FORMS, KEPT_FIELDS, type Form } from '../../src/client/admin/forms.ts';
import { assess } from '../../src/client/admin/assess.ts';
import { assessBody, attachmentName, noticeEdits, refuseAttachment } from '../../src/client/admin/notice.ts';
import { readFront } from '../../src/editing/front-matter.ts';
import { freeAttachments } from '../../src/client/admin/notices/free-names.ts';
import type { Forge } from '../../src/forges/types.ts';
import type { AdminData } from '../../src/views/admin.ts';
import { openOfficeFile, setField, writtenValue } from '../../src/client/admin/office-files.ts';
import { shapeOf, titleOf } from '../../src/client/admin/shape.ts';
import { withoutTexts } from '../../src/client/admin/account/former-words.ts';
import { descriptionOf } from '../../src/client/admin/request-words.ts';
import { notice } from '../../src/schemas/notice.ts';
import { fieldsOf } from '../../src/schemas/walk.ts';
import { aContent, fields, TODAY, usual } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const textOf = (file: string) => `${JSON.stringify(usual(file), null, 2)}\n`;
const stored = (text: string) => ({ bytes: toBytes(text), sha: 'abc' });
const officePaper = () => openOfficeFile('office', stored(textOf(OFFICE)));

/** Every field below a schema that a form asks for, with its path. */
function* asked(schema: z.ZodType, path: string): Generator<readonly [string, z.ZodType]> {
  const shape = shapeOf(schema);
  if (KEPT_FIELDS.has(path.replaceAll('[]', ''))) return;
  yield [path, schema];
  if (shape.as === 'list') yield* asked(shape.element, `${path}[]`);
  if (shape.as === 'group')
    for (const [key, field] of Object.entries(shape.fields))
      yield* asked(field, path ? `${path}.${key}` : key);
}

describe('the forms', () => {
  it.each(FORM_NAMES)('ask for every field of the schema of %s, each once', (name) => {
    const form: Form = FORMS[name];
    const listed = [...form.sections.flatMap((section) => section.fields), ...(form.apart ?? [])];
    const top = Object.entries(fieldsOf(form.schema, {})).flatMap(([key, field]) =>
      listed.includes(key) ? [key] : Object.keys(fieldsOf(field, {})).map((part) => `${key}.${part}`),
    );
    expect([...listed].sort()).toEqual(top.sort());
  });

  it.each(FORM_NAMES)('have a Chinese name for every field of %s', (name) => {
    const nameless = [...asked(FORMS[name].schema, '')].filter(
      ([path, schema]) => path !== '' && !path.endsWith(']') && !/\p{Script=Han}/u.test(titleOf(schema)),
    );
    expect(nameless.map(([path]) => path)).toEqual([]);
  });

  it('have a Chinese name for every choice', () => {
    const latin = [...FORM_NAMES.map((name) => FORMS[name].schema), notice].flatMap((schema) =>
      [...asked(schema, '')].flatMap(([path, field]) => {
        const shape = shapeOf(field);
        const choices = 'choices' in shape ? shape.choices : [];
        return choices.filter(([, words]) => /^[a-z]+$/.test(words)).map(([value]) => `${path}: ${value}`);
      }),
    );
    expect(latin).toEqual([]);
  });
});

describe('who may stand in for somebody', () => {
  const people = [
    ['jia', '示例甲'],
    ['yi', '示例乙'],
  ] as const;
  const offered = (value: object, path: readonly (string | number)[]) =>
    colleagues(value, path, people).map(([id]) => id);

  it('is never the one who is away, nor one’s own deputy', () => {
    expect(offered({ entries: [{ person: 'jia' }] }, ['entries', 0, 'substitute'])).toEqual(['yi']);
    expect(offered({ plan: { week: [{ person: 'yi' }] } }, ['plan', 'week', 0, 'substitute'])).toEqual([
      'jia',
    ]);
    expect(offered({ people: [{ id: 'jia' }] }, ['people', 0, 'deputy'])).toEqual(['yi']);
  });

  it('may be anybody where nobody is named yet; the one who is away can be any of them', () => {
    expect(offered({ vacancies: [{}] }, ['vacancies', 0, 'acting'])).toEqual(['jia', 'yi']);
    expect(offered({ entries: [{ person: 'jia' }] }, ['entries', 0, 'person'])).toEqual(['jia', 'yi']);
  });

  it('stays to be seen where the file says it wrongly', () => {
    const entries = [{ person: 'jia', substitute: 'jia' }];
    expect(offered({ entries }, ['entries', 0, 'substitute'])).toEqual(['jia', 'yi']);
  });
});

describe('what a form writes', () => {
  it('is the file as it was, when nothing was changed', () => {
    const paper = officePaper();
    expect(toText(editOf(paper, OFFICE).bytes ?? new Uint8Array())).toBe(textOf(OFFICE));
  });

  it('leaves out what was emptied, and whatever becomes empty by it', () => {
    const paper = officePaper();
    setField(paper, ['place', 'access', 'hearing'], '备有手写板');
    setField(paper, ['place', 'access', 'hearing'], '  ');
    setField(paper, ['email'], '');
    expect(writtenValue(paper)).toEqual(usual(OFFICE));
  });

  it('is no file at all, where there was none and nothing was typed', () => {
    const paper = openOfficeFile('statistics', undefined);
    setField(paper, ['provenance', 'source'], ' ');
    expect(writtenValue(paper)).toBeUndefined();
  });
});

describe('the check in the form', () => {
  const PRIVATELY = { today: TODAY, publicRepository: false };
  const written = (value: unknown) => [
    {
      kind: 'office',
      schema: FORMS.office.schema,
      file: OFFICE,
      names: { county: 'dong', office: 'jia' },
      value,
    } as const,
  ];

  it.each([
    ['a mobile number', { 'phones[0].number': '13900000000' }],
    [
      'an end before its start',
      { status: { state: 'limited', text: '装修', from: '2026-12-02', until: '2026-12-01' } },
    ],
    ['a telephone without source', { 'provenance.contact': undefined }],
    ['a session that ends before it begins', { 'hours.seasons[0].week[0].sessions[0]': '12:00-08:30' }],
    ['a day verified that is still to come', { 'provenance.contact.verifiedOn': '2027-01-01' }],
    ['a season with a gap', { 'hours.seasons[0].from': '02-01' }],
    ['an identity card number', { note: '请王某持11010519491231002X来所办理' }],
    ['an outdated term', { note: '社区服刑人员来所请先打电话' }],
  ])('says of %s what the content check says', (_, changes) => {
    const change = fields(changes);
    const { problems } = aContent({ [OFFICE]: change });
    const mine = assess(written(change(textOf(OFFICE))), PRIVATELY);
    const inOffice = problems.filter(({ file }) => file === OFFICE);
    expect(inOffice.length).toBeGreaterThan(0);
    expect(mine.map(({ message }) => message)).toEqual(inOffice.map(({ message }) => message));
    expect(mine.every(({ path }) => path !== undefined)).toBe(true);
  });

  it.each([
    ['5299999', '“5299999”区号不全', '改成 0833-5299999'],
    ['8335299999', '“8335299999”区号不全', '改成 0833-5299999'],
    ['13800138000', '“13800138000”是手机号，不公开', '请写办公室的固定电话'],
  ])('says of the number %s what to type for this very office', (number, message, remedy) => {
    const change = fields({ 'phones[0].number': number });
    const [problem] = assess(written(change(textOf(OFFICE))), { ...PRIVATELY, areaCode: '0833' });
    expect(problem).toMatchObject({ message, remedy });
  });

  it.each(['无', '待定', '——', '/', '暂无'])('takes %s for no fact', (filler) => {
    const change = fields({ note: filler });
    expect(assess(written(change(textOf(OFFICE))), PRIVATELY)[0]?.message).toBe(`“${filler}”不是内容`);
  });

  it('takes a month without a figure for none', () => {
    const { problems } = aContent({
      'offices/dong/jia/statistics.json': fields({ months: [{ month: '2026-10' }] }),
    });
    expect(problems.map(({ message }) => message)).toContain('2026-10 一个数也没有写');
  });

  it('proposes what to type, not what to write into a file', () => {
    const change = fields({ 'phones[0].number': '（0833）2123456' });
    expect(assess(written(change(textOf(OFFICE))), PRIVATELY)[0]?.remedy).toBe('改成 0833-2123456');
  });
});

describe('a notice', () => {
  const notice = {
    value: { title: '学法: 安排', category: '教育培训', published: '2026-11-22', source: '示例市司法局' },
    body: '一\r\n\r\n二\n',
    attached: [{ file: 'fujian-1.pdf', title: '计划 "一"', bytes: toBytes('x') }],
  };

  it('becomes a file that the content check accepts', () => {
    const [page] = noticeEdits(notice, { root: '', owner: 'dong/jia', name: '2026-11-22-training' });
    const text = toText(page?.bytes ?? toBytes(''));
    const files = { 'offices/dong/jia/affairs/2026-11-22-training.md': text };
    const { problems } = aContent(files);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('fujian-1.pdf')]);
    expect(text.endsWith('\n一\n\n二\n')).toBe(true);
  });

  const versions = [
    { lang: 'ii', title: 'ꊿꋅ', text: ['ꀀ。', 'ꀁ：“ꀂ”'], source: '示例县民族语言文字工作机构' },
  ];
  const spoken = (transcript?: string) => ({
    ...notice,
    value: { ...notice.value, versions },
    attached: [{ file: 'luyin.mp3', title: '彝语', bytes: toBytes('x'), ...(transcript && { transcript }) }],
  });

  it('carries versions in other languages and recordings with their words, as the content check accepts them', () => {
    const [page] = noticeEdits(spoken('明天下乡：“带好证件”'), {
      root: '',
      owner: 'dong/jia',
      name: '2026-11-22-training',
    });
    const text = toText(page?.bytes ?? toBytes(''));
    const file = 'offices/dong/jia/affairs/2026-11-22-training.md';
    const { problems } = aContent({ [file]: text });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('luyin.mp3')]);
    expect(readFront(text).front).toMatchObject({
      versions,
      attachments: [{ file: 'luyin.mp3', title: '彝语', transcript: '明天下乡：“带好证件”' }],
    });
  });

  it('with a recording whose words nobody wrote is refused, beside the field', () => {
    const kept = [{ file: 'a.pdf', title: '计划' }];
    const problems = assessBody({ ...spoken(), kept }, 'x');
    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      [['attachments', 1, 'transcript'], '录音《彝语》没有文字'],
    ]);
    expect(assessBody({ ...spoken('正文'), kept }, 'x')).toEqual([]);
  });

  it.each([
    ['学习计划.pdf', 'fujian-1.pdf'],
    ['2026 Plan.PDF', '2026-plan.pdf'],
    ['照片.JPEG', 'fujian-1.jpg'],
  ])('%s is attached as %s', (original, name) => {
    expect(attachmentName(original, [])).toBe(name);
  });

  it('gives no two attachments one name', () => {
    expect(attachmentName('学习.pdf', ['fujian-1.pdf'])).toBe('fujian-2.pdf');
    expect(attachmentName('plan.pdf', ['plan.pdf'])).toBe('plan-2.pdf');
  });

  it('gives no attachment the name of another notice’s; one that was sent keeps its own', async () => {
    const forge = {
      list: () => Promise.resolve(['fujian-1.pdf', 'plan.pdf']),
      read: (path: string) => Promise.resolve(stored(path.endsWith('plan.pdf') ? '计划' : '别的')),
    } as Partial<Forge> as Forge;
    const carrying = (...names: string[]) => ({
      attached: names.map((file) => ({ file, title: file, bytes: toBytes('计划') })),
    });
    const all = [carrying('fujian-1.pdf', 'plan.pdf'), carrying('fujian-1.pdf', 'new.pdf')];
    await freeAttachments({ editor: { branch: 'main' } } as AdminData, forge, 'dong/jia', all);
    expect(all.map(({ attached }) => attached.map(({ file }) => file))).toEqual([
      ['fujian-2.pdf', 'plan.pdf'],
      ['fujian-3.pdf', 'new.pdf'],
    ]);
  });

  it('takes no file that runs anything or that is too large', () => {
    expect(refuseAttachment('宏.xlsm', 10)).toMatch(/宏/);
    expect(refuseAttachment('a.pdf', 21 * 1024 * 1024)).toMatch(/超过 20 MB/);
    expect(refuseAttachment('a.pdf', 10)).toBeUndefined();
  });
});

it('texts from a form come alive nowhere in a pull request', () => {
  const told = [
    { where: '说明', before: '待公开', after: '[点这里](https://evil.example) @admin `rm` <img>' },
  ];
  expect(descriptionOf('甲镇司法所', [{ title: '电话', told }])).toContain(
    '\\[点这里\\](https:／／evil.example) ＠admin \\`rm\\` \\<img\\>',
  );
});

it('what is taken away because it should never have been published is not told again in the request', () => {
  const told = [{ where: '补充说明', before: '请持11010519491231002X来所办理', after: '请持证件来所办理' }];
  const words = descriptionOf('甲镇司法所', [{ title: '电话', told }]);
  expect(words).toContain('补充说明：（原来的内容这里不重复） → 请持证件来所办理');
  expect(words).not.toContain('1101051949');
});

it('a request that is gone on with keeps what was told in a line, and no whole text of before', () => {
  const long = Array.from({ length: 20 }, (_, at) => `第${at}段，名单：示例甲`).join('\n\n');
  const told = [{ where: '公告', before: '（没有）', after: '《通知》' }];
  const parts = ['短的，示例甲。', long].map((text) => ({ title: '公告《通知》', told, text }));
  const former = `${descriptionOf('甲镇司法所', parts)}\n\n---\n\n以前提交的：\n\n${descriptionOf('甲镇司法所', parts)}`;
  for (const words of [former, former.replaceAll('\n', '\r\n'), former.slice(0, -20)]) {
    const kept = withoutTexts(words);
    expect(kept).not.toMatch(/示例甲|全文|details/);
    expect(kept.match(/- 公告：（没有） → 《通知》/g)).toHaveLength(4);
    expect(kept).toContain('以前提交的：');
  }
});
