import { describe, expect, it } from 'vitest';
import type { Statistics } from '../../src/schemas/statistics.ts';
import { areaFigures } from '../../src/views/area-figures.ts';
import { chartsView } from '../../src/views/charts.ts';
import { figuresView } from '../../src/views/figures.ts';
import { aContent, fields, problemsOf } from '../helpers/content.ts';

const provenance = { source: '测试' };
const months = (year: number, counts: readonly number[]) =>
  counts.map((mediations, at) => ({ month: `${year}-${String(at + 1).padStart(2, '0')}`, mediations }));
const statistics = (...lists: readonly Statistics['months'][]): Statistics => ({
  months: lists.flat(),
  provenance,
});

const COLUMN = 1;
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

  it('tell the exact total of a whole year, and of a running one only what adds up', () => {
    const stats = statistics(months(2025, [9, 9, 9, 9, 9, 9, 9, 9, 9, 2, 3, 3]), months(2026, [9, 3, 2, 3]));
    expect(totals(figuresView(stats))).toEqual([
      ['2026年合计（4个月）', '不少于12'],
      ['2025年合计', '89'],
    ]);
  });

  it('withhold the total of a year when a single month would follow', () => {
    const stats = statistics(months(2025, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 3]));
    expect(totals(figuresView(stats))).toEqual([['2025年合计', '不少于100']]);
  });

  it('are drawn so that small counts look alike', () => {
    const drawn = (...counts: readonly number[]) =>
      JSON.stringify(chartsView(statistics(months(2026, counts))));
    expect(drawn(1, 2, 20)).toBe(drawn(4, 3, 20));
    expect(drawn(1, 1)).toBe(drawn(4, 4));
    expect(drawn(1, 2, 20)).not.toBe(drawn(1, 5, 20));
  });
});

describe('the figures of a county', () => {
  const office = (statisticsOf: Statistics) => {
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
    expect(one && column(one)).toEqual(['不少于37']);
    expect(one).toEqual(reporting(9, 9, 9, 9, 4));
  });
});

describe('the check of monthly figures', () => {
  const FILE = 'offices/dong/jia/statistics.json';

  it('takes a small count without its number, for content that is open to all', () => {
    expect(problemsOf({ [FILE]: fields({ 'months[0].mediations': '少于5' }) })).toEqual([]);
    expect(problemsOf({ [FILE]: fields({ 'months[0].mediations': '很少' }) })).toEqual([
      `${FILE}:5:7 value | 各月·受理调解（件） months[0].mediations | 应为 0 或正整数（不加引号），或 "少于5" | 例如写 "mediations": 12`,
    ]);
  });

  it('asks back when more was settled than accepted', () => {
    const more = fields({ 'months[0].mediations': 6, 'months[0].mediationsSettled': 7 });
    expect(problemsOf({ [FILE]: more })).toEqual([
      `! ${FILE}:6:7 value | 各月·调解成功（件） months[0].mediationsSettled | 2026-10 调解成功 7 件，多于受理的 6 件 | 核对两个数；上月受理、本月调成的，可以保留`,
    ]);
  });
});
