import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRequest } from '../../src/gate/assess.ts';
import { formatGate } from '../../src/gate/report.ts';
import { aRepository, type Repository } from '../helpers/proposals.ts';

const JIA = 'offices/dong/jia/whereabouts.json';
const today = (state: string) =>
  JSON.stringify(
    { entries: [{ date: '2026-11-22', person: 'jia', session: '08:30-12:00', state }] },
    null,
    2,
  );

let city: Repository;
let more: Partial<GateRequest> = {};

/** The branch of whereabouts has nothing in common with main. */
beforeAll(() => {
  city = aRepository({ 'offices/dong/jia/whereabouts.json': null });
  city.git('switch', '-q', '--orphan', 'quxiang');
  city.write(JIA, today('在岗'));
  city.git('add', '-A');
  city.git('commit', '-qm', '去向');
  city.git('switch', '-q', 'main');
  more = { base: 'quxiang', place: { prefix: '', rest: join(city.folder, 'content') } };
});
afterAll(() => city.close());

const propose = (act: () => void) => city.propose(act, { from: 'quxiang' });
const gate = (act: () => void, account = 'jia-sfs') => city.gate(propose(act), account, more);

describe('the gate on a proposal to the branch of whereabouts', () => {
  it('of the own office may merge by itself, and the comment does not repeat where anybody is', async () => {
    const report = await gate(() => city.write(JIA, today('公出')));
    expect(report.verdict).toBe('merge');
    const told = formatGate('markdown', report, '');
    expect(told).toContain(JIA);
    expect(told).not.toContain('公出');
    expect(formatGate('json', report, '')).not.toContain('公出');
  });

  it('tells faults by the branch’s own names', async () => {
    const report = await gate(() => city.write(JIA, today('看病')));
    expect(report.verdict).toBe('fail');
    expect(report.problems.map(({ file }) => file)).toContain(JIA);
    expect(formatGate('json', report, '')).not.toContain('看病');
  });

  it('takes people and owners from main, and nothing but whereabouts', async () => {
    const stranger = await gate(() => city.write(JIA, today('在岗').replace('"jia"', '"meiyou"')));
    expect(stranger.problems.map(({ kind }) => kind)).toContain('reference');
    const other = await gate(() => city.write('offices/xi/bing/whereabouts.json', '{ "entries": [] }'));
    expect(other.ownership.faults).toHaveLength(1);
    const beyond = await gate(() => city.write('offices/dong/jia/office.json', '{}'));
    expect(beyond.ownership.faults).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('去向分支里只放各所的 whereabouts.json') as string,
      }),
    ]);
  });

  it('made from a branch that was made anew since, it cannot be merged, and it says what to do', async () => {
    const old = propose(() => city.write(JIA, today('公出')));
    city.git('switch', '-q', 'quxiang');
    city.git('commit', '-q', '--amend', '-m', '另一天');
    city.git('switch', '-q', 'main');
    const report = await city.gate(old, 'jia-sfs', more);
    expect([report.verdict, report.stuck]).toEqual([
      'fail',
      expect.stringContaining('从最新的内容重新改一次'),
    ]);
  });

  it('reads a bare repository as well as a checkout', async () => {
    const bare = join(city.folder, '.git', 'bare.git');
    const head = propose(() => city.write(JIA, today('休假')));
    execFileSync('git', ['clone', '-q', '--bare', city.folder, bare]);
    expect(readFileSync(join(bare, 'HEAD'), 'utf8')).toContain('main');
    expect((await city.gate(head, 'jia-sfs', { ...more, repository: bare })).verdict).toBe('merge');
  });
});
