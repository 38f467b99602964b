import { scaleBand, scaleLinear } from 'd3-scale';
import {
  isRange,
  THRESHOLD,
  toldInWords,
  type ToldCount,
  type ToldStatistics,
} from '../domain/suppression.ts';
import { FEW } from '../domain/count-range.ts';
import { monthInWords } from '../domain/dates.ts';
import { FIGURES, type Figure } from '../schemas/statistics.ts';
import { FIGURE_KEYS, shownMonths } from './figures.ts';

/*
 * d3-scale computes, a component draws: the picture carries classes only, so that it passes a content security policy
 * without inline styles, is coloured and printed by the site's stylesheet, and adds few bytes to a page.
 *
 * Libraries that draw on a server were tried with twelve bars: ECharts 6.1 writes 15 `style=` and a `<style>` (6.9 KB),
 * Observable Plot 0.6 a `<style>` (3.5 KB, and needs a DOM): the policy blocks both. Vega 6.4 writes neither, but
 * 8.8 KB a chart with fixed colours, no hatching and English names for screen readers. This one is 1.2 KB.
 */

/** The drawing in its own units; on a phone one unit is about one pixel. */
const WIDTH = 320;
const HEIGHT = 164;
const LEFT = 34;
const TOP = 12;
const BASE = 120;

/** Whole units: a screen shows no more, and each digit is sent as often as there are bars. */
const shorten = (value: number) => Math.round(value);

type Month = ReturnType<typeof shownMonths>[number];

/** A range is drawn by its upper end, so that height tells nothing more. */
const heightOf = (count: ToldCount): number => count?.most ?? 0;

const isFew = (count: ToldCount): boolean => toldInWords(count) === FEW;

/** Bars of one figure, a place per month, hatched where only a range is told. */
function chartOf(figure: Figure, months: readonly Month[]) {
  const counts = months.map(({ figures }) => figures[figure]);
  const high = counts.map(heightOf);
  const across = scaleBand<number>()
    .domain(months.keys())
    .range([LEFT, WIDTH - 4])
    .paddingInner(0.3);
  const up = scaleLinear()
    .domain([0, Math.max(THRESHOLD, ...high)])
    .range([BASE, TOP])
    .nice(3);
  const width = shorten(across.bandwidth());
  const left = (at: number) => shorten(across(at) ?? 0);
  const middle = (at: number) => shorten((across(at) ?? 0) + across.bandwidth() / 2);
  const box = (at: number, value: number) => `M${left(at)} ${BASE}V${shorten(up(value))}h${width}V${BASE}z`;
  const drawn = <T>(wanted: (count: ToldCount) => boolean, draw: (at: number) => T): T[] =>
    counts.flatMap((count, at) => (wanted(count) ? [draw(at)] : []));
  return {
    figure,
    title: FIGURES[figure],
    /** What hatching means here. */
    hatched: counts.some((count) => isRange(count) && !isFew(count)) ? '只公布范围' : FEW,
    said: describe(counts, months),
    width,
    /** Strokes as wide as a bar. */
    bars: drawn(
      (count) => count !== undefined && !isRange(count) && count.least > 0,
      (at) => `M${middle(at)} ${BASE}V${shorten(up(high[at] ?? 0))}`,
    ).join(''),
    few: drawn(isRange, (at) => box(at, high[at] ?? 0) + hatch(left(at), width, up(high[at] ?? 0))).join(''),
    zeros: drawn(
      (count) => count?.most === 0,
      (at) => `M${left(at)} ${BASE - 1}h${width}`,
    ).join(''),
    gaps: drawn((count) => count === undefined, middle),
    ticks: up
      .ticks(3)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: shorten(up(value)) })),
    months: months.map(({ month }, at) => ({
      name: String(Number(month.slice(5))),
      year: yearAt(at, months),
      x: middle(at),
    })),
  };
}

/** The year is told below the first month and below each January, where there is room for both. */
function yearAt(at: number, months: readonly Month[]): string | undefined {
  const begins = (place: number) => months[place]?.month.endsWith('-01') === true;
  const crowded = begins(at + 1) || begins(at + 2);
  return begins(at) || (at === 0 && !crowded) ? `${months[at]?.month.slice(0, 4)}年` : undefined;
}

/** Slanting strokes that fill a box from the base line up to `top`. */
function hatch(left: number, width: number, top: number): string {
  const slant = Math.min(6, width / 2);
  const places = [0, 1, 2].map((step) => shorten(left + (step * (width - slant)) / 2));
  return places.map((x) => `M${x} ${BASE}L${shorten(x + slant)} ${shorten(top)}`).join('');
}

/** The chart in words: its months, its highest bar, how many are few or missing. */
function describe(counts: readonly ToldCount[], months: readonly Month[]): string {
  const values = counts.map((count) => (count && !isRange(count) ? count.least : -1));
  const most = Math.max(...values);
  const when = months[values.indexOf(most)]?.month;
  const few = counts.filter(isFew).length;
  const range = counts.filter(isRange).length - few;
  const missing = counts.filter((count) => count === undefined).length;
  return [
    `${monthInWords(months[0]?.month ?? '')}至${monthInWords(months.at(-1)?.month ?? '')}`,
    most > 0 && when && range === 0 ? `最多的是${monthInWords(when)}，${most}` : undefined,
    few > 0 ? `${few}个月少于5` : undefined,
    range > 0 ? `${range}个月只公布范围` : undefined,
    missing > 0 ? `${missing}个月没有公开` : undefined,
    '每月的数见下面的表',
  ]
    .filter(Boolean)
    .join('；');
}

/** A chart for every figure that an office reports; none for a single month, which the table says better. */
export function chartsView(statistics: ToldStatistics) {
  const months = shownMonths(statistics.months);
  const reported = FIGURE_KEYS.filter((key) => months.some(({ figures }) => figures[key] !== undefined));
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    base: BASE,
    charts: months.length > 1 ? reported.map((key) => chartOf(key, months)) : [],
  };
}
