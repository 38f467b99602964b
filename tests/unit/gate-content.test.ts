import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatGate, GATE_FORMATS } from '../../src/gate/report.ts';
import type { GateReport } from '../../src/gate/assess.ts';
import { aRepository, type Repository } from '../helpers/proposals.ts';

const ID = '11010519491231002X';
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
const markdown = (report: GateReport) => formatGate('markdown', report, 'content');

describe('the gate on a proposal: content, old and new', () => {
  it('tells new problems with file and line, in the repository’s own names', async () => {
    const report = await city.gate(
      city.propose(() => edit(OFFICE, '"kind": "township"', '"kind": "xiang"')),
      'jia-sfs',
    );
    expect(report.verdict).toBe('fail');
    expect(markdown(report)).toMatch(/甲镇司法所，第 \d+ 行：/);
  });

  it('blames nobody for what was wrong before, nor for the old faults of a file that moves', async () => {
    const broken = city.propose(() =>
      city.write('content/affairs/2026-11-09-jiu.md', '---\ntitle: 旧\n---\n\n正文\n'),
    );
    const other = city.propose(() => note(OFFICE), { from: broken });
    const report = await city.gate(other, 'jia-sfs', { base: broken });
    expect([report.verdict, report.problems]).toEqual(['pass', []]);
    expect(report.oldErrors).toBeGreaterThan(0);
    const moved = city.propose(
      () => city.git('mv', 'content/affairs/2026-11-09-jiu.md', 'content/affairs/2026-11-10-jiu.md'),
      { from: broken },
    );
    const renamed = await city.gate(moved, 'shi-sfj', { base: broken });
    expect(renamed.edits).toMatchObject([{ status: 'renamed' }]);
    expect(renamed.problems).toEqual([]);
  });

  it('judges the result of the merge, not what main has got meanwhile', async () => {
    const mine = city.propose(() => note(OFFICE));
    const main = city.propose(() => note(OTHER));
    const report = await city.gate(mine, 'jia-sfs', { base: main });
    expect(report.verdict).toBe('pass');
    expect(report.edits.map(({ path }) => path)).toEqual([OFFICE]);
  });

  it('two changes of the same line do not merge, and it says what to do', async () => {
    const mine = city.propose(() => edit(OFFICE, '"kind": "township"', '"kind": "township", "note": "一"'));
    const main = city.propose(() => edit(OFFICE, '"kind": "township"', '"kind": "township", "note": "二"'));
    const report = await city.gate(mine, 'jia-sfs', { base: main });
    expect([report.verdict, report.stuck]).toEqual([
      'fail',
      expect.stringContaining('从最新的内容重新改一次'),
    ]);
  });
});

describe('the gate on a proposal: personal data', () => {
  it('in a commit’s message, title and branch, is flagged and masked', async () => {
    const branch = city.propose(() => note(OFFICE), { message: `改\n\n${ID}` });
    const report = await city.gate(branch, 'jia-sfs', { text: `# ${ID}`, branch: 'gai-13800138000' });
    expect(report.verdict).toBe('fail');
    for (const format of ['text', 'markdown', 'github', 'json'] as const) {
      const told = formatGate(format, report, 'content');
      expect(told).not.toContain(ID);
      expect(told).not.toContain('13800138000');
    }
    const places = report.privacy.map(({ file }) => file.replace(/ .*/, ''));
    expect(places).toEqual(['提交说明', '分支名', '标题和说明']);
  });

  it('in a file’s name and value is masked wherever the report repeats it', async () => {
    const branch = city.propose(() => {
      city.write(`${JIA}/affairs/2026-11-03-zheng.${ID}.md`, '正文');
      edit(OFFICE, '"kind":', `"note": "证件${ID}",\n  "kind":`);
    });
    const report = await city.gate(branch, 'jia-sfs');
    expect(markdown(report).toUpperCase()).not.toContain(ID);
  });

  it('an exception that an office brings along does not count', async () => {
    const allow = {
      file: 'offices/dong/jia/office.json',
      kind: 'identity',
      text: ID,
      reason: '好',
      approvedBy: '局',
      until: '2027-01-01',
    };
    const branch = city.propose(() => {
      city.write('content/privacy-allow.json', JSON.stringify({ allow: [allow] }));
      edit(OFFICE, '"kind":', `"note": "证件${ID}",\n  "kind":`);
    });
    expect((await city.gate(branch, 'jia-sfs')).privacy).toHaveLength(1);
    expect((await city.gate(branch, 'weihu')).verdict).toBe('pass');
  });
});

describe('a proposal that takes personal data away', () => {
  it('passes, and no report tells once more what was there', async () => {
    const leaky = city.propose(() =>
      edit(OFFICE, '"kind":', `"note": "示例丙，身份证${ID}，电话13800138000",\n  "kind":`),
    );
    const branch = city.propose(() => edit(OFFICE, /"note": [^\n]*\n/.exec(read(OFFICE))?.[0] ?? '', ''), {
      from: leaky,
    });
    const report = await city.gate(branch, 'jia-sfs', { base: leaky });
    expect(report.verdict).toBe('pass');
    for (const format of GATE_FORMATS) {
      const told = formatGate(format, report, 'content');
      if (format !== 'github') expect(told).toContain('原来的内容这里不重复');
      expect(told).not.toMatch(new RegExp(`示例丙|${ID}|13800138000`));
    }
  });
});

describe('the gate’s comment', () => {
  it('takes nothing of a proposal for notation, mentions or commands', async () => {
    const branch = city.propose(() =>
      edit(OFFICE, '"kind":', '"note": "/merge @all ![x](http://x) <b>|</b>",\n  "kind":'),
    );
    const told = markdown(await city.gate(branch, 'jia-sfs'));
    expect(told).not.toContain('@');
    expect(told).not.toMatch(/^\//m);
    expect(told).toContain('\\!\\[x\\](http://x) \\<b\\>\\|\\</b\\>');
  });
});
