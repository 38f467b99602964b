import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/apply/content-files.ts';
import { migrateCommand } from '../../src/apply/migrate-command.ts';
import { NATIONAL } from '../../src/catalogue/national.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import { CONTENT_VERSION } from '../../src/domain/content-version.ts';
import { recordAt, type Files } from '../../src/editing/files.ts';
import { migrate as forward } from '../../src/migrate/migrate.ts';
import { asMdx } from '../../src/migrate/to-2/texts.ts';
import type { LawRecord } from '../../src/schemas/law.ts';
import { runCommand } from '../helpers/command.ts';
import { aContent, CONTENT_DAY, contentFiles, fields, row, TODAY, writeFiles } from '../helpers/content.ts';
import { VERSION_1 } from '../helpers/content-v1.ts';

let folder = '';
const content = () => join(folder, 'content');
const textOf = (file: string) => readFileSync(join(content(), file), 'utf8');
const data = (file: string) => JSON.parse(textOf(file)) as Record<string, unknown>;
const migrate = (values: object) => runCommand(migrateCommand, { ...values, content: content() });
const problems = (today = TODAY) =>
  loadContent(content(), { today }).problems.filter(({ severity }) => severity === 'error');

beforeEach(() => {
  process.env['SOURCE_DATE_EPOCH'] = '1795831200';
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  writeFiles(content(), contentFiles(VERSION_1));
});
afterEach(() => {
  delete process.env['SOURCE_DATE_EPOCH'];
  rmSync(folder, { recursive: true, force: true });
});

describe('content of program 0.1.0', () => {
  it('is told of in one sentence, not in hundreds of faults', () => {
    expect(problems().map(row)).toEqual([expect.stringMatching(/^site\.json.*第 1 版.*npm run migrate/)]);
  });

  it('becomes content without errors', async () => {
    const { code, err } = await migrate({ write: true });
    expect([code, err]).toEqual([0, '']);
    expect(problems()).toEqual([]);
    expect(data('site.json')).toMatchObject({
      contentVersion: CONTENT_VERSION,
      editor: { data: { branch: 'quxiang', direct: false } },
    });
  });

  it('keeps the name of the body that decides, and what was said behind it', async () => {
    await migrate({ write: true });
    const guide = textOf('services/mediation.mdx');
    expect(guide).toContain('  who: 调解委员会\n  note: 谈不谈得成由双方自己定。自愿\n');
    expect(guide).toContain('sourceNotes:\n  - 份数待核。');
    expect(textOf('services/advice.mdx')).toContain('decides:\n  note: 不作决定，只给意见。自愿\n');
    expect(textOf('services/advice.mdx')).not.toMatch(/certaintyNotes|sourceNotes/);
    expect(textOf('functions/mediation.md')).toMatch(/who: 调解委员会\n.*由双方选。司法所负责指导。/s);
  });

  it('says that a text was read only where that was written', async () => {
    const { out } = await migrate({ write: true });
    expect(data('laws/mediation-law.json')).toMatchObject({
      editions: [{ id: '2010', name: '2010年通过', effective: '2011-01-01' }],
      read: [
        { edition: '2010', on: '2025-04-01', where: '公开的法律全文（核对至2025年4月）', extent: 'articles' },
      ],
      current: '2025-04-01',
      articles: [{ certainty: 'read' }],
    });
    expect(data('laws/dated-law.json')).toMatchObject({ editions: [{ id: '2020' }], read: [] });
    expect(data('laws/numbered-law.json')).toMatchObject({
      editions: [{ id: '2018', name: '2018年的文本' }],
    });
    expect(data('laws/bare-law.json')).toMatchObject({
      editions: [{ name: '没有写版本' }],
      sourceNotes: ['报道'],
    });
    expect(out).toContain('laws/bare-law.json');
    expect(out).not.toContain('    laws/mediation-law.json');
  });

  it('is only shown what would change, unless told to write', async () => {
    const before = filesIn({ content: content() });
    const { code, out } = await migrate({});
    expect(code).toBe(0);
    expect(out).toContain('services/advice.md → services/advice.mdx');
    expect(out).toContain('这是预演');
    expect(filesIn({ content: content() })).toEqual(before);
  });

  it('comes back byte by byte', async () => {
    const before = filesIn({ content: content() });
    await migrate({ write: true });
    const { code } = await migrate({ undo: true });
    expect(code).toBe(0);
    expect(filesIn({ content: content() })).toEqual(before);
    expect(await migrate({ undo: true })).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有可以撤回的'),
    });
  });

  it('does not come back over what somebody has written since', async () => {
    await migrate({ write: true });
    writeFileSync(
      join(content(), 'pages/about.mdx'),
      textOf('pages/about.mdx').replace('四公开', '四项公开'),
    );
    const before = filesIn({ content: content() });
    const { code, err } = await migrate({ undo: true });
    expect([code, err]).toEqual([1, expect.stringContaining('pages/about.mdx')]);
    expect(filesIn({ content: content() })).toEqual(before);
  });

  it('with a fault of its own stays as it is, and the fault is told', async () => {
    writeFiles(content(), new Map([['pages/about.md', '---\ntitle: 关于\n---\n\n正文。\n']]));
    const before = filesIn({ content: content() });
    const { code, err } = await migrate({ write: true });
    expect([code, err]).toEqual([1, expect.stringContaining('description')]);
    expect(filesIn({ content: content() })).toEqual(before);
  });
});

const RELEASED = 'feb0a41';
const hasHistory = spawnSync('git', ['cat-file', '-e', `${RELEASED}^{commit}`], { cwd: ROOT }).status === 0;

describe('the content that 0.1.0 came with', () => {
  it.runIf(hasHistory)('becomes content without errors, and comes back byte by byte', async () => {
    rmSync(content(), { recursive: true });
    mkdirSync(content());
    const archive = execFileSync('git', ['archive', `${RELEASED}:content`], { cwd: ROOT, maxBuffer: 1e8 });
    execFileSync('tar', ['x', '-C', content()], { input: archive });
    const before = filesIn({ content: content() });
    const { code, out } = await migrate({ write: true });
    expect([code, problems(CONTENT_DAY)]).toEqual([0, []]);
    expect(out).toContain('删除（100）');
    await migrate({ undo: true });
    expect(filesIn({ content: content() })).toEqual(before);
  });
});

describe('copies of what now comes with the program', () => {
  const FOLDER = join(ROOT, 'tests/fixtures/content-0.1.0');
  const national = filesIn({ content: NATIONAL });
  const shipped = filesIn({ content: FOLDER });
  const migrated = (code: string, changes: Readonly<Record<string, (text: string) => string>> = {}) => {
    const site = JSON.stringify({ city: { code } });
    const changed = [...shipped].map(
      ([path, body]) => [path, changes[path]?.(String(body)) ?? body] as const,
    );
    return forward(new Map([['site.json', site], ...changed]), national);
  };
  const lawIn = (files: Files, slug: string) => recordAt<LawRecord>(files, `laws/${slug}.json`);
  const softened = { 'services/resettlement.md': (text: string) => text.replace('不是监管', '不管人') };

  it('go where nobody changed them; what the city’s own document says of them stays with it', () => {
    const { files } = migrated('5111');
    expect([...files.keys()].toSorted()).toEqual(['laws/leshan-2018-71.json', 'rules/study.md', 'site.json']);
    const { bearsOn } = lawIn(files, 'leshan-2018-71') ?? {};
    expect(bearsOn).toContainEqual({ text: 'services/resettlement', articles: ['二（五）3'] });
    expect(bearsOn).toContainEqual({ text: 'disclosure/whereabouts', articles: ['二（四）3'] });
  });

  it('another city’s document goes from a city’s copy, with what rests on it', () => {
    expect([...migrated('5101').files.keys()]).toEqual(['site.json']);
  });

  it('another city’s document stays while a text that somebody changed rests on it', () => {
    const { files } = migrated('5101', softened);
    expect([...files.keys()].toSorted()).toContain('laws/leshan-2018-71.json');
  });

  it('a guide that somebody changed stays, is named, and finds the older articles it cites', () => {
    const { files, notes } = migrated('5111', softened);
    expect(files.get('services/resettlement.mdx')).toContain('不管人');
    expect(notes.join()).toContain('services/resettlement.mdx');
    const { editions = [], articles = [] } = lawIn(files, 'prison-law') ?? {};
    expect(editions.map(({ id }) => id)).toEqual(['1994', '2012', '2026']);
    expect(articles).toContainEqual(expect.objectContaining({ article: '第三十七条', edition: '2012' }));
    expect(articles).toContainEqual(expect.objectContaining({ article: '第五十九条' }));
  });

  it('a law that somebody changed stays, with the articles that national texts need', () => {
    const change = (text: string) => text.replace('当地人民政府帮助', '当地政府帮助');
    const { articles = [] } =
      lawIn(migrated('5111', { 'laws/prison-law.json': change }).files, 'prison-law') ?? {};
    expect(articles).toContainEqual(
      expect.objectContaining({ gist: expect.stringContaining('当地政府帮助'), edition: '2012' }),
    );
    expect(articles).toContainEqual(expect.objectContaining({ article: '第五十九条', edition: '2026' }));
  });
});

describe('versions of content', () => {
  it('content newer than the program is refused with a sentence', async () => {
    const { problems: told } = aContent({ 'site.json': fields({ contentVersion: 99, unheard: true }) });
    expect(told.map(row)).toEqual([expect.stringMatching(/第 99 版.*换用更新的程序/)]);
    writeFiles(content(), contentFiles({ 'site.json': fields({ contentVersion: 99 }) }));
    expect(await migrate({ write: true })).toMatchObject({
      code: 1,
      err: expect.stringContaining('第 99 版'),
    });
  });

  it('content of today is left alone', async () => {
    rmSync(content(), { recursive: true });
    writeFiles(content(), contentFiles());
    expect(await migrate({ write: true })).toMatchObject({ code: 0, out: expect.stringContaining('不用改') });
  });

  it('a version that is no number is a fault like others', () => {
    const { problems: told } = aContent({ 'site.json': fields({ contentVersion: '二' }) });
    expect(told.map(({ kind }) => kind)).toContain('value');
  });
});

it.each([
  ['花括号 {甲}', '花括号 ｛甲｝'],
  ['3 < 5', '3 ＜ 5'],
  ['见 <https://example.gov.cn/a>', '见 [https://example.gov.cn/a](https://example.gov.cn/a)'],
  ['打 <tel:12348>', '打 [12348](tel:12348)'],
])('the text %j is written so that MDX reads it as text', (before, after) => {
  expect(asMdx(before)).toBe(after);
});
