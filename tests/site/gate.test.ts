import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRepository, type Repository } from '../helpers/proposals.ts';
import { runJob, type Ran } from '../helpers/workflow-steps.ts';

const OFFICE = 'content/offices/dong/jia/office.json';
const PAGE = 'offices/dong/jia/index.html';

let city: Repository;
let folder = '';
let ran: Ran[] = [];

/** The steps of the workflow on a proposal whose title and branch try to get into a shell. */
beforeAll(() => {
  city = aRepository();
  folder = mkdtempSync(join(tmpdir(), 'gate-job-'));
  const branch = city.propose(() => {
    const text = readFileSync(join(city.folder, OFFICE), 'utf8');
    city.write(OFFICE, text.replace('"kind":', '"note": "周三下乡",\n  "kind":'));
  });
  const remote = join(folder, 'remote', 'ju', 'wangzhan');
  execFileSync('git', ['clone', '-q', '--bare', city.folder, remote]);
  const head = city.git('rev-parse', branch).trim();
  execFileSync('git', ['update-ref', 'refs/pull/7/head', head], { cwd: remote });
  ran = runJob('.github/workflows/gate.yml', 'gate', {
    PROPOSAL: join(folder, 'proposal.git'),
    OUT: join(folder, 'gate'),
    BASE: 'main',
    TOKEN: 'x',
    API: 'http://127.0.0.1:9',
    REPOSITORY: 'ju/wangzhan',
    REMOTE: `file://${remote}`,
    NUMBER: '7',
    HEAD: head,
    AUTHOR: 'jia-sfs',
    SENDER: 'dong-sfj',
    BRANCH: '$(touch gate-was-here)',
    TITLE: '"; touch gate-was-here; "',
    BODY: '`touch gate-was-here`',
    DATA_BRANCH: 'quxiang',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_ENV: join(folder, 'env'),
    SOURCE_DATE_EPOCH: '1795485600',
  });
});
afterAll(() => {
  city.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

describe('the workflow of the gate', () => {
  it('fetches the proposal, judges it and tells the verdict', () => {
    expect(ran.map(({ name, code, out }) => [name, code, code === 0 ? '' : out])).toEqual([
      ['取来修改，只当数据', 0, ''],
      ['检查', 0, ''],
    ]);
    expect(read('gate', 'verdict')).toBe('pass\n');
    expect(['output', 'env'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
    expect(read('gate', 'report.md')).toContain('补充说明：新增 周三下乡');
  });

  it('runs nothing that stands in a title, a description or a branch', () => {
    expect(existsSync('gate-was-here')).toBe(false);
  });

  it('leaves a preview of the pages that change, which opens from any folder', () => {
    const list = read('gate', 'preview', 'index.html');
    expect(list).toContain(`href="after/${PAGE}"`);
    expect(list).not.toContain('laws/');
    const [before, after] = ['before', 'after'].map((side) => read('gate', 'preview', side, PAGE));
    expect([before?.includes('周三下乡'), after?.includes('周三下乡')]).toEqual([false, true]);
    expect(after).not.toMatch(/(?:href|src)="?\//);
  });
});
