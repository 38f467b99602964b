import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { disclosureCommand } from '../../src/reports/disclosure-command.ts';
import { upkeepCommand } from '../../src/reports/upkeep-command.ts';
import { runCommand, runScript } from '../helpers/command.ts';
import { contentFiles, fields, writeFiles } from '../helpers/content.ts';

/** A repository with a small city: the telephone was verified long ago, and is verified anew in the checkout. */
let folder = '';
const content = () => join(folder, 'content');
const OFFICE = 'offices/dong/jia/office.json';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });

const verified = (on: string) =>
  contentFiles({ [OFFICE]: fields({ 'provenance.contact': { source: '局', verifiedOn: on } }) });

const disclose = (values: { base?: string; format?: string }) =>
  runCommand(disclosureCommand, { content: content(), ...values });

beforeAll(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1795485600');
  folder = mkdtempSync(join(tmpdir(), 'disclosure-'));
  git('init', '-q');
  writeFiles(content(), verified('2026-01-01'));
  git('add', '-A');
  git('commit', '-qm', 'base');
  writeFiles(content(), verified('2026-11-01'));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run disclosure', () => {
  it('says in Markdown what a change does, and leaves the checkout as it is', async () => {
    const before = String(git('status', '--porcelain'));
    const { code, out } = await disclose({ base: 'HEAD', format: 'markdown' });
    expect(out).toContain('| 办公电话 | ◐ 待核实');
    expect(out).toMatch(/● 已公开（至2027-01-30） \| ↑ 多公开/);
    expect(code).toBe(0);
    expect(String(git('status', '--porcelain'))).toBe(before);
  });

  it('gives the same as JSON', async () => {
    const { out } = await disclose({ base: 'HEAD', format: 'json' });
    expect(JSON.parse(out)).toMatchObject({ offices: [{ id: 'dong/jia', cells: [{ effect: 'better' }] }] });
  });

  it('fails where the change breaks the content, and says how', async () => {
    writeFileSync(join(content(), 'disclosure.json'), '{');
    const { code, out } = await disclose({ base: 'HEAD', format: 'markdown' });
    writeFiles(content(), verified('2026-11-01'));
    expect(code).toBe(1);
    expect(out).toContain('disclosure.json');
  });

  it('explains wrong usage', async () => {
    expect((await disclose({})).code).toBe(2);
    expect((await disclose({ base: 'no-such' })).err).toContain('没有这个版本：no-such');
    const { code, err } = runScript('disclosure', '--base', '--all', '--content', content());
    expect([code, err]).toEqual([2, expect.stringContaining('用法：npm run disclosure')]);
  });
});

describe('npm run upkeep', async () => {
  it('lists what is due, and the indicators with their thresholds', async () => {
    const { out } = await runCommand(upkeepCommand, { content: content(), days: '90', format: 'markdown' });
    expect(out).toContain('2027-01-30以后不再有效');
    expect(out).toMatch(/\| 空白栏目 \| 空白栏目5个以上 \|/);
  });

  it('explains wrong usage', () => {
    const { code, err } = runScript('upkeep', '--content', content(), '--days', 'x');
    expect([code, err]).toEqual([2, expect.stringContaining('用法：npm run upkeep')]);
    expect(runScript('upkeep', '--help').code).toBe(0);
  });
});
