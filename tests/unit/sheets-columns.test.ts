import { expect, it } from 'vitest';
import type { Path } from '../../src/schemas/walk.ts';
import { RECORDS } from '../../src/sheets/records.ts';
import { TABLES } from '../../src/sheets/tables/index.ts';
import { placesIn } from '../helpers/schema-values.ts';

/** What workbooks leave to the form and to those who look after the files; each with the reason. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^office\.(?:name|shortName|localName|kind|serves|sharedRule|area|services)\b/, 'set by the bureau'],
  [/^office\.place\.point\./, 'surveyed: brought in by a command of its own'],
  [/^staff\.people\[\]\.id$/, 'kept by the workbook itself'],
];

/** `office.phones[].number` as the way to the first of them; a list of words has one cell. */
const pathOf = (place: string): Path =>
  place
    .replace(/\[\]$/, '')
    .replaceAll('[]', '.0')
    .split('.')
    .map((step) => (step === '0' ? 0 : step));

const beginsWith = (path: Path, start: Path) => start.every((step, at) => path[at] === step);

const hasColumn = (path: Path): boolean =>
  TABLES.some((table) => {
    const at = table.locate(path, {});
    return at && table.columns.some((column) => beginsWith(at.rest, column.path));
  });

it.each(Object.entries(RECORDS))('every field of %s has a column in the workbook', (name, { schema }) => {
  const forgotten = [...placesIn(schema, name)].flatMap(([place]) =>
    hasColumn(pathOf(place)) || ELSEWHERE.some(([pattern]) => pattern.test(place)) ? [] : [place],
  );
  expect(forgotten).toEqual([]);
});

it('no two columns of a table have the same heading', () => {
  for (const { name, columns } of TABLES) {
    const titles = columns.map(({ title }) => title);
    expect(new Set(titles).size, name).toBe(titles.length);
  }
});
