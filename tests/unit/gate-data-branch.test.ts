import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRequest } from '../../src/gate/assess.ts';
import { formatGate } from '../../src/gate/report.ts';
import { aRepository, type Repository } from '../helpers/proposals.ts';

const JIA = 'offices/dong/jia/whereabouts.json';
const row = { date: '2026-11-22', person: 'jia', session: '08:30-12:00', state: '在岗' };
const rows = (...entries: object[]) =>
  JSON.stringify({ entries: entries.map((one) => ({ ...row, ...one })) }, null, 2);
const today = (state: string) => rows({ state });

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
    expect(told).toContain('甲镇司法所的去向');
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

  it('made from a branch that was made anew since, it is put on the new one entry by entry', async () => {
    const old = propose(() => city.write(JIA, rows({ state: '公出' }, { date: '2026-11-23' })));
    city.git('switch', '-q', 'quxiang');
    city.write(JIA, rows({}, { session: '14:00-17:00' }));
    city.git('commit', '-qa', '--amend', '-m', '另一天');
    city.git('switch', '-q', 'main');
    const report = await city.gate(old, 'jia-sfs', more);
    expect([report.verdict, report.stuck]).toEqual(['merge', undefined]);
    expect(report.edits.map(({ path, status }) => [path, status])).toEqual([[JIA, 'changed']]);
  });

  it('that changes an entry which somebody else has changed since cannot be written, and it says what to do', async () => {
    const old = propose(() => city.write(JIA, rows({ state: '休假' })));
    city.git('switch', '-q', 'quxiang');
    city.write(JIA, rows({ state: '会议培训' }));
    city.git('commit', '-qam', '改');
    city.git('switch', '-q', 'main');
    const report = await city.gate(old, 'jia-sfs', more);
    expect([report.verdict, report.stuck]).toEqual([
      'fail',
      expect.stringMatching(/2026-11-22 的安排别人也改了。请从最新的内容重新改一次/),
    ]);
    city.git('switch', '-q', 'quxiang');
    city.write(JIA, rows({}));
    city.git('commit', '-qam', '改');
    city.git('switch', '-q', 'main');
  });

  it('reads a bare repository as well as a checkout', async () => {
    const bare = join(city.folder, '.git', 'bare.git');
    const head = propose(() => city.write(JIA, today('休假')));
    execFileSync('git', ['clone', '-q', '--bare', city.folder, bare]);
    expect(readFileSync(join(bare, 'HEAD'), 'utf8')).toContain('main');
    expect((await city.gate(head, 'jia-sfs', { ...more, repository: bare })).verdict).toBe('merge');
  });
});

describe('whereabouts that nobody looks at before they are written', () => {
  const reasons = async (text: string, account = 'jia-sfs') => {
    const report = await gate(() => city.write(JIA, text), account);
    return [report.verdict, ...report.reasons.map(({ message }) => message)];
  };

  it('are an office’s own of the coming days', async () => {
    expect(await reasons(rows({ state: '公出' }, { date: '2026-11-24' }))).toEqual(['merge']);
  });

  it.each([
    ['of a day that is emptied', '{ "entries": [] }', /原来有安排，现在没有了/],
    ['of a day that is far off', rows({}, { date: '2027-11-22' }), /日期可能写错了/],
  ])('are never those %s', async (_, text, why) => {
    expect(await reasons(text)).toEqual(['pass', expect.stringMatching(why)]);
  });

  it('tell the reviewer why somebody must look', async () => {
    const report = await gate(() => city.write(JIA, rows({}, { date: '2027-11-22' })));
    expect(formatGate('markdown', report, '')).toMatch(/能不能自动写入 \| ! 1处要核对/);
  });

  it('are never those of an unknown person', async () => {
    expect((await reasons(rows({}, { date: '2026-11-24', person: 'meiyou' })))[0]).not.toBe('merge');
  });

  it.each([['dong-sfj'], ['shi-sfj'], ['weihu']])(
    'are never sent by %s, who may change them but is not the office',
    async (account) => {
      expect(await reasons(today('公出'), account)).toEqual(['pass', '账号不是登记给这个所的']);
    },
  );

  it('carry no warning, not even a slight one', async () => {
    const head = propose(() => city.write(JIA, today('公出')));
    const report = await city.gate(head, 'jia-sfs', { ...more, text: '（2099）川11民初99999号' });
    expect([report.privacy.length > 0, report.verdict === 'merge']).toEqual([true, false]);
  });

  it('are never deleted with their file, and never proposed to the main branch', async () => {
    const gone = await gate(() => city.remove(JIA));
    expect(gone.verdict).toBe('pass');
    const main = await city.gate(
      city.propose(() => city.write(`content/${JIA}`, today('公出'))),
      'jia-sfs',
    );
    expect([main.verdict, main.refusals]).toEqual([
      'fail',
      [{ path: `content/${JIA}`, message: expect.stringContaining('去向不能进主分支') as string }],
    ]);
  });

  it('are refused on the main branch even where a later commit takes them back, and whoever sends them', async () => {
    const first = city.propose(() => city.write(`content/${JIA}`, today('公出')));
    const both = city.propose(() => city.remove(`content/${JIA}`), { from: first });
    expect((await city.gate(both, 'weihu')).refusals).toHaveLength(1);
    const outside = city.propose(() => city.write(JIA, today('公出')));
    expect((await city.gate(outside, 'weihu')).refusals).toHaveLength(1);
  });
});
