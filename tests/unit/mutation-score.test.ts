import { expect, it } from 'vitest';
import { percentOf, scoresOf, type MutationReport } from '../../src/bench/mutation-score.ts';

const place = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});
const mutant = (status: string, replacement: string, location = place(2, 5, 8)) => ({
  mutatorName: 'x',
  status,
  replacement,
  location,
});
const REPORT: MutationReport = {
  files: {
    'src/domain/a.ts': {
      source: 'first\nif (a>b)\nlast',
      mutants: [
        mutant('Killed', 'a<b'),
        mutant('Timeout', 'true'),
        mutant('Survived', 'a>=b'),
        mutant('NoCoverage', 'false', { start: { line: 2, column: 8 }, end: { line: 3, column: 3 } }),
        mutant('Ignored', '1'),
        mutant('CompileError', '2'),
      ],
    },
    'src/domain/b.ts': { source: '', mutants: [mutant('Killed', '')] },
    'src/domain/hours/c.ts': { source: '', mutants: [] },
  },
};

it('what no test noticed is told with its place, by folder', () => {
  const scores = scoresOf(REPORT, []);
  expect(scores).toEqual([
    {
      folder: 'src/domain',
      mutants: 5,
      killed: 3,
      equivalent: 0,
      survivors: [
        { file: 'src/domain/a.ts', line: 2, code: 'a>b', becomes: 'a>=b' },
        { file: 'src/domain/a.ts', line: 2, code: ')\nla', becomes: 'false' },
      ],
    },
    { folder: 'src/domain/hours', mutants: 0, killed: 0, equivalent: 0, survivors: [] },
  ]);
  expect(scores.map(percentOf)).toEqual([60, 100]);
});

it('what changes nothing counts neither way; the same code in another file does', () => {
  const known = {
    file: 'src/domain/a.ts',
    line: 'if (a>b)',
    code: 'a>b',
    becomes: 'a>=b',
    why: '同样大的不会出现',
  };
  const [score] = scoresOf(REPORT, [known]);
  expect(score).toMatchObject({ equivalent: 1, mutants: 5, survivors: [{ becomes: 'false' }] });
  expect(score && percentOf(score)).toBe(75);
  for (const elsewhere of [{ file: 'src/domain/b.ts' }, { line: 'while (a>b)' }])
    expect(scoresOf(REPORT, [{ ...known, ...elsewhere }])[0]?.equivalent).toBe(0);
});
