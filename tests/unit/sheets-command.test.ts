import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/apply/sheets/export-command.ts';
import { importCommand } from '../../src/apply/sheets/import-command.ts';
import { ROOT } from '../../src/command/command.ts';
import { runCommand } from '../helpers/command.ts';
import { contentFiles, writeFiles } from '../helpers/content.ts';

let folder = '';
const content = () => join(folder, 'content');
const OFFICE = 'offices/dong/jia/office.json';
const textOf = (file: string) => readFileSync(join(content(), file), 'utf8');

const here = (name: string) => join(folder, name);

const run = <O extends object>(
  command: {
    run: (values: O & { content: string }, words: readonly string[]) => Promise<number | undefined>;
  },
  values: O,
  ...words: readonly string[]
) => runCommand(command, { ...values, content: content() }, ...words);

const sheet = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  writeFiles(content(), contentFiles());
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run sheets:export', () => {
  it('writes a workbook for each county, or for one office; brought back, they change nothing', async () => {
    expect((await run(exportCommand, { out: here('biao') })).code).toBe(0);
    expect((await run(exportCommand, { out: here('biao'), office: 'samples/shili' })).code).toBe(0);
    const books = readdirSync(join(folder, 'biao')).sort();
    expect(books).toEqual(['东县.xlsx', '示例镇司法所.xlsx', '西县.xlsx']);
    const { code, out } = await run(
      importCommand,
      { write: true },
      ...books.map((name) => here(join('biao', name))),
    );
    expect(code).toBe(0);
    expect(out.match(/没有要改的/g)).toHaveLength(3);
  });

  it('a folder with a space in its name stands in quotes in what is to be typed next', async () => {
    const { out } = await run(exportCommand, { out: here('填 报'), county: 'dong' });
    expect(out).toMatch(/sheets:import -- "[^"]*填 报\/东县\.xlsx" --content \S+\/content$/m);
  });

  it('never puts a fresh workbook in the place of one that may be filled in, unless it is told to', async () => {
    sheet('东县.xlsx', '填好的');
    const { code, err } = await run(exportCommand, { out: folder });
    expect(code).toBe(1);
    expect(err).toMatch(/东县\.xlsx\n换一个文件夹/);
    expect(readdirSync(folder).sort()).toEqual(['content', '东县.xlsx']);
    expect(readFileSync(here('东县.xlsx'), 'utf8')).toBe('填好的');
    expect((await run(exportCommand, { out: folder, force: true })).code).toBe(0);
    expect(readFileSync(here('东县.xlsx'), 'utf8')).not.toBe('填好的');
  });

  it('a sample that comes with the program is written whole', async () => {
    const from = join(ROOT, 'content');
    await runCommand(exportCommand, { out: here('biao'), office: 'samples/shili-jia', content: from });
    const { out } = await runCommand(
      importCommand,
      { content: from },
      here('biao/示例县示例甲镇司法所.xlsx'),
    );
    expect(Number(/认出 (\d+) 行，没有要改的/.exec(out)?.[1])).toBeGreaterThan(30);
  });

  it('a sample that comes with the program is not to be edited, and this is the reason that is given', async () => {
    sheet('示例.csv', '司法所,电子邮箱', '示例甲镇司法所,x@example.gov.cn');
    const from = join(ROOT, 'content');
    const { code, err } = await runCommand(importCommand, { content: from }, here('示例.csv'));
    expect([code, err]).toEqual([1, expect.stringMatching(/^\s*示例县示例甲镇司法所是随程序来的示例.*删掉/)]);
  });

  it('says which counties and offices there are when asked for another', async () => {
    expect((await run(exportCommand, { out: here('biao'), county: 'nan' })).err).toContain(
      '可以写：dong、xi',
    );
    expect((await run(exportCommand, { out: here('biao'), office: 'nan' })).code).toBe(2);
    expect((await run(exportCommand, {})).err).toContain('--out');
  });
});

describe('npm run sheets:import', () => {
  it('shows before and after by office and writes nothing until it is told to', async () => {
    sheet('a.csv', '司法所,电子邮箱', '甲镇,jia@example.gov.cn');
    const before = textOf(OFFICE);
    const { code, out } = await run(importCommand, {}, here('a.csv'));
    expect(code).toBe(0);
    expect(out).toContain('甲镇司法所\n  司法所\n      电子邮箱：（空） → jia@example.gov.cn');
    expect(out).toContain('还没有写入');
    expect(textOf(OFFICE)).toBe(before);
    expect((await run(importCommand, { write: true }, here('a.csv'))).out).toContain('已写入 1 个文件');
    const fresh = textOf(OFFICE)
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    // The day on which the contacts were verified is older than the change: it goes.
    expect(fresh).toEqual(['  "email": "jia@example.gov.cn",', '      "source": "示例市司法局"']);
  });

  it('two tables for one office are laid one over the other', async () => {
    sheet('a.csv', '司法所,电子邮箱', '甲镇,jia@example.gov.cn');
    sheet('b.csv', '司法所,加挂牌子', '甲镇,公共法律服务工作站');
    expect((await run(importCommand, { write: true }, here('a.csv'), here('b.csv'))).code).toBe(0);
    expect(JSON.parse(textOf(OFFICE))).toMatchObject({
      email: 'jia@example.gov.cn',
      plates: ['公共法律服务工作站'],
    });
  });

  it('two tables with a notice each for one office and day lose neither', async () => {
    for (const title of ['值班安排', '学法安排'])
      sheet(`${title}.csv`, '司法所,标题,类别,发布日期,正文', `甲镇,${title},通知公告,2026-11-20,正文`);
    const { code } = await run(importCommand, { write: true }, here('值班安排.csv'), here('学法安排.csv'));
    expect(code).toBe(0);
    const affairs = join(content(), 'offices/dong/jia/affairs');
    const titles = readdirSync(affairs).map((file) => readFileSync(join(affairs, file), 'utf8'));
    expect(titles.join('\n')).toMatch(/值班安排[^]*学法安排|学法安排[^]*值班安排/);
  });

  it('a star stands for every table of the name, also where the shell leaves it as it is', async () => {
    sheet('a-1.csv', '司法所,电子邮箱', '甲镇,jia@example.gov.cn');
    sheet('a-2.csv', '司法所,加挂牌子', '甲镇,公共法律服务工作站');
    expect((await run(importCommand, { write: true }, here('a-*.csv'))).code).toBe(0);
    expect(JSON.parse(textOf(OFFICE))).toMatchObject({
      email: 'jia@example.gov.cn',
      plates: ['公共法律服务工作站'],
    });
  });

  it('a folder stands for the tables in it; what a program left beside an open one is skipped, and this is said', async () => {
    mkdirSync(here('biao'));
    sheet('biao/a.csv', '司法所,电子邮箱', '甲镇,jia@example.gov.cn');
    for (const name of ['~$a.xlsx', '.~lock.a.csv#', '.~b.xls', 'shuoming.docx', '.DS_Store'])
      sheet(`biao/${name}`, 'PK');
    const { code, out } = await run(importCommand, { write: true }, here('biao'));
    expect([code, out.match(/^跳过 .+$/gm)]).toEqual([
      0,
      [
        expect.stringMatching(/\.~b\.xls：.*先保存、关闭再导入。$/),
        expect.stringMatching(/\.~lock\.a\.csv#：.*先保存、关闭再导入。$/),
        expect.stringMatching(/shuoming\.docx：不是 \.xlsx/),
        expect.stringMatching(/~\$a\.xlsx：.*先保存、关闭再导入。$/),
      ],
    ]);
    expect(JSON.parse(textOf(OFFICE))).toMatchObject({ email: 'jia@example.gov.cn' });
    expect((await run(importCommand, {}, here('biao/~$a.xlsx'))).code).toBe(2);
  });

  it('with one fault anywhere nothing is written', async () => {
    sheet('a.csv', '司法所,电子邮箱', '甲镇,jia@example.gov.cn', '乙镇,不知道');
    const before = textOf(OFFICE);
    const { code, out, err } = await run(importCommand, { write: true }, here('a.csv'));
    expect(code).toBe(1);
    expect(out).toContain('第 3 行「电子邮箱」：“不知道”不是邮箱地址');
    expect(err).toContain('什么都没有写');
    expect(textOf(OFFICE)).toBe(before);
  });

  it('what the content check refuses is not written either', async () => {
    sheet('a.csv', '司法所,状态,状态说明,关闭日期,接替的司法所', '甲镇,已关闭,并入丁镇,2026-11-01,dong/ding');
    const before = textOf(OFFICE);
    const { code, err } = await run(importCommand, { write: true }, here('a.csv'));
    expect(code).toBe(1);
    expect(err).toContain('改完以后内容检查通不过');
    expect(textOf(OFFICE)).toBe(before);
  });

  it('whereabouts go to their own folder', async () => {
    const own = join(folder, 'quxiang');
    writeFiles(own, new Map([['offices/dong/jia/whereabouts.json', { entries: [] }]]));
    sheet('a.csv', '司法所,日期,人员,时段,去向', '甲镇,2026-11-23,示例甲,9:00-12:00,公出');
    expect((await run(importCommand, { write: true, whereabouts: own }, here('a.csv'))).code).toBe(0);
    expect(readFileSync(join(own, 'offices/dong/jia/whereabouts.json'), 'utf8')).toContain('"state": "公出"');
    expect(textOf('offices/dong/jia/whereabouts.json')).not.toContain('公出');
  });

  it('a fault that a workbook would bring into the folder of whereabouts is told by the file that lies there', async () => {
    const own = join(folder, 'quxiang');
    const entry = { date: '2026-11-23', person: 'jia', session: '09:00-12:00', state: '公出' };
    writeFiles(own, new Map([['offices/dong/jia/whereabouts.json', { entries: [entry] }]]));
    sheet('a.csv', '司法所,日期,人员,时段,去向', '甲镇,2026-11-23,示例甲,10:00-11:00,公出');
    const { code, err } = await run(importCommand, { whereabouts: own }, here('a.csv'));
    expect(code).toBe(1);
    expect(err).toContain(join(own, 'offices/dong/jia/whereabouts.json'));
  });

  it('whereabouts without a folder of their own are refused, and nothing of the workbook is written', async () => {
    const file = 'offices/dong/jia/whereabouts.json';
    const before = textOf(file);
    sheet('a.csv', '司法所,日期,人员,时段,去向', '甲镇,2026-11-23,示例甲,9:00-12:00,公出');
    for (const values of [{ write: true }, {}, { write: true, whereabouts: content() }]) {
      const { code, err } = await run(importCommand, values, here('a.csv'));
      expect([code, err]).toEqual([1, expect.stringContaining('去向放在数据分支里')]);
    }
    expect(textOf(file)).toBe(before);
  });

  it('a file that is no table is told by name', async () => {
    sheet('a.xlsx', 'PK nothing');
    expect((await run(importCommand, {}, here('a.xlsx'))).err).toContain('a.xlsx：打不开这个表格');
    expect((await run(importCommand, {})).code).toBe(2);
  });
});
