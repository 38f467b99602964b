import { expect, it } from 'vitest';
import type { SourceFile } from '../../src/bench/imports.ts';
import { nearTests } from '../../src/bench/near-tests.ts';

const file = (path: string, targets: readonly string[] = [], more: Partial<SourceFile> = {}): SourceFile => ({
  path,
  layer: '',
  code: '',
  lines: 1,
  imports: targets.map((target) => ({ specifier: '', target, typeOnly: false, late: false })),
  ...more,
});
const DATES = 'src/domain/dates.ts';
const YEAR = 'src/domain/year.ts';
const FILES = [
  file(DATES),
  file(YEAR, [DATES]),
  file('src/domain/alone.ts'),
  file('tests/helpers/calendars.ts', [DATES]),
  file('tests/unit/dates.test.ts', [DATES]),
  file('tests/unit/calendars.test.ts', ['tests/helpers/calendars.ts']),
  file('tests/unit/year.test.ts', [YEAR]),
];

it('a file’s mutants are run by the tests that import it, be it through a helper, and by none that are further', () => {
  expect(nearTests([DATES], FILES)).toEqual(['tests/unit/calendars.test.ts', 'tests/unit/dates.test.ts']);
  expect(nearTests([YEAR, DATES], FILES)).toContain('tests/unit/year.test.ts');
  expect(nearTests(['src/domain/alone.ts'], FILES)).toEqual([]);
});

it('where only other files import it, by the tests of those; a type is no import', () => {
  const only = FILES.filter(({ path }) => path.startsWith('src/') || path.endsWith('year.test.ts'));
  expect(nearTests([DATES], only)).toEqual(['tests/unit/year.test.ts']);
  const types = only.map((one) => ({
    ...one,
    imports: one.imports.map((each) => ({ ...each, typeOnly: true })),
  }));
  expect(nearTests([DATES], types)).toEqual([]);
});

it('a rule’s mutants are run by the tests that ask the check', () => {
  const rule = 'src/catalogue/rules/hours.ts';
  const files = [
    file(rule),
    file('src/client/form.ts', [rule]),
    file('tests/unit/form.test.ts', ['src/client/form.ts']),
    file('tests/unit/check.test.ts', [], { code: "expect(problemsOf({})).toEqual(['x'])" }),
    file('tests/unit/hours.test.ts', [rule]),
  ];
  expect(nearTests([rule], files)).toEqual(['tests/unit/check.test.ts', 'tests/unit/hours.test.ts']);
});
