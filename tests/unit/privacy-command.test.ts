import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanChange } from '../../src/gate/privacy/change.ts';
import { privacyCommand } from '../../src/gate/privacy/privacy-command.ts';
import { runCommand, runScript } from '../helpers/command.ts';
import { contentFiles, writeFiles } from '../helpers/content.ts';

const ID = '11010519491231002X';
const MOBILE = '13800138000';
const TODAY = '2026-11-22';
const NOTICE = 'content/affairs/2026-11-03-jihua.md';

let folder = '';
const git = (...args: string[]) =>
  String(
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder }),
  );

function write(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function commit(message: string): void {
  git('add', '-A');
  git('commit', '-qm', message);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'privacy-'));
  git('init', '-q');
  writeFiles(join(folder, 'content'), contentFiles());
  commit('开始');
  git('tag', 'base');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const added = () =>
  scanChange({ content: join(folder, 'content'), base: 'base', today: TODAY }).found.map(
    ({ file, part, line, kind }) => [file, part, line, kind].filter((one) => one !== undefined).join(' '),
  );

const run = (values: Partial<Record<'base' | 'message-file' | 'branch' | 'format', string>> = {}) =>
  runCommand(privacyCommand, { content: join(folder, 'content'), ...values });

describe('the guard over a change', () => {
  it('finds what is new, committed or not, also outside the content', () => {
    write(NOTICE, `正文\n\n${ID}\n`);
    commit('改');
    write('content/affairs/2026-11-04-xin.md', `${MOBILE}`);
    write('notes.txt', '证件110105194912310021');
    expect(added().sort()).toEqual([
      '../notes.txt 1 identity',
      'affairs/2026-11-03-jihua.md 3 identity',
      'affairs/2026-11-04-xin.md 1 mobile',
    ]);
  });

  it('says nothing of what stood there before', () => {
    write(NOTICE, `${MOBILE}\n`);
    commit('早就有');
    git('tag', '-f', 'base');
    write(NOTICE, `新的一行\n${MOBILE}\n`);
    expect(added()).toEqual([]);
  });

  it('finds what a later commit took away again: it stays in the history', () => {
    write(NOTICE, `${ID}\n`);
    commit('放错了');
    write(NOTICE, '好了\n');
    commit('删掉');
    expect(added()).toEqual(['affairs/2026-11-03-jihua.md 这次提交的旧版本里 1 identity']);
  });

  it('reads the messages of commits', () => {
    write('x.txt', 'x');
    commit(`改电话\n\n张老师 ${MOBILE}`);
    expect(added()).toEqual([expect.stringMatching(/^提交说明 \w+ 3 mobile$/)]);
  });

  it('reads who signs the commits: a private mailbox, a number in a name; not what a forge makes up', () => {
    write('x.txt', 'x');
    git('add', '-A');
    const by = (author: string) => git('commit', '-qm', '改', '--allow-empty', '--author', author);
    by('示例所 <10000@qq.com>');
    by(`${MOBILE} <sfs@example.gov.cn>`);
    by('示例所 <13800138+sfs@users.noreply.example.com>');
    by('示例所 <sfs@example.gov.cn>');
    expect(added()).toEqual([
      expect.stringMatching(/^提交人 \w+ mobile$/),
      expect.stringMatching(/^提交人 \w+ mail$/),
    ]);
  });
});

describe('npm run privacy', () => {
  it('scans a folder: 0 when clean, 1 with the number masked', async () => {
    expect((await run()).code).toBe(0);
    write(NOTICE, `正文 ${ID}\n`);
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('1:4 【不能公开】像是身份证号（11***************X）');
    expect(out).not.toContain(ID);
  });

  it('scans a message before it is committed, without the remarks of git, and a branch', async () => {
    write('msg', `改 ${MOBILE}\n# ${ID}\n`);
    const { code, out } = await run({
      'message-file': join(folder, 'msg'),
      branch: 'gai/138-0013-8000',
      format: 'json',
    });
    expect(code).toBe(1);
    const { found } = JSON.parse(out) as { found: Record<string, unknown>[] };
    expect(found.map(({ file, kind }) => [file, kind])).toEqual([
      ['分支名', 'mobile'],
      ['提交说明', 'mobile'],
    ]);
    expect(out).not.toContain(MOBILE);
  });

  it('annotates a proposal', async () => {
    write(NOTICE, `正文 ${MOBILE}\n`);
    const { out } = await run({ base: 'base', format: 'github' });
    expect(out).toMatch(
      /^::error file=.*affairs\/2026-11-03-jihua\.md,line=1,col=4,title=手机号::像是手机号/m,
    );
  });

  it('says what it can do, and refuses what it does not know', async () => {
    const help = runScript('privacy', '--help');
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('用法：npm run privacy')]);
    const typed = runScript('privacy', '--content', join(folder, 'content'), '--branch', MOBILE);
    expect([typed.code, typed.out]).toEqual([1, expect.stringContaining('分支名')]);
    expect((await run({ base: 'nowhere' })).code).toBe(2);
    expect((await run({ format: 'x' })).code).toBe(2);
  });
});
