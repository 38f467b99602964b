import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOf } from '../../src/reports/signoff/register.ts';
import { signoffCommand } from '../../src/reports/signoff/signoff-command.ts';
import { missingSignOffs, signOffsIn } from '../../src/domain/sign-off.ts';
import { runCommand, runScript } from '../helpers/command.ts';

describe('a message of a merge tells', () => {
  it('who looked, and when', () => {
    expect(
      signOffsIn(
        '更新电话\n\n保密审查：示例甲 2026-11-22\n发布审核: 示例乙（2026年11月23日）\nReviewed-by: 示例丙 <bing@example.com>\n',
      ),
    ).toEqual([
      { kind: 'secrecy', by: '示例甲', on: '2026-11-22' },
      { kind: 'release', by: '示例乙', on: '2026-11-23' },
      { kind: 'release', by: '示例丙', on: undefined },
    ]);
  });

  it('each once, and nothing where it says nothing', () => {
    expect(signOffsIn('Reviewed-by: 示例乙\nreviewed-by: 示例乙')).toHaveLength(1);
    expect(signOffsIn('保密审查：\n说明: 已审核\nReviewed-on: https://git.example/1')).toEqual([]);
    expect(missingSignOffs(signOffsIn('发布审核：示例乙'))).toEqual(['保密审查']);
  });
});

describe('npm run signoff', () => {
  let folder = '';
  const env = {
    ...process.env,
    GIT_COMMITTER_DATE: '2026-11-22T18:00:00Z',
    GIT_AUTHOR_DATE: '2026-11-22T18:00:00Z',
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      env,
      stdio: 'pipe',
    });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    git('add', '-A');
  };
  const run = (values: { since?: string; format?: string; out?: string; strict?: boolean }) =>
    runCommand(signoffCommand, { content: join(folder, 'content'), ...values });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'signoff-'));
    git('init', '-q', '-b', 'main');
    write('content/site.json', '{}');
    git('commit', '-qm', '开始');
    git('tag', 'start');
    git('checkout', '-qb', 'gai');
    write('content/offices/dong/jia/staff.json', '{}');
    git('commit', '-qm', '一步');
    write('content/offices/dong/jia/office.json', '{}');
    git('commit', '-qm', '又一步');
    git('checkout', '-q', 'main');
    git(
      'merge',
      '-q',
      '--no-ff',
      'gai',
      '-m',
      '=更新人员\n\n保密审查：示例甲 2026-11-21\nReviewed-by: 示例乙 <yi@example.com>',
    );
    write('src/x.ts', 'code');
    git('commit', '-qm', '代码');
    write('content/site.json', '{ }');
    git('commit', '-qm', '直接改');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes a merge as one change, with its files, offices and day in Shanghai; code is none', () => {
    const rows = registerOf(join(folder, 'content'), 'start');
    expect(
      rows.map(({ title, on, files, offices, missing }) => ({ title, on, files, offices, missing })),
    ).toEqual([
      {
        title: '直接改',
        on: '2026-11-23',
        files: ['site.json'],
        offices: [],
        missing: ['保密审查', '发布审核'],
      },
      {
        title: '=更新人员',
        on: '2026-11-23',
        files: ['offices/dong/jia/office.json', 'offices/dong/jia/staff.json'],
        offices: ['dong/jia'],
        missing: [],
      },
    ]);
  });

  it('writes a table for Excel beside the site, never into it', async () => {
    const file = join(folder, 'dengji.csv');
    expect((await run({ format: 'csv', out: file })).code).toBe(0);
    const table = readFileSync(file, 'utf8');
    expect(table).toContain(`,2026-11-23,'=更新人员,dong/jia,2,示例甲,2026-11-21,示例乙,2026-11-23,`);
    expect(table).not.toContain('@');
    const { code, err } = await run({ format: 'csv', out: join(folder, 'content', 'dengji.csv') });
    expect([code, existsSync(join(folder, 'content', 'dengji.csv'))]).toEqual([2, false]);
    expect(err).toContain('登记表不公开');
  });

  it('tells what lacks a look, and fails for it when strict', async () => {
    const { code, out } = await run({ since: 'start', strict: true });
    expect(code).toBe(1);
    expect(out).toContain('缺少 保密审查、发布审核');
    expect(out).toContain('2 次改动，1 次没有写全');
    expect((await run({ since: '2026-12-01' })).out).toContain('0 次改动');
    expect((await run({ since: '2026-13-01' })).code).toBe(2);
    expect(JSON.parse((await run({ format: 'json' })).out)).toHaveProperty('changes');
  });

  it('is typed as its help says', () => {
    const own = ['--content', join(folder, 'content'), '--since', 'start'];
    const { code, out } = runScript('signoff', ...own, '--format', 'json', '--strict');
    expect([code, JSON.parse(out)]).toMatchObject([1, { changes: [{}, {}] }]);
    const help = runScript('signoff', '--help');
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('用法：npm run signoff')]);
  });
});
