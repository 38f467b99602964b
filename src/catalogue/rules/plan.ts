import type { Problem } from '../../domain/problems.ts';
import { MEASURES } from '../../domain/standards/measures.ts';
import { addressesOf } from '../addresses.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { slugsOf } from './offices.ts';
import { checkReference, checkReferences, checkUnique } from './reference.ts';

/** The plan names pages, measures and counties that there are, and each clause and each year once. */
export function checkPlan(contents: Contents): Problem[] {
  const laws = { name: '法律', ids: slugsOf(contents, 'law') };
  const counties = {
    name: '县',
    ids: new Set(contents.real.counties.filter(({ county }) => county).map(({ slug }) => slug)),
  };
  return [
    ...contents
      .of('plan')
      .flatMap((entry) => [
        ...checkReference(entry, ['law'], laws),
        ...checkUnique(entry, ['clauses'], 'id', '条款'),
        ...pointProblems(entry, addressesOf(contents)),
      ]),
    ...contents
      .of('progress')
      .flatMap((entry) => [
        ...repeatedYears(entry),
        ...listAt(entry.raw, ['years']).flatMap((_, at) =>
          listAt(entry.raw, ['years', at, 'tasks']).flatMap((_one, index) =>
            checkReferences(entry, ['years', at, 'tasks', index, 'counties'], counties),
          ),
        ),
      ]),
  ];
}

const MEASURE_IDS = { name: '指标', ids: new Set(MEASURES.map(({ id }) => id)) };

function pointProblems(entry: Entry, addresses: ReadonlySet<string>): Problem[] {
  return listAt(entry.raw, ['clauses']).flatMap((_, at) =>
    listAt(entry.raw, ['clauses', at, 'points']).flatMap((_one, index) => {
      const path = ['clauses', at, 'points', index];
      return [
        ...checkReferences(entry, [...path, 'measures'], MEASURE_IDS),
        ...listAt(entry.raw, [...path, 'at']).flatMap((_address, place) =>
          addressProblems(entry, [...path, 'at', place], addresses),
        ),
      ];
    }),
  );
}

function addressProblems(entry: Entry, path: (string | number)[], addresses: ReadonlySet<string>): Problem[] {
  const address = textAt(entry.raw, path)?.replace(/#.*$/, '');
  if (address === undefined || addresses.has(address)) return [];
  const message = `站内没有 ${address} 这一页`;
  return [problemAt(entry, { kind: 'reference', path, message, remedy: '改成站内有的页面，或删掉' })];
}

function repeatedYears(entry: Entry): Problem[] {
  const years = listAt(entry.raw, ['years']).map((one) => (one as { year?: unknown } | undefined)?.year);
  return years.flatMap((year, at) => {
    if (typeof year !== 'number' || years.indexOf(year) === at) return [];
    const message = `${year}年写了两次`;
    const path = ['years', at, 'year'];
    return [problemAt(entry, { kind: 'duplicate', path, message, remedy: '合并成一个年度' })];
  });
}
