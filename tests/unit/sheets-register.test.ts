import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { importWorkbook } from '../../src/sheets/import-workbook.ts';
import { readProseHours } from '../../src/sheets/prose-hours.ts';
import type { RegisterChoices } from '../../src/sheets/register/read-register.ts';
import { nameStem } from '../../src/sheets/register/office-names.ts';
import { changes, jia, laid, recordAfter, said, SETTINGS, yi } from '../helpers/sheets.ts';

const TOLD: RegisterChoices = { source: '东县司法局提供', verifiedOn: '2026-11-20' };
const withChoices = (register: RegisterChoices) => ({ ...SETTINGS, register });

const list = (register: RegisterChoices, ...rows: string[][]) =>
  laid(
    { Sheet1: [['序号', '司法所名称', '办公地址', '联系电话', '负责人', '备注'], ...rows] },
    [jia, yi],
    withChoices(register),
  );

describe("a county's own list of its offices", () => {
  it.each(['mingce.xlsx', 'mingce.xls', 'mingce.ods', 'mingce.csv'])(
    'is understood with its titles, merged cells, footers and odd numbers: %s',
    async (name) => {
      const bytes = readFileSync(join(ROOT, 'tests/fixtures/sheets', name));
      const imported = await importWorkbook(bytes, [jia, yi], withChoices({ ...TOLD, replace: true }));
      expect(said(imported)).toEqual([
        expect.stringMatching(/^! .+ 第 4 行「联系电话」：有手机号，不公开，没有导入/),
      ]);
      expect(imported.rows).toBe(2);
      expect(imported.matches).toEqual([
        { written: '甲所', name: '东县甲镇司法所' },
        { written: '东县司法局乙司法所', name: '东县乙镇司法所' },
      ]);
      expect(recordAfter(imported, 'office', 'dong/yi')).toMatchObject({
        place: { address: '东县乙镇 2 号' },
        phones: [{ number: '0833-5299999', use: 'consult' }],
        hours: {
          seasons: [
            {
              name: '夏季',
              from: '05-01',
              to: '09-30',
              week: [{ sessions: ['08:30-12:00', '15:00-18:00'] }],
            },
            {
              name: '冬季',
              from: '10-01',
              to: '04-30',
              week: [{ sessions: ['09:00-12:00', '14:00-17:30'] }],
            },
          ],
        },
        provenance: { contact: { source: '东县司法局提供', verifiedOn: '2026-11-20' } },
      });
    },
  );

  it('is never published by guess: remarks and the person in charge wait until somebody says where they go', () => {
    const row = ['1', '甲镇司法所', '一号', '0833-2123499', '示例丙', '内部用房'];
    const [register] = list(TOLD, row).registers;
    expect(register?.columns).toEqual([
      { heading: '办公地址', goesTo: '地址', fits: '地址' },
      { heading: '联系电话', goesTo: '咨询电话', fits: '咨询电话' },
      { heading: '负责人', goesTo: undefined, fits: '人员（负责人）' },
      { heading: '备注', goesTo: undefined, fits: '补充说明（公开）' },
    ]);
    expect(JSON.stringify(list(TOLD, row).offices)).not.toMatch(/示例丙|内部用房/);
    const chosen = list({ ...TOLD, columns: { 负责人: '人员（负责人）', 办公地址: '不导入' } }, row);
    expect(changes(chosen)).toContain('人员 新增 示例丙');
    expect(JSON.stringify(chosen.offices)).not.toMatch(/内部用房|一号/);
  });

  it('asks whose it is before anything is written', () => {
    expect(said(list({}, ['1', '甲镇司法所', '一号', '', '', '']))).toEqual([
      expect.stringContaining('没有写是谁提供的'),
      expect.anything(),
    ]);
  });

  it('fillers are no facts, and this is said where the column would have gone somewhere', () => {
    const rows = ['无', '待定', '——', '/', '暂缺'].map((filler) => [
      '1',
      '甲镇司法所',
      filler,
      '',
      filler,
      filler,
    ]);
    const imported = list(TOLD, ...rows);
    expect(imported.offices).toEqual([]);
    expect(said(imported)).toEqual([
      '! Sheet1 第 2 行「办公地址」：“无”不是内容，当作空着',
      '! Sheet1 第 3 行「办公地址」：“待定”不是内容，当作空着',
      '! Sheet1 第 4 行「办公地址」：“——”不是内容，当作空着',
      '! Sheet1 第 5 行「办公地址」：“/”不是内容，当作空着',
      '! Sheet1 第 6 行「办公地址」：“暂缺”不是内容，当作空着',
      '! 整个文件：表头认出来了，下面一行也没有填',
    ]);
  });

  it('keeps the numbers that were there, or replaces those of the same use', () => {
    const row = ['1', '甲镇司法所', '', '0833-2123499', '', ''];
    const phones = (register: RegisterChoices) =>
      (recordAfter(list(register, row), 'office')['phones'] as { number: string; use: string }[]).map(
        ({ number, use }) => `${use} ${number}`,
      );
    expect(phones(TOLD)).toEqual(['consult 0833-2123456', 'consult 0833-2123499']);
    expect(phones({ ...TOLD, replace: true })).toEqual(['consult 0833-2123499']);
  });

  it('an office that the list names twice, and a name that two offices may mean, are told', () => {
    const twice = list(
      TOLD,
      ['1', '甲镇司法所', '', '0833-2123499', '', ''],
      ['2', '甲所', '', '0833-2123499', '', ''],
    );
    expect(said(twice)).toContainEqual(expect.stringContaining('和第 2 行重复'));
    const other = {
      ...yi,
      id: 'xi/jia',
      county: '西县',
      texts: {
        office: (yi.texts.office ?? '').replaceAll('东县乙镇', '西县甲镇').replaceAll('乙镇', '甲镇'),
      },
    };
    const two = laid(
      {
        Sheet1: [
          ['司法所名称', '办公地址'],
          ['甲所', '一号'],
        ],
      },
      [jia, other],
      withChoices(TOLD),
    );
    expect(said(two).join()).toContain('“甲所”可能是：东县甲镇司法所、西县甲镇司法所');
    const titled = laid(
      { Sheet1: [['西县司法所名册'], ['司法所名称', '办公地址'], ['甲所', '一号']] },
      [jia, other],
      withChoices(TOLD),
    );
    expect(titled.offices.map(({ id }) => id)).toEqual(['xi/jia']);
  });

  it('a table of which nothing is understood is an error', () => {
    expect(
      said(
        laid({
          Sheet1: [
            ['姓甚名谁', '何处'],
            ['甲', '乙'],
          ],
        }),
      ),
    ).toContainEqual(expect.stringMatching(/^整个文件：一行也没有认出来/));
  });
});

describe('tables that grow sideways', () => {
  it('a year with a column for each month; empty months are none, and what fills a cell is told where it stands', () => {
    const wide = [
      ['甲镇司法所2026年工作量'],
      ['项目', '8月', '9月', '10月'],
      ['法律咨询', '', '12', '32'],
      ['受理调解（件）', '无', '——', '9'],
    ];
    const imported = laid({ 统计: wide }, [jia], SETTINGS);
    const empty = '不是内容，当作空着；真的是零就写 0；要去掉原来的，请写“删除”';
    expect(said(imported)).toEqual([
      `! 统计 第 4 行「9月」：“——”${empty}`,
      `! 统计 第 4 行「8月」：“无”${empty}`,
      '! 统计 第 4 行「8月」：2026-08 一个数也没有，没有导入；写上各项的数，真的是零就写 0',
    ]);
    const { months } = recordAfter(imported, 'statistics') as { months: Record<string, unknown>[] };
    expect(months.map((one) => one['month'])).not.toContain('2026-08');
    expect(months).toContainEqual(expect.objectContaining({ month: '2026-09', consultations: 12 }));
    expect(months).toContainEqual(
      expect.objectContaining({ month: '2026-10', consultations: 32, mediations: 9 }),
    );
  });

  it('is told of by the rows and headings that its author sees, and nothing of it is passed over in silence', () => {
    const wide = [
      ['2026年工作量'],
      ['司法所', '项目', '单位', '8月', '9月', '13月', '10月', '合计', '备注'],
      ['甲镇', '法律咨询', '人次', '12', '三十', '3', '', '42', '旺季'],
      ['甲镇', '社区矫正', '件', '1', '2', '', '3', '6', ''],
      ['丙镇', '受理调解', '件', '1', '2', '', '3', '6', ''],
      ['甲镇', '法律咨询', '人次', '13', '', '', '', '', ''],
      ['合计', '', '', '14', '4', '', '6', '', ''],
    ];
    expect(said(laid({ 统计: wide }))).toEqual([
      expect.stringMatching(/^! 统计 第 2 行「13月」：认不出这一列/),
      expect.stringMatching(/^! 统计 第 2 行「备注」：认不出这一列/),
      expect.stringMatching(/^统计 第 3 行「9月」：“三十”应为 0 或正整数/),
      expect.stringMatching(/^! 统计 第 4 行：“社区矫正”认不出是哪一项，.*可以写：法律咨询（人次）、/),
      '统计 第 5 行：没有“丙镇”这个司法所，请写网站上的名称',
      '统计 第 6 行「8月」：和第 3 行写的不一样，只能留一个',
    ]);
  });

  it('a row for each office where the title names the figure', () => {
    const wide = [
      ['法律咨询（人次）'],
      ['司法所', '2026年8月', '2026年9月', '2026年10月'],
      ['甲所', '1', '12', '32'],
    ];
    const { months } = recordAfter(laid({ 表一: wide }), 'statistics') as {
      months: Record<string, unknown>[];
    };
    expect(months).toContainEqual(expect.objectContaining({ month: '2026-09', consultations: 12 }));
  });

  it('a file of such a table is read as the table is', async () => {
    const bytes = new TextEncoder().encode('甲镇司法所2026年工作量\n项目,8月,9月,10月\n法律咨询,/,12,x\n');
    expect(said(await importWorkbook(bytes, [jia], SETTINGS))).toContain(
      '每月工作量 第 3 行「10月」：“x”应为 0 或正整数，或 "少于5"、"5至9" 这样的范围；例如写 12',
    );
  });

  it('a week with a column for each day', () => {
    const grid = [
      ['甲镇司法所去向安排（2026年11月23日至2026年12月31日）'],
      ['姓名', '时段', '周一', '周二', '周三', '周四', '周五'],
      ['示例甲', '9:00-17:00', '在岗', '在岗', '在岗', '入户走访', '在岗'],
    ];
    const imported = laid({ Sheet1: grid }, [jia], SETTINGS);
    const { plan } = recordAfter(imported, 'whereabouts') as { plan: Record<string, unknown> };
    expect(plan).toMatchObject({ from: '2026-11-23', until: '2026-12-31' });
    expect(plan['week']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ days: [1, 2, 3, 5], session: '09:00-17:00', state: '在岗' }),
        expect.objectContaining({ days: [4], state: '入户走访' }),
      ]),
    );
  });

  it('a week in which a day says nothing, or something else than the six, is told by the day', () => {
    const grid = [
      ['甲镇司法所去向安排（2026年11月23日至2026年11月2日）'],
      ['姓名', '时段', '周一', '周二', '周三', '周四', '联系人电话'],
      ['示例甲', '9:00-17:00', '出差', '/', '在岗', '出差', '无'],
    ];
    expect(said(laid({ Sheet1: grid }, [jia]))).toEqual([
      expect.stringMatching(/^! Sheet1 第 2 行「联系人电话」：认不出这一列/),
      '! Sheet1 第 3 行「周二」：“/”不是内容，当作空着',
      expect.stringMatching(/^Sheet1 第 3 行「周一、周四」：没有“出差”这个选项；可以写：在岗、/),
    ]);
    const late = grid.map((row) => row.map((text) => text.replace('出差', '公出')));
    expect(said(laid({ Sheet1: late }, [jia]))).toContainEqual(
      expect.stringMatching(/^Sheet1 第 1 行「安排截止日」：截止日 2026-11-02 早于起始日/),
    );
  });
});

describe('names that people use for an office', () => {
  it.each([
    ['罗城司法所'],
    ['罗城所'],
    ['犍为县司法局罗城司法所'],
    ['犍为县罗城镇司法所'],
    ['罗城镇'],
    ['犍为罗城司法所'],
    ['罗 城 镇 司 法 所'],
  ])('%s is 罗城', (name) => {
    expect(nameStem(name, '犍为县')).toBe('罗城');
  });
  it.each([
    ['黑竹沟镇司法所', '峨边彝族自治县', '黑竹沟'],
    ['峨边彝族自治县司法局黑竹沟所', '峨边彝族自治县', '黑竹沟'],
    ['市中区通江街道司法所', '市中区', '通江'],
  ])('%s', (name, county, stem) => {
    expect(nameStem(name, county)).toBe(stem);
  });
});

describe('hours in prose', () => {
  const year = { name: '全年', from: '01-01', to: '12-31' };
  it.each([
    [
      '工作日9：00—12：00，14：00—18：00',
      [{ ...year, days: '工作日', sessions: '09:00-12:00、14:00-18:00' }],
    ],
    [
      '周一至周五 上午8:30-12:00 下午2:30-6:00',
      [{ ...year, days: '周一至周五', sessions: '08:30-12:00、14:30-18:00' }],
    ],
    [
      '9点至12点，下午2点至5点半（法定节假日除外）',
      [{ ...year, days: '工作日', sessions: '09:00-12:00、14:00-17:30' }],
    ],
    [
      '周一至周四9:00-17:00；周五9:00-12:00',
      [
        { ...year, days: '周一至周四', sessions: '09:00-17:00' },
        { ...year, days: '周五', sessions: '09:00-12:00' },
      ],
    ],
  ])('%s', (text, rows) => {
    expect(readProseHours(text)).toEqual(rows);
  });
  it.each(['上班时间', '全天候', '工作日9:00-12:00，赶场天除外', '工作日18:00-9:00', '9-12'])(
    '%s is left to a person',
    (text) => {
      expect(readProseHours(text)).toBeUndefined();
    },
  );
});
