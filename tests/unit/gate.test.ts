import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatGate, GATE_FORMATS } from '../../src/gate/report.ts';
import type { GateReport } from '../../src/gate/assess.ts';
import { aRepository, type Repository } from '../helpers/proposals.ts';

const JIA = 'content/offices/dong/jia';
const OFFICE = `${JIA}/office.json`;
const OTHER = 'content/offices/xi/bing/office.json';

let city: Repository;
beforeAll(() => {
  city = aRepository();
});
afterAll(() => city.close());

const read = (file: string) => readFileSync(join(city.folder, file), 'utf8');
const edit = (file: string, from: string, to: string) => {
  const text = read(file);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  city.write(
    file,
    text.replace(from, () => to),
  );
};
const note = (file: string) => edit(file, '"kind":', '"note": "周三下乡",\n  "kind":');

const faults = ({ ownership }: GateReport) =>
  ownership.faults.map(({ path, message }) => `${path} ${message}`);
const markdown = (report: GateReport) => formatGate('markdown', report, 'content');

describe('the gate on a proposal: whose files', () => {
  it('an office changes its own file: passes, and a person looks at it', async () => {
    const report = await city.gate(
      city.propose(() => note(OFFICE)),
      'JIA-sfs',
    );
    expect(report.verdict).toBe('pass');
    expect(report.edits[0]?.steps).toEqual(['补充说明：新增 周三下乡']);
    expect(markdown(report)).toContain('补充说明：新增 周三下乡');
  });

  it.each([
    ['its own', '/offices/dong/jia/affairs/2026-11-02-tongzhi/', []],
    ['another office’s', '/offices/xi/bing/', ['content/withdrawn.json']],
    ['the city’s', '/affairs/2026-11-03-jihua/', ['content/withdrawn.json']],
  ])('an office withdraws a notice and lists its address: %s', async (_, url, refused) => {
    const branch = city.propose(() => {
      city.remove(`${JIA}/affairs/2026-11-02-tongzhi.md`);
      const withdrawn = [{ url, on: '2026-11-22', reason: 'other', number: 1 }];
      city.write('content/withdrawn.json', `${JSON.stringify({ withdrawn })}\n`);
    });
    const report = await city.gate(branch, 'jia-sfs');
    expect(report.ownership.faults.map(({ path }) => path)).toEqual(refused);
    expect(report.verdict).toBe(refused.length > 0 ? 'fail' : 'pass');
  });

  it('an office takes nothing out of the list of what was withdrawn', async () => {
    const list = (...urls: string[]) => {
      const withdrawn = urls.map((url) => ({ url, on: '2026-11-22', reason: 'other', number: 1 }));
      city.write('content/withdrawn.json', `${JSON.stringify({ withdrawn })}\n`);
    };
    const first = '/offices/dong/jia/affairs/2026-11-01-a/';
    const from = city.propose(() => list(first));
    const more = city.propose(() => list(first, '/offices/dong/jia/affairs/2026-11-01-b/'), { from });
    const instead = city.propose(() => list('/offices/dong/jia/affairs/2026-11-01-b/'), { from });
    const gate = async (branch: string) => (await city.gate(branch, 'jia-sfs', { base: from })).verdict;
    expect([await gate(more), await gate(instead)]).toEqual(['pass', 'fail']);
  });

  it('another office’s file is refused, whatever the branch is called', async () => {
    city.git(
      'branch',
      '-q',
      'xi/bing/gai',
      city.propose(() => note(OTHER)),
    );
    const report = await city.gate('xi/bing/gai', 'jia-sfs', { branch: 'xi/bing/gai' });
    expect(report.verdict).toBe('fail');
    expect(faults(report)).toEqual([
      `${OTHER} 越权改动：这是丙镇司法所的文件，账号 jia-sfs 负责的是甲镇司法所；撤回对这个文件的改动`,
    ]);
  });

  it('a county may change its offices, not those of another county', async () => {
    const branch = city.propose(() => [note(OFFICE), note(OTHER)]);
    expect(faults(await city.gate(branch, 'dong-sfj'))).toEqual([expect.stringContaining(OTHER)]);
    expect((await city.gate(branch, 'shi-sfj')).verdict).toBe('pass');
  });

  it('everybody behind a proposal must be allowed: its author, and whoever pushed to it', async () => {
    const branch = city.propose(() => note(OFFICE));
    expect((await city.gate(branch, '', { accounts: ['jia-sfs', 'dong-sfj'] })).verdict).toBe('pass');
    expect((await city.gate(branch, '', { accounts: ['jia-sfs', 'moshengren'] })).verdict).toBe('fail');
  });

  it.each([
    ['services', 'content/services/mediation.mdx'],
    ['laws', 'content/laws/mediation-law.json'],
    ['site.json', 'content/site.json'],
    ['owners.json', 'content/owners.json'],
    ['workflows', '.github/workflows/ci.yml'],
    ['package.json', 'package.json'],
    ['src', 'src/pages/index.astro'],
  ])('%s are the maintainers’', async (_, file) => {
    const branch = city.propose(() => city.write(file, file.startsWith('content') ? `${read(file)}\n` : 'x'));
    expect(faults(await city.gate(branch, 'dong-sfj'))).toEqual([
      expect.stringContaining('只有维护人员可以改'),
    ]);
    expect((await city.gate(branch, 'weihu')).ownership.faults).toEqual([]);
  });

  it('nobody becomes an owner by writing so in the same proposal', async () => {
    const branch = city.propose(() => {
      city.write('content/owners.json', '{ "accounts": [{ "account": "jia-sfs", "maintainer": true }] }');
      note(OTHER);
    });
    expect(faults(await city.gate(branch, 'jia-sfs'))).toHaveLength(2);
  });

  it('without owners, and for unknown accounts, nothing passes', async () => {
    const branch = city.propose(() => note(OFFICE));
    expect(faults(await city.gate(branch, 'moshengren'))).toEqual([
      expect.stringContaining('没有在 content/owners.json 里登记'),
    ]);
    const bare = city.propose(() => city.remove('content/owners.json'));
    const later = city.propose(() => note(OFFICE), { from: bare });
    expect(faults(await city.gate(later, 'weihu', { base: bare }))).toEqual([
      expect.stringContaining('还没有登记账号'),
    ]);
  });

  it('to take an office away is its county’s; what depends on it is told', async () => {
    const branch = city.propose(() => city.remove('content/offices/dong/yi'));
    expect((await city.gate(branch, 'jia-sfs')).verdict).toBe('fail');
    const report = await city.gate(branch, 'dong-sfj');
    expect(report.ownership.faults).toEqual([]);
    expect(report.problems.length).toBeGreaterThan(0);
  });

  it('a file that moves away from an office is touched in both places', async () => {
    const branch = city.propose(() =>
      city.git('mv', `${JIA}/statistics.json`, 'content/offices/dong/yi/statistics.json'),
    );
    const report = await city.gate(branch, 'jia-sfs');
    expect(faults(report)).toEqual([
      expect.stringContaining('content/offices/dong/yi/statistics.json 越权改动'),
    ]);
  });
});

describe('the gate on guides and pages with components', () => {
  const about = (text: string) => () =>
    city.write('content/pages/about.mdx', `${read('content/pages/about.mdx')}\n${text}\n`);

  it('lets maintainers place them', async () => {
    const report = await city.gate(city.propose(about('<Hotline number="12348" />')), 'weihu');
    expect([report.refusals, report.ownership.faults, report.problems]).toEqual([[], [], []]);
  });

  it('lets nobody else', async () => {
    const report = await city.gate(city.propose(about('<Hotline number="12348" />')), 'jia');
    expect(report.verdict).toBe('fail');
    expect(report.ownership.faults).not.toEqual([]);
  });

  it('reads them and runs nothing: code is refused, the maintainers’ too', async () => {
    const report = await city.gate(
      city.propose(about('import x from "y"\n\n{globalThis.ran = true}')),
      'weihu',
    );
    expect(report.verdict).toBe('fail');
    expect(report.problems.map(({ message }) => message)).toEqual([
      '正文不能写 import、export',
      '正文不能写花括号（代码）',
    ]);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('the gate on a proposal: what nobody may bring', () => {
  it.each([
    ['MDX of an office', () => city.write(`${JIA}/affairs/2026-11-22-x.mdx`, '字'), 'MDX 只能放在'],
    ['a script', () => city.write(`${JIA}/files/x.js`, 'alert(1)'), '会运行的文件'],
    ['an executable', () => city.write(OFFICE, read(OFFICE), 0o755), '可执行'],
    ['a link', () => city.link(`${JIA}/staff2.json`, '/etc/passwd'), '符号链接'],
    [
      'a name that turns the line around',
      () => city.write(`${JIA}/files/a\u202Eb.pdf`, 'x'),
      '不能使用的字符',
    ],
    ['a README among an office’s files', () => city.write(`${JIA}/README.md`, '# 说明'), '用不着这个文件'],
    ['what Windows leaves behind', () => city.write(`${JIA}/files/Thumbs.db`, 'x'), '用不着这个文件'],
    ['what Windows leaves behind, too', () => city.write(`${JIA}/desktop.ini`, 'x'), '用不着这个文件'],
    ['an old copy that an editor left', () => city.write(`${JIA}/office.json~`, 'x'), '不能使用的字符'],
    ['what Vim leaves behind', () => city.write(`${JIA}/4913`, 'x'), '用不着这个文件'],
    ['a name that Windows cannot open', () => city.write(`${JIA}/files/con.txt`, 'x'), 'Windows 保留'],
    ['a file that nothing reads', () => city.write(`${JIA}/beifen.txt`, 'x'), '不能放这个文件'],
    [
      'a name that ends a line and begins a command to the runner',
      () => city.write(`${JIA}/files/a\n::set-env name=PATH::x.pdf`, 'x'),
      '不能使用的字符',
    ],
    ['a hidden file', () => city.write(`${JIA}/.gitattributes`, '* -diff'), '不能使用的字符'],
  ])('%s is refused, the maintainers’ too', async (_, act, why) => {
    const report = await city.gate(city.propose(act), 'weihu');
    expect(report.verdict).toBe('fail');
    expect(report.refusals.map(({ message }) => message)).toEqual([expect.stringContaining(why)]);
  });

  it('a submodule is refused', async () => {
    const branch = city.propose(() => {
      city.git('init', '-q', 'vendor');
      city.git('-C', 'vendor', 'commit', '-q', '--allow-empty', '-m', 'x');
    });
    expect((await city.gate(branch, 'weihu')).refusals).toMatchObject([{ path: 'vendor' }]);
  });
});

describe('what a proposer writes', () => {
  it.each(GATE_FORMATS)('begins no line of the report in the format %s', async (format) => {
    const trick = '\n::set-env name=NODE_OPTIONS::--require=./x\r##[command]x\u2028::add-path::.';
    const branch = city.propose(() => {
      city.write(`${JIA}/files/a${trick}.pdf`, 'x');
      edit(OFFICE, '"kind":', `"note": ${JSON.stringify(`周三${trick}`)},\n  "kind":`);
      city.write(
        'content/affairs/2026-11-01-a.md',
        `---\ntitle: "a${trick.replaceAll(/[\n\r]/g, '\\n')}"\n---\n`,
      );
    });
    const report = await city.gate(branch, 'jia-sfs', { branch: `a${trick}`, text: trick });
    const told = formatGate(format, report, 'content');
    const lines = told.split(/[\n\r\u2028\u2029\u0085\v\f]/);
    const own = /^::(?:error|warning|notice) /;
    expect(lines.filter((line) => /^\s*(?:::|##\[)/.test(line) && !own.test(line))).toEqual([]);
    expect(told).toContain('U+000A');
  });
});

describe('two proposals on one field', () => {
  const phone = (number: string) => () => edit(OFFICE, '0833-2123456', number);
  const open = (name: string, branch: string) => city.git('update-ref', `refs/open/${name}`, branch);

  it('are told in the report, with the field and the other’s number', async () => {
    const [one, other] = [city.propose(phone('0833-2111111')), city.propose(phone('0833-2222222'))];
    open('12', other);
    open(
      '13',
      city.propose(() => note(OFFICE)),
    );
    open('14', one);
    const report = await city.gate(one, 'jia-sfs', { open: 'refs/open' });
    expect(report.overlaps).toEqual([
      { other: '12', path: OFFICE, fields: [expect.stringContaining('电话')] },
    ]);
    expect(markdown(report)).toMatch(/第 12 号修改也改了“电话/);
    expect(report.verdict).toBe('pass');
  });
});
