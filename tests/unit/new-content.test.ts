import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newNoticeCommand } from '../../src/scaffold/new/notice-command.ts';
import { newOfficeCommand } from '../../src/scaffold/new/office-command.ts';
import { runCommand } from '../helpers/command.ts';
import { aContent, contentFiles, row, writeFiles } from '../helpers/content.ts';

let folder = '';
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const YI = 'offices/dong/yi/office.json';

const office = (values: object, ...words: string[]) =>
  runCommand(newOfficeCommand, { ...values, content: folder }, ...words);
const notice = (values: object, ...words: string[]) =>
  runCommand(newNoticeCommand, { ...values, content: folder }, ...words);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
  // 乙镇 has no office yet, which the content check reports: the command is the cure.
  writeFiles(folder, contentFiles({ [YI]: null }));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a damaged file of the content', () => {
  it.each([
    ['divisions/dong.json', () => office({ name: '东县乙镇司法所' }, 'dong/yi')],
    ['site.json', () => notice({ title: '值班安排' }, 'city')],
  ])('is named (%s) with what to do; nothing is written', async (file, run) => {
    writeFileSync(join(folder, file), '{ "code": ');
    const { code, err } = await run();
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(
        `${file} 写坏了，读不出来，什么都没有写。运行 npm run check -- --content ${folder}，`,
      ),
    ]);
    expect(existsSync(join(folder, YI))).toBe(false);
  });
});

describe('npm run new:office', () => {
  it('writes what is known, and nothing else; finds what it serves by its name', async () => {
    const { code, out } = await office({ name: '东县乙镇司法所' }, 'dong/yi');
    expect(code).toBe(0);
    // What is to be typed next is about the same content.
    expect(out).toContain(`npm run sheets:export -- --office dong/yi --out 表格 --content ${folder}`);
    expect(out).toContain(`再运行 npm run check -- --content ${folder}。`);
    expect(JSON.parse(textOf(YI))).toEqual({
      name: '东县乙镇司法所',
      shortName: '乙镇司法所',
      kind: 'township',
      status: { state: 'normal' },
      serves: ['991101101'],
      provenance: { establishment: { source: '一乡镇（街道）一所的建设原则，设置待核实' } },
    });
  });

  it('never writes over an office that is there', async () => {
    const before = textOf('offices/dong/jia/office.json');
    const { code, err } = await office({ name: '东县甲镇司法所' }, 'dong/jia');
    expect([code, err]).toEqual([1, expect.stringContaining('已经有了，没有改动')]);
    expect(textOf('offices/dong/jia/office.json')).toBe(before);
  });

  it('writes nothing that the content check refuses', async () => {
    const { code, err } = await office({ name: '东县乙镇司法所', serves: '991101100' }, 'dong/yi');
    expect([code, err]).toEqual([1, expect.stringContaining('内容检查通不过')]);
    expect(existsSync(join(folder, 'offices/dong/yi'))).toBe(false);
  });

  it.each([
    [{ name: '东县乙镇司法所' }, 'Dong/Yi', '用小写拼音'],
    [{ name: '东县乙镇司法所' }, '../dong/yi', '用小写拼音'],
    [{}, 'dong/yi', '--name'],
    [{ name: '东县乙镇' }, 'dong/yi', '司法所”结尾'],
    [{ name: '东县丁镇司法所' }, 'dong/ding', '可以写：甲镇、乙镇'],
    [{ name: '南县乙镇司法所' }, 'nan/yi', '没有“nan”这个县'],
  ])('says what is wrong with %o %s', async (values, id, message) => {
    expect(await office(values, id)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message) as string,
    });
  });
});

describe('npm run new:notice', () => {
  it('writes the front matter and leaves the text to its author', async () => {
    const { code, out } = await notice({ title: '开展宣传: 通知', date: '2026-11-20' }, 'dong/jia');
    expect(code).toBe(0);
    expect(out).toContain('换成正文');
    expect(textOf('offices/dong/jia/affairs/2026-11-20-notices.md')).toBe(
      '---\ntitle: "开展宣传: 通知"\ncategory: 通知公告\npublished: 2026-11-20\nsource: 东县司法局\n---\n\n正文从这里写起。\n',
    );
  });

  it('a notice whose text was not begun cannot be published', () => {
    const file = 'affairs/2026-11-20-notices.md';
    const text =
      '---\ntitle: 通知\ncategory: 通知公告\npublished: 2026-11-20\nsource: 示例市司法局\n---\n\n正文从这里写起。\n';
    expect(aContent({ [file]: text }).problems.map(row)).toEqual([
      `${file}:8:1 prose | - | 还没有写正文 | 把“正文从这里写起。”换成正文`,
    ]);
  });

  it('takes the text from a file, for the whole city too', async () => {
    writeFileSync(join(folder, 'README.md'), '全市的正文。\n');
    const values = {
      title: '全市通知',
      date: '2026-11-20',
      category: '普法计划',
      slug: 'pufa',
      body: join(folder, 'README.md'),
    };
    expect((await notice(values, 'city')).code).toBe(0);
    expect(textOf('affairs/2026-11-20-pufa.md')).toContain('category: 普法计划');
    expect(textOf('affairs/2026-11-20-pufa.md')).toContain('source: 示例市司法局\n---\n\n全市的正文。\n');
    expect((await notice(values, 'city')).err).toContain('已经有了');
  });

  it('takes a text that Windows kept in its own encoding, and refuses what is no text', async () => {
    const body = join(folder, 'README.md');
    const values = { title: '通知', date: '2026-11-20', slug: 'a', body };
    // 全市的正文。 in GBK.
    writeFileSync(body, Buffer.from('c8abcad0b5c4d5fdcec4a1a3', 'hex'));
    expect((await notice(values, 'city')).code).toBe(0);
    expect(textOf('affairs/2026-11-20-a.md')).toContain('---\n\n全市的正文。\n');
    writeFileSync(body, Buffer.from([0xff, 0x00, 0x01]));
    expect((await notice({ ...values, slug: 'b' }, 'city')).err).toContain('README.md：文件不是 UTF-8 文本');
    expect(existsSync(join(folder, 'affairs/2026-11-20-b.md'))).toBe(false);
  });

  it('a second notice of the same kind and day gets a number', async () => {
    const values = { title: '通知', date: '2026-11-20' };
    await notice(values, 'dong/jia');
    expect((await notice(values, 'dong/jia')).out).toContain('2026-11-20-notices-2.md');
  });

  it.each([
    [{}, 'dong/jia', '--title'],
    [{ title: '通知' }, 'dong/ding', '没有“dong/ding”这个司法所'],
    [{ title: '通知', category: '新闻' }, 'dong/jia', '可以写：通知公告'],
    [{ title: '通知', date: '2026-2-30' }, 'dong/jia', '--date 应为日期'],
  ])('says what is wrong with %o %s', async (values, id, message) => {
    expect(await notice(values, id)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message) as string,
    });
  });
});
