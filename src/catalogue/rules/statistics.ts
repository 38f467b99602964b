import type { Problem } from '../../domain/problems.ts';
import { isRange, toldInWords, toldOf } from '../../domain/suppression.ts';
import { FEW } from '../../domain/count-range.ts';
import type { Site } from '../../schemas/site.ts';
import { FIGURES, type Figure } from '../../schemas/statistics.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { valueAt } from '../../schemas/walk.ts';
import { listAt, numberAt, textAt } from '../loose.ts';

/** Every month of every office, with where it is written. */
const monthsOf = ({
  of,
}: Pick<Contents, 'of'>): { entry: Entry; at: number; one: unknown; month: string }[] =>
  of('statistics').flatMap((entry) =>
    listAt(entry.raw, ['months']).flatMap((one, at) => {
      const month = textAt(one, ['month']);
      return month !== undefined && /^\d{4}-\d{2}$/.test(month) ? [{ entry, at, one, month }] : [];
    }),
  );

/** A month has a figure at least, and has begun. */
export const checkMonths = (contents: Contents): Problem[] =>
  monthsOf(contents).flatMap(({ entry, at, one, month }) => {
    const path = ['months', at, 'month'];
    const figures = Object.keys(FIGURES).filter((figure) => valueAt(one, [figure]) !== undefined);
    if (figures.length === 0) {
      const message = `${month} 一个数也没有写`;
      return [problemAt(entry, { kind: 'value', path, message, remedy: '写上这个月的数，或者删掉这个月' })];
    }
    if (month <= contents.today.slice(0, 7)) return [];
    return [
      problemAt(entry, { kind: 'date', path, message: `${month} 还没有到`, remedy: '删掉还没到的月份' }),
    ];
  });

/**
 * More settled than accepted is most often a slip; it can be true when a dispute accepted in one month is
 * settled in the next, so that this is a reminder.
 */
export const checkFigures = (contents: Contents): Problem[] =>
  monthsOf(contents).flatMap(({ entry, at, one, month }) => {
    const accepted = numberAt(one, ['mediations']);
    const settled = numberAt(one, ['mediationsSettled']);
    if (accepted === undefined || settled === undefined || settled <= accepted) return [];
    const path = ['months', at, 'mediationsSettled'];
    const message = `${month} 调解成功 ${settled} 件，多于受理的 ${accepted} 件`;
    const remedy = '核对两个数；上月受理、本月调成的，可以保留';
    return [problemAt(entry, { kind: 'value', severity: 'warning', path, message, remedy })];
  });

/**
 * Who can read the content can read what the pages keep back. So where the repository is open to all, counts are
 * written as they are told.
 */
export const checkOpenCounts = (
  contents: Pick<Contents, 'of'> & { readonly site: Pick<Site, 'publicRepository'> | undefined },
): Problem[] => {
  if (contents.site?.publicRepository !== true) return [];
  return monthsOf(contents).flatMap(({ entry, at, one, month }) =>
    (Object.keys(FIGURES) as Figure[]).flatMap((figure) => {
      const told = toldOf(numberAt(one, [figure]), figure);
      if (!isRange(told)) return [];
      const words = toldInWords(told);
      const path = ['months', at, figure];
      const why = words === FEW ? '这么小的数能认出人' : '和别的数一减，能得出1至4的数';
      const message = `内容仓库对外公开，${month} 写了准数，${why}`;
      const remedy = `改成 "${words}"；仓库并不公开的，请维护人在 site.json 写 "publicRepository": false`;
      return [problemAt(entry, { kind: 'value', path, message, remedy })];
    }),
  );
};
