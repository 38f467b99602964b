import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { formatReport, problemAsAnnotation } from '../../src/command/report.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { fields, replaced, TODAY, withContent, type Overrides } from '../helpers/content.ts';
import { started } from '../helpers/started.ts';

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
function check(overrides: Overrides, ...more: string[]) {
  return withContent(overrides, (folder) => {
    const args = started('check', '--content', folder, '--today', TODAY, ...more);
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { status, out: stdout.replaceAll(folder, 'CONTENT'), err: stderr };
  });
}

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
  it('ends with 0 when nothing is wrong', () => {
    expect(check({})).toMatchObject({ status: 0, out: '检查了 26 个文件，没有错误。\n' });
  });

  it('ends with 0 when there are reminders only', () => {
    const expired = { 'offices/dong/jia/staff.json': fields({ 'vacancies[0].until': '2026-11-01' }) };
    expect(check(expired)).toMatchObject({
      status: 0,
      out: expect.stringContaining('没有错误，1 个提醒') as string,
    });
  });

  it('ends with 1 when something is wrong', () => {
    const { status, out } = check({ 'redirects.json': '{' }, '--format', 'github');
    expect(status).toBe(1);
    expect(out).toBe(
      '::error file=CONTENT/redirects.json,line=1,col=1,title=格式写错了::缺少 }%0A→ 在这里补上 }\n' +
        '检查了 26 个文件，1 个错误。\n',
    );
  });

  it('ends with 2 when called wrongly, and says how to call it', () => {
    for (const wrong of [
      ['--format', 'xml'],
      ['--today', '2026-02-30'],
      ['--content', '/nowhere'],
      ['--nope'],
    ]) {
      const { status, err } = check({}, ...wrong);
      expect(status).toBe(2);
      expect(err).toContain('用法：npm run check');
    }
  });

  it('judges by the day that it is told', () => {
    const future = { 'affairs/2026-11-03-jihua.md': replaced('source:', 'updated: 2026-11-22\nsource:') };
    expect(check(future).status).toBe(0);
    expect(check(future, '--today', '2026-11-21').status).toBe(1);
  });
});
