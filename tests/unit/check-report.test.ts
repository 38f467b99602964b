import { describe, expect, it } from 'vitest';
import { formatReport, problemAsAnnotation } from '../../src/command/report.ts';
import { withWorkspace } from '../../src/command/workspace.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { checkCommand } from '../../src/reports/check-command.ts';
import { runCommand, runScript } from '../helpers/command.ts';
import { contentFiles, fields, replaced, TODAY, writeFiles, type Overrides } from '../helpers/content.ts';

const problem: Problem = {
  kind: 'value',
  severity: 'error',
  file: 'offices/dong/jia/office.json',
  line: 13,
  column: 7,
  field: '电话 phones[0].number',
  message: '100% 不对，\n请改',
  remedy: '改成 "number": "0833-2123456"',
};

/** Runs the command on a small city. */
const check = (overrides: Overrides, values: { format?: string; today?: string; content?: string } = {}) =>
  withWorkspace(async (folder) => {
    writeFiles(folder, contentFiles(overrides));
    const { code, out, err } = await runCommand(checkCommand, { content: folder, today: TODAY, ...values });
    return { code, out: out.replaceAll(folder, 'CONTENT'), err };
  });

describe('the report of problems', () => {
  it('groups them by file, with place, kind, words and remedy', () => {
    const text = formatReport('text', { problems: [problem], files: 3, folder: 'content' });
    expect(text).toBe(
      [
        'content/offices/dong/jia/office.json',
        '  ✗ 13:7 【内容不合要求】电话 phones[0].number：100% 不对，\n请改',
        '      → 改成 "number": "0833-2123456"',
        '',
        '检查了 3 个文件，1 个错误。',
      ].join('\n'),
    );
  });

  it('names the content in what is to be typed, unless it is the usual one', () => {
    const remedies = [
      '运行 npm run migrate 看要改什么，确认后加 --write',
      '对照以后运行 npm run adapt -- --renew services/x.json',
    ];
    const told = (folder: string, format: 'text' | 'github') =>
      formatReport(format, {
        problems: remedies.map((remedy) => ({ ...problem, remedy })),
        files: 1,
        folder,
      });
    for (const format of ['text', 'github'] as const) {
      expect(told('bie chu/neirong', format)).toContain(
        '运行 npm run migrate -- --content "bie chu/neirong" 看要改什么，确认后加 --write',
      );
      expect(told('neirong', format)).toContain(
        '运行 npm run adapt -- --content neirong --renew services/x.json',
      );
      for (const remedy of remedies) expect(told('content', format)).toContain(remedy);
    }
  });

  it('escapes what GitHub would read as commands', () => {
    expect(problemAsAnnotation({ ...problem, file: 'a,b:c.json' }, '')).toBe(
      '::error file=a%2Cb%3Ac.json,line=13,col=7,title=内容不合要求::' +
        '电话 phones[0].number：100%25 不对，%0A请改%0A→ 改成 "number": "0833-2123456"',
    );
  });

  it('gives programs everything, with counts', () => {
    const warning: Problem = { ...problem, severity: 'warning' };
    expect(JSON.parse(formatReport('json', { problems: [problem, warning], files: 3, folder: '' }))).toEqual({
      problems: [problem, warning],
      counts: { files: 3, errors: 1, warnings: 1 },
    });
  });
});

describe('npm run check', () => {
  it('ends with 0 when nothing is wrong', async () => {
    expect(await check({})).toMatchObject({ code: 0, out: '检查了 26 个文件，没有错误。\n' });
  });

  it('ends with 0 when there are reminders only', async () => {
    const expired = { 'offices/dong/jia/staff.json': fields({ 'vacancies[0].until': '2026-11-01' }) };
    expect(await check(expired)).toMatchObject({
      code: 0,
      out: expect.stringContaining('没有错误，1 个提醒') as string,
    });
  });

  it('ends with 1 when something is wrong', async () => {
    const { code, out } = await check({ 'redirects.json': '{' }, { format: 'github' });
    expect(code).toBe(1);
    expect(out).toBe(
      '::error file=CONTENT/redirects.json,line=1,col=1,title=格式写错了::缺少 }%0A→ 在这里补上 }\n' +
        '检查了 26 个文件，1 个错误。\n',
    );
  });

  it('ends with 2 when called wrongly', async () => {
    for (const wrong of [{ format: 'xml' }, { today: '2026-02-30' }, { content: '/nowhere' }])
      expect((await check({}, wrong)).code, JSON.stringify(wrong)).toBe(2);
  });

  it('says how to call it: asked, and when called wrongly', () => {
    for (const [args, ...said] of [
      [['--nope'], 2, '', expect.stringContaining('用法：npm run check')],
      [['--format', 'xml'], 2, '', expect.stringContaining('用法：npm run check')],
      [['--help'], 0, expect.stringContaining('用法：npm run check'), ''],
    ] as const) {
      const { code, out, err } = runScript('check', ...args);
      expect([code, out, err]).toEqual(said);
    }
  });

  it('judges by the day that it is told', async () => {
    const future = { 'affairs/2026-11-03-jihua.md': replaced('source:', 'updated: 2026-11-22\nsource:') };
    expect((await check(future)).code).toBe(0);
    expect((await check(future, { today: '2026-11-21' })).code).toBe(1);
  });
});
