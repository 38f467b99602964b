import type { Office } from '../catalogue/types.ts';
import { monthInWords } from '../domain/dates.ts';
import { addUp, toldInWords, type ToldMonth } from '../domain/suppression.ts';
import { FIGURES } from '../schemas/statistics.ts';
import { FIGURE_KEYS, hidesSome, shownMonths, type FiguresView } from './figures.ts';

/** A sum over fewer offices than this would stand for single ones. */
const LEAST_OFFICES = 5;

/**
 * Monthly figures of a county or of the city, for months and figures that enough offices report; undefined without
 * any. They are added up from what each office tells, so that nothing can be found out that its own page hides.
 */
export function areaFigures(offices: readonly Pick<Office, 'statistics'>[]): FiguresView | undefined {
  const reports = new Map<string, ToldMonth[]>();
  for (const { statistics } of offices)
    for (const one of statistics?.months ?? []) {
      const same = reports.get(one.month);
      if (same) same.push(one);
      else reports.set(one.month, [one]);
    }
  const enough = [...reports.values()].filter(({ length }) => length >= LEAST_OFFICES).flat();
  const months = shownMonths(enough).flatMap(({ month }) => {
    const own = reports.get(month) ?? [];
    return own.length >= LEAST_OFFICES ? [{ month, own }] : [];
  });
  if (months.length === 0) return undefined;
  return {
    columns: FIGURE_KEYS.map((key) => FIGURES[key]),
    rows: months.toReversed().map(({ month, own }) => ({
      name: `${monthInWords(month)}（${own.length}个所）`,
      cells: FIGURE_KEYS.map((key) => {
        const counts = own.flatMap(({ figures }) => figures[key] ?? []);
        return toldInWords(counts.length < LEAST_OFFICES ? undefined : addUp(counts));
      }),
    })),
    totals: [],
    hides: enough.some(hidesSome),
  };
}
