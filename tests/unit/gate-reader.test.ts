import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadsIn, partIn } from '../../src/forges/report-read.ts';
import { formatGate } from '../../src/gate/report.ts';
import { aRepository, type Repository } from '../helpers/proposals.ts';

const JIA = 'content/offices/dong/jia';
const NOTICE = `${JIA}/affairs/2026-11-20-tongzhi.md`;
const notice = (title: string) =>
  `---\ntitle: ${title}\ncategory: 通知公告\npublished: 2026-11-20\nsource: 甲镇司法所\n---\n\n正文。\n`;

let city: Repository;
let started = '';
beforeAll(() => {
  city = aRepository();
  started = city.propose(() => city.write(NOTICE, notice('窗口调整')));
});
afterAll(() => city.close());

const reportOn = async (act: () => void, account = 'jia-sfs') => {
  const report = await city.gate(city.propose(act, { from: started }), account, { base: started });
  return { report, told: formatGate('markdown', report, 'content') };
};
const move = (to: string) => () => city.git('mv', NOTICE, `${JIA}/affairs/${to}.md`);

describe('a reviewer, who does not read pinyin', () => {
  it('is told names: of the office, of what the file is, of the entry of a list', async () => {
    const { told } = await reportOn(() => {
      const file = `${JIA}/staff.json`;
      const text = readFileSync(join(city.folder, file), 'utf8');
      city.write(file, text.replace('"post": "', '"post": "见习'));
    });
    const changed = told.split('### 改了什么')[1] ?? '';
    expect(changed).toMatch(/- 修改 甲镇司法所的人员\n {2}- 人员·示例\S·\S+：\S+ → 见习/);
    expect(told).not.toMatch(/dong\/jia|staff|post/);
  });

  it('is told a new person by name, and who stands in for them; ids are for the program', async () => {
    const { told } = await reportOn(() => {
      const file = `${JIA}/staff.json`;
      const data = JSON.parse(readFileSync(join(city.folder, file), 'utf8')) as {
        people: Record<string, unknown>[];
      };
      const [first] = data.people;
      const people = [...data.people, { ...first, id: 'renyuan-4', name: '示例丁', deputy: first?.['id'] }];
      city.write(file, JSON.stringify({ ...data, people }));
    });
    const name = (
      JSON.parse(readFileSync(join(city.folder, `${JIA}/staff.json`), 'utf8')) as {
        people: { name: string }[];
      }
    ).people[0]?.name;
    expect(told).toContain(`- 人员·示例丁·B 角（不在时由谁接办）：新增 ${name}`);
    expect(told).not.toMatch(/renyuan-4/);
  });

  it('reads who the first people of an office are, and by which clock it was checked', async () => {
    const { told } = await reportOn(() =>
      city.write(
        'content/offices/dong/yi/staff.json',
        JSON.stringify({
          people: [{ id: 'renyuan-1', name: '示例丙', post: '司法助理员', duties: ['调解'] }],
          provenance: { source: '东县司法局' },
        }),
      ),
    );
    const lines = ['姓名：新增 示例丙', '职务：新增 司法助理员', '职责·第1项：新增 调解'];
    for (const line of lines) expect(told).toContain(`  - 人员·示例丙·${line}`);
    expect(told).toContain('来源：新增 东县司法局');
    expect(told).not.toMatch(/renyuan-1|\dT\d|Z 检查|Z 计算/);
  });

  it('is told whose photo it is', async () => {
    const { told } = await reportOn(() => {
      const file = `${JIA}/staff.json`;
      const { people: [first, ...others] = [], ...rest } = JSON.parse(
        readFileSync(join(city.folder, file), 'utf8'),
      ) as { people?: { name: string }[] };
      const people = [{ ...first, name: '示例甲', photo: 'renyuan-1.jpg' }, ...others];
      city.write(file, JSON.stringify({ ...rest, people }));
      city.write(`${JIA}/photos/renyuan-1.jpg`, 'x');
      city.write(`${JIA}/photos/renyuan-9.jpg`, 'x');
    });
    expect(told).toContain('- 新增 甲镇司法所的示例甲的照片\n');
    expect(told).toContain('- 新增 甲镇司法所的照片 renyuan-9.jpg');
  });

  it('is told the title of a notice', async () => {
    const { told } = await reportOn(() => city.write(NOTICE, notice('窗口又调整')));
    expect(told).toContain('- 修改 甲镇司法所的公告《窗口又调整》');
    expect(partIn(told, '改了什么')).toBe(
      '- 修改 甲镇司法所的公告《窗口又调整》\n  - 标题：窗口调整 → 窗口又调整',
    );
  });

  it('reads the whole new text of a notice, with what else changes in it; nothing in it comes alive', async () => {
    const body = '现在在二楼。\n\n- 周一\n- 周二\n\n@weihu 见 http://a.example/#12\n/merge\n### ✗ 不能合并';
    const { told } = await reportOn(() =>
      city.write(
        NOTICE,
        `${notice('窗口调整').replace('source:', 'expires: 2026-12-01\nsource:').replace('正文。', body)}`,
      ),
    );
    expect(told).toMatch(/- 修改 甲镇司法所的公告《窗口调整》\n {2}- 失效日期：新增 2026-12-01/);
    const text = told.split('### 改后的全文\n\n**修改 甲镇司法所的公告《窗口调整》**\n\n')[1] ?? '';
    expect(text).toMatch(
      /^> 现在在二楼。\n>\n> - 周一\s+> - 周二\n>\n> ＠weihu 见 http:／／a\.example\/＃12 {2}\n> \/merge/,
    );
    expect(text.split('\n').filter((line) => !line.startsWith('>'))).toEqual([]);
    const added = await reportOn(() => city.write(NOTICE.replace('tongzhi', 'you'), notice('又一篇')));
    expect(added.told).toMatch(/\n\*\*新增 [^\n]*又一篇[^\n]*\*\*\n\n> 正文。/);
  });

  it('finds long texts folded, and is told which there was no room for; the commit stands above them', async () => {
    const long = Array.from(
      { length: 900 },
      (_, at) => `第 ${at} 段，说明办理的时间和地点，请带齐材料。\n`,
    ).join('\n');
    const { told, report } = await reportOn(() => {
      for (const slug of ['er', 'san', 'si', 'wu'])
        city.write(NOTICE.replace('tongzhi', slug), notice(`长的${slug}`).replace('正文。', long));
    });
    expect(told.length).toBeLessThan(65_000);
    expect(told.indexOf(report.head.slice(0, 10))).toBeLessThan(told.indexOf('### 改后的全文'));
    expect(told).toContain('<details><summary>打开全文</summary>');
    expect(told).toMatch(/另有\d篇的全文这里放不下，见文件。$/);
  });

  it('is not shown a text again in which something must not be published', async () => {
    const { told } = await reportOn(() =>
      city.write(NOTICE, notice('窗口调整').replace('正文。', `身份证号 11010519491231002X`)),
    );
    expect(told).toContain('✗');
    expect(told).not.toContain('改后的全文');
  });

  it('is told what is wrong by the names of fields, not of the schema', async () => {
    const { told } = await reportOn(() => city.write(NOTICE, notice('x'.repeat(80))));
    expect(told).toMatch(/- ✗ 甲镇司法所的公告\S*，第 2 行：标题：/);
    expect(told).not.toMatch(/标题 title/);
  });

  it('is told whose files somebody has touched who may not', async () => {
    const { told } = await reportOn(() => city.write(NOTICE, notice('越权')), 'xi-sfj');
    expect(told).toContain('没有在 content/owners.json 里登记');
    const other = await reportOn(() => {
      const file = 'content/offices/xi/bing/office.json';
      city.write(
        file,
        readFileSync(join(city.folder, file), 'utf8').replace('"kind":', '"note": "字",\n  "kind":'),
      );
    });
    expect(other.told).toContain('这是丙镇司法所的文件，账号 jia-sfs 负责的是甲镇司法所');
  });
});

describe('a page that would vanish', () => {
  const FROM = '/offices/dong/jia/affairs/2026-11-20-tongzhi/';

  it('is told with where its readers are led, and the entry that is ready; it stops nobody', async () => {
    const { report, told } = await reportOn(move('2026-11-20-jiedai'));
    expect(report.vanishing).toEqual([{ from: FROM, to: '/offices/dong/jia/affairs/2026-11-20-jiedai/' }]);
    expect(report.verdict).toBe('pass');
    expect(told).toContain(`网址 ${FROM} 会没有`);
    expect(leadsIn(told)).toEqual(report.vanishing);
    expect(formatGate('text', report, 'content')).toContain(
      '{"from":"/offices/dong/jia/affairs/2026-11-20-tongzhi/","to":"/offices/dong/jia/affairs/2026-11-20-jiedai/"',
    );
  });

  it('leads to its office where nothing takes its place', async () => {
    const { report } = await reportOn(() => city.remove(NOTICE));
    expect(report.vanishing).toEqual([{ from: FROM, to: '/offices/dong/jia/' }]);
  });

  it('is not told where a redirect says where it went', async () => {
    const { report } = await reportOn(() => {
      move('2026-11-20-jiedai')();
      const redirects = [{ from: FROM, to: '/offices/dong/jia/', reason: '改名' }];
      city.write('content/redirects.json', JSON.stringify({ redirects }));
    }, 'weihu');
    expect(report.vanishing).toEqual([]);
  });
});
