import { describe, expect, it } from 'vitest';
import { assess } from '../../src/client/admin/assess.ts';
import { tell, type ToldStatistics } from '../../src/domain/suppression.ts';
import { statistics as schema, type Statistics } from '../../src/schemas/statistics.ts';
import { areaFigures } from '../../src/views/area-figures.ts';
import { chartsView } from '../../src/views/charts.ts';
import { figuresView } from '../../src/views/figures.ts';
import { aContent, appended, fields, problemsOf } from '../helpers/content.ts';
import { aRepository } from '../helpers/proposals.ts';

const provenance = { source: '测试' };
const months = (year: number, counts: readonly number[]) =>
  counts.map((disputeChecks, at) => ({ month: `${year}-${String(at + 1).padStart(2, '0')}`, disputeChecks }));
const statistics = (...lists: readonly Statistics['months'][]): ToldStatistics =>
  tell({ months: lists.flat(), provenance });

const COLUMN = 5;
const column = ({ rows }: { rows: readonly { cells: readonly string[] }[] }) =>
  rows.map(({ cells }) => cells[COLUMN]);
const totals = (view: ReturnType<typeof figuresView>) =>
  view.totals.map(({ name, cells }) => [name, cells[COLUMN]]);

describe('monthly figures', () => {
  it('show the last twelve months, the newest first', () => {
    const view = figuresView(statistics(months(2025, Array(12).fill(9)), months(2026, [7, 8])));
    expect(view.rows.map(({ name }) => name).slice(0, 3)).toEqual(['2026年2月', '2026年1月', '2025年12月']);
    expect(view.rows.length).toBe(12);
  });

  it('show a month that was not reported as a gap', () => {
    const [first, , third] = months(2026, [7, 8, 9]);
    const stats = statistics([first, third].flatMap((one) => one ?? []));
    expect(column(figuresView(stats))).toEqual(['9', '待公开', '7']);
    const [chart] = chartsView(stats).charts;
    expect(chart?.gaps.length).toBe(1);
    expect(chart?.said).toContain('1个月没有公开');
  });

  it('tell no small count', () => {
    expect(column(figuresView(statistics(months(2026, [1, 4, 5, 0]))))).toEqual(['0', '5', '少于5', '少于5']);
  });

  it('tell of a year what adds up, whether it has closed or not', () => {
    const stats = statistics(
      months(2024, Array(12).fill(9)),
      months(2025, [9, 9, 9, 9, 9, 9, 9, 9, 9, 2, 3, 3]),
      months(2026, [9, 3, 2, 3]),
    );
    expect(totals(figuresView(stats))).toEqual([
      ['2026年合计（4个月）', '12至21'],
      ['2025年合计', '84至93'],
      ['2024年合计', '108'],
    ]);
  });

  it('say whether a count is kept back', () => {
    const hides = (count: number) => figuresView(statistics(months(2026, [count]))).hides;
    expect([0, 3, 5].map(hides)).toEqual([false, true, false]);
  });

  it('are drawn so that small counts look alike', () => {
    const drawn = (...counts: readonly number[]) =>
      JSON.stringify(chartsView(statistics(months(2026, counts))));
    expect(drawn(1, 2, 20)).toBe(drawn(4, 3, 20));
    expect(drawn(1, 1)).toBe(drawn(4, 4));
    expect(drawn(1, 2, 20)).not.toBe(drawn(1, 5, 20));
  });

  it('are described beside the picture: the highest month, the few, the ranges', () => {
    const said = (...lists: Statistics['months'][]) =>
      chartsView(statistics(...lists)).charts.map((chart) => [chart.hatched, chart.said]);
    expect(said(months(2026, [2, 20]))).toEqual([
      ['少于5', '2026年1月至2026年2月；最多的是2026年2月，20；1个月少于5；每月的数见下面的表'],
    ]);
    expect(
      said([
        { month: '2026-01', mediations: 12 },
        { month: '2026-02', mediations: 3 },
      ]),
    ).toEqual([['只公布范围', '2026年1月至2026年2月；1个月少于5；1个月只公布范围；每月的数见下面的表']]);
  });
});

describe('the figures of a county', () => {
  const office = (statisticsOf: ToldStatistics) => {
    const [one] = aContent().catalogue?.offices ?? [];
    if (!one) throw new Error('no office');
    return { ...one, statistics: statisticsOf };
  };
  const reporting = (...counts: readonly number[]) =>
    areaFigures(counts.map((count) => office(statistics(months(2026, [count])))));

  it('are told from five offices on', () => {
    expect(reporting(9, 9, 9, 9)).toBeUndefined();
    expect(reporting(9, 9, 9, 9, 9)?.rows).toMatchObject([{ name: '2026年1月（5个所）' }]);
  });

  it('add up only what the offices tell', () => {
    const one = reporting(9, 9, 9, 9, 1);
    expect(one && column(one)).toEqual(['37至40']);
    expect(one).toEqual(reporting(9, 9, 9, 9, 4));
  });
});

describe('the check of monthly figures', () => {
  const FILE = 'offices/dong/jia/statistics.json';

  it('takes a small count without its number, for content that is open to all', () => {
    for (const told of ['少于5', '5至9', '120至124'])
      expect(problemsOf({ [FILE]: fields({ 'months[0].mediations': told }) })).toEqual([]);
    expect(problemsOf({ [FILE]: fields({ 'months[0].mediations': '很少' }) })).toEqual([
      `${FILE}:5:7 value | 各月·受理调解（件） months[0].mediations | 应为 0 或正整数（不加引号），或 "少于5"、"5至9" 这样的范围 | 例如写 "mediations": 12`,
    ]);
  });

  it('asks back when more was settled than accepted', () => {
    const settled = (count: number) =>
      fields({ 'months[0].mediations': 6, 'months[0].mediationsSettled': count });
    for (const fine of [0, 5, 6]) expect(problemsOf({ [FILE]: settled(fine) })).toEqual([]);
    const more = settled(7);
    expect(problemsOf({ [FILE]: more })).toEqual([
      `! ${FILE}:6:7 value | 各月·调解成功（件） months[0].mediationsSettled | 2026-10 调解成功 7 件，多于受理的 6 件 | 核对两个数；上月受理、本月调成的，可以保留`,
    ]);
  });
});

describe('where the repository is open to all', () => {
  const FILE = 'offices/dong/jia/statistics.json';
  const NOTICE = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
  const open = { 'site.json': fields({ publicRepository: true }) };
  const counts = (month: Partial<Statistics['months'][number]>) => ({
    [FILE]: fields({ months: [{ month: '2026-10', ...month }] }),
  });

  it('the check refuses small counts, and those from which a small count follows', () => {
    expect(problemsOf({ ...open, ...counts({ lectures: 3, mediations: 12, consultations: 5 }) })).toEqual(
      [
        `${FILE}:5:7 value | 各月·法治宣传活动（场） months[0].lectures | 内容仓库对外公开，2026-10 写了准数，这么小的数能认出人 | 改成 "少于5"；仓库并不公开的，请维护人在 site.json 写 "publicRepository": false`,
        `${FILE}:6:7 value | 各月·受理调解（件） months[0].mediations | 内容仓库对外公开，2026-10 写了准数，和别的数一减，能得出1至4的数 | 改成 "10至14"；仓库并不公开的，请维护人在 site.json 写 "publicRepository": false`,
      ].toSorted(),
    );
  });

  it('counts are written as they are told, and shown alike', () => {
    const told = counts({ lectures: '少于5', mediations: '10至14', mediationsSettled: 0, consultations: 5 });
    expect(problemsOf({ ...open, ...told })).toEqual([]);
  });

  it('the form stops them before they leave the computer', () => {
    const value = { months: [{ month: '2026-10', lectures: 3 }], provenance };
    const names = { county: 'dong', office: 'jia' };
    const file = { kind: 'statistics', schema, file: FILE, names, value } as const;
    const said = (publicRepository: boolean) =>
      assess([file], { today: '2026-11-22', publicRepository }).map(({ field }) => field);
    expect(said(true)).toEqual(['各月·法治宣传活动（场） months[0].lectures']);
    expect(said(false)).toEqual([]);
  });

  it('the gate refuses a proposal that brings them', async () => {
    const city = aRepository({ ...open, ...counts({ lectures: '少于5' }) });
    const write = (lectures: unknown) => () =>
      city.write(
        `content/${FILE}`,
        JSON.stringify({ months: [{ month: '2026-10', lectures }], provenance: { source: '本所' } }),
      );
    const verdict = async (lectures: unknown) =>
      (await city.gate(city.propose(write(lectures)), 'jia-sfs')).verdict;
    expect([await verdict(3), await verdict(6)]).toEqual(['fail', 'pass']);
    city.close();
  });

  it.each([
    ['本年受理调解57件，都已办结。', '受理调解57件'],
    ['全年成功调解各类纠纷 51 起。', '成功调解各类纠纷 51 起'],
  ])('a notice gives no number that the table keeps back: %s', (text, found) => {
    const all = {
      ...counts({ mediations: '10至14', mediationsSettled: '5至9' }),
      [NOTICE]: appended(`\n${text}\n`),
    };
    const figure = found.startsWith('成功') ? '调解成功（件）' : '受理调解（件）';
    const said = `${NOTICE}:12:3 value | - | “${found}”：${figure}有的月份不公布准数，这里的数能让人推算出来 | 写月度数据表里的说法，例如“少于5”“10至14”，或者不写数`;
    expect(problemsOf({ ...open, ...all })).toEqual([said]);
    expect(problemsOf(all)).toEqual([`! ${said}`]);
    expect(problemsOf({ 'site.json': fields({ publicRepository: false }), ...all })).toEqual([`! ${said}`]);
  });

  it.each([
    '受理调解10至14件，调解成功少于5件。',
    '法律咨询120人次。',
    '调解成功率高，2026年10月开展3次培训。',
    '调解纠纷要带身份证，一般30日内办结。',
  ])('a notice may say what the table says, and other numbers: %s', (text) => {
    const all = { ...counts({ mediations: '10至14', consultations: 7 }), [NOTICE]: appended(`\n${text}\n`) };
    expect(problemsOf({ ...open, ...all })).toEqual([]);
  });
});
