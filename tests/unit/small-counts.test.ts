/** What somebody who keeps every edition of the site, and knows the method, can find out about small counts. */
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { groupContents } from '../../src/catalogue/contents.ts';
import { readContent } from '../../src/catalogue/read-content.ts';
import { contentRevision } from '../../src/catalogue/revision.ts';
import { tell } from '../../src/domain/suppression.ts';
import type { Statistics } from '../../src/schemas/statistics.ts';
import { areaFigures } from '../../src/views/area-figures.ts';
import { chartsView } from '../../src/views/charts.ts';
import { FIGURE_KEYS, figuresView } from '../../src/views/figures.ts';
import { aContent, fields, withContent } from '../helpers/content.ts';
import { LONG } from '../helpers/long.ts';

const WHOLE = FIGURE_KEYS.indexOf('mediations');
const PART = FIGURE_KEYS.indexOf('mediationsSettled');
const COUNTIES = [5, 2];
const OFFICES = COUNTIES.reduce((sum, count) => sum + count, 0);

/** The counts of one month of one office, line by line; undefined: not reported yet. */
type Cells = readonly (number | undefined)[];
/** An edition: office by office, month by month. */
type Edition = readonly (readonly (Cells | undefined)[])[];

/** Another way it may have been: where counts stand within their steps of five, wholes and parts apart. */
type World = readonly [whole: number, part: number];
const WORLDS: readonly World[] = [
  ...[0, 1, 2, 3, 4].map((whole): World => [whole, 0]),
  ...[1, 2, 3].map((part): World => [3, part]),
];

/** The count in another world; a part that was no more than its whole stays so. */
function otherwise(count: number | undefined, line: number, [whole, part]: World): number | undefined {
  if (count === undefined || count === 0) return count;
  const offset = line === PART ? part : whole;
  if (count < 5) return 1 + Math.min(offset, 3);
  return line === WHOLE || line === PART ? count - (count % 5) + offset : count;
}

const inWorld = (edition: Edition, world: World): Edition =>
  edition.map((months) => months.map((cells) => cells?.map((count, line) => otherwise(count, line, world))));

const statisticsOf = (months: readonly (Cells | undefined)[]): Statistics => ({
  months: months.flatMap((cells, at) =>
    cells
      ? [
          {
            month: `2026-${String(at + 1).padStart(2, '0')}`,
            ...Object.fromEntries(
              cells.flatMap((count, line) =>
                count === undefined ? [] : [[FIGURE_KEYS[line] ?? '', count] as const],
              ),
            ),
          },
        ]
      : [],
  ),
  provenance: { source: '测试' },
});

/** Everything that an edition shows: offices, counties, the whole city. */
function shown(edition: Edition): string {
  const offices = edition.map((months) => ({ statistics: tell(statisticsOf(months)) }));
  let from = 0;
  const counties = COUNTIES.map((count) => offices.slice(from, (from += count)));
  return JSON.stringify([
    offices,
    offices.map(({ statistics }) => [figuresView(statistics), chartsView(statistics)]),
    [...counties, offices].map((area) => areaFigures(area)),
  ]);
}

/** Small counts and small rests for which fewer than three values explain all that was ever shown. */
function givenAway(editions: readonly Edition[]): string[] {
  const truth = editions.map(shown);
  const worlds = WORLDS.map((world) => editions.map((edition) => inWorld(edition, world)));
  const explain = worlds.filter((world) => world.every((edition, at) => shown(edition) === truth[at]));
  const possible = [editions, ...explain];
  return editions.flatMap((edition, at) =>
    edition.flatMap((months, office) =>
      months.flatMap((cells, month) => {
        const secrets = [
          ...FIGURE_KEYS.map((_, line) => (own: Cells) => own[line]),
          (own: Cells) => (own[WHOLE] ?? NaN) - (own[PART] ?? NaN),
        ];
        return secrets.flatMap((secret, which) => {
          const value = cells && secret(cells);
          if (value === undefined || !(value >= 1 && value <= 4)) return [];
          const values = new Set(possible.map((world) => secret(world[at]?.[office]?.[month] ?? [])));
          return values.size < 3 ? [`edition ${at}, office ${office}, month ${month}, ${which}`] : [];
        });
      }),
    ),
  );
}

/** A count as offices have them: mostly small. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 16 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const cells = fc.tuple(...FIGURE_KEYS.map(() => count)).map((line): Cells => line);
const figures = fc.array(fc.array(cells, { minLength: 12, maxLength: 12 }), {
  minLength: OFFICES,
  maxLength: OFFICES,
});
/** Months that were wrong when they were first shown, and lines that came later. */
const slips = fc.array(
  fc.record({
    office: fc.nat(OFFICES - 1),
    month: fc.nat(11),
    line: fc.nat(FIGURE_KEYS.length - 1),
    was: count,
    editions: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 30 },
);

/** A year as it was published: a month more in each edition, then corrected once more. */
const year = fc.tuple(figures, slips, fc.integer({ min: 2, max: 12 })).map(([all, wrong, length]) =>
  Array.from({ length: length + 1 }, (_, at): Edition =>
    all.map((months, office) =>
      months.map((own, month) => {
        if (month > Math.min(at, length - 1)) return undefined;
        const now = wrong.filter((one) => one.office === office && one.month === month);
        return own.map((value, line) => {
          const slip = now.find((one) => one.line === line && at < month + one.editions);
          return slip ? slip.was : value;
        });
      }),
    ),
  ),
);

describe('small counts', () => {
  it('and small rests keep three possible values over all editions of a year, lines, wholes and parts, offices and areas', () => {
    const numRuns = LONG ? 60 : 6;
    fc.assert(
      fc.property(year, (editions) => {
        expect(givenAway(editions)).toEqual([]);
      }),
      { seed: 20_261_122, numRuns, endOnFailure: true },
    );
  });

  const FILE = 'offices/dong/jia/statistics.json';
  const months = (few: number, whole: number, part: number) => [
    { month: '2026-09', consultations: 12, lectures: few, mediations: whole, mediationsSettled: part },
    { month: '2026-10', consultations: few, lectures: 7, mediations: 20, mediationsSettled: 18 },
  ];
  const content = (...counts: [number, number, number]) => ({
    [FILE]: fields({ months: months(...counts) }),
  });

  it('leave no trace in the linked content, from which all pages, exports and posters are made', () => {
    const linked = (...counts: [number, number, number]) => aContent(content(...counts)).catalogue;
    expect(linked(1, 14, 10)).toBeDefined();
    expect(isDeepStrictEqual(linked(1, 14, 10), linked(4, 12, 11))).toBe(true);
    expect(isDeepStrictEqual(linked(1, 14, 10), linked(5, 14, 10))).toBe(false);
  });

  it('cannot be tried out on the fingerprint of the content', () => {
    const revision = (files: Parameters<typeof withContent>[0]) =>
      withContent(files, (folder) =>
        contentRevision(groupContents(readContent(folder).entries, '2026-11-22')),
      );
    const fingerprint = (...counts: [number, number, number]) => revision(content(...counts));
    expect(fingerprint(1, 14, 10)).toBe(fingerprint(4, 12, 11));
    expect(fingerprint(1, 14, 10)).not.toBe(fingerprint(5, 14, 10));
    const broken = (few: number) =>
      revision({ [FILE]: `{ "months": [{ "month": "2026-10", "lectures": ${few}, }` });
    expect(broken(1)).toBe(broken(4));
  });
});

it('the figures of an area are read once, however many offices report', () => {
  let reads = 0;
  const spied = () => ({
    figures: {},
    get month() {
      reads += 1;
      return '2026-10';
    },
  });
  const offices = Array.from({ length: 500 }, () => ({
    statistics: { months: [spied()], provenance: { source: '测试' } },
  }));
  areaFigures(offices);
  expect(reads).toBeLessThan(500 * 5);
});
