import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFiles, fields, writeFiles } from '../helpers/content.ts';
import { started } from '../helpers/started.ts';

/** A repository with a small city: the telephone was verified long ago, and is verified anew in the checkout. */
let folder = '';
const content = () => join(folder, 'content');
const OFFICE = 'offices/dong/jia/office.json';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });

const verified = (on: string) =>
  contentFiles({ [OFFICE]: fields({ 'provenance.contact': { source: '局', verifiedOn: on } }) });

function run(script: string, ...args: string[]) {
  const result = spawnSync(process.execPath, started(script, ...args), {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795485600' },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-'));
  git('init', '-q');
  writeFiles(content(), verified('2026-01-01'));
  git('add', '-A');
  git('commit', '-qm', 'base');
  writeFiles(content(), verified('2026-11-01'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run disclosure', () => {
  it('says in Markdown what a change does, and leaves the checkout as it is', () => {
    const before = String(git('status', '--porcelain'));
    const { code, out } = run('disclosure', '--base', 'HEAD', '--content', content(), '--format', 'markdown');
    expect(out).toContain('| 办公电话 | ◐ 待核实');
    expect(out).toMatch(/● 已公开（至2027-01-30） \| ↑ 多公开/);
    expect(code).toBe(0);
    expect(String(git('status', '--porcelain'))).toBe(before);
  });

  it('gives the same as JSON', () => {
    const { out } = run('disclosure', '--base', 'HEAD', '--content', content(), '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ offices: [{ id: 'dong/jia', cells: [{ effect: 'better' }] }] });
  });

  it('fails where the change breaks the content, and says how', () => {
    writeFileSync(join(content(), 'disclosure.json'), '{');
    const { code, out } = run('disclosure', '--base', 'HEAD', '--content', content(), '--format', 'markdown');
    writeFiles(content(), verified('2026-11-01'));
    expect(code).toBe(1);
    expect(out).toContain('disclosure.json');
  });

  it('explains wrong usage', () => {
    expect(run('disclosure', '--content', content())).toMatchObject({ code: 2 });
    expect(run('disclosure', '--base', 'no-such', '--content', content()).err).toContain(
      '没有这个版本：no-such',
    );
    expect(run('disclosure', '--base', '--all', '--content', content()).code).toBe(2);
  });
});

describe('npm run upkeep', () => {
  it('lists what is due, and the indicators with their thresholds', () => {
    const { out } = run('upkeep', '--content', content(), '--days', '90', '--format', 'markdown');
    expect(out).toContain('2027-01-30以后不再有效');
    expect(out).toMatch(/\| 空白栏目 \| 空白栏目5个以上 \|/);
  });

  it('explains wrong usage', () => {
    expect(run('upkeep', '--days', 'x').code).toBe(2);
    expect(run('upkeep', '--help')).toMatchObject({ code: 0 });
  });
});
