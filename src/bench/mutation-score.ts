/** What a run of the mutation tester says of the tests, by folder. */
import { dirname } from 'node:path';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Of Stryker's report, what the score needs. */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** A mutant that no test can notice, because the program does the same; `tests/mutation/equivalent.json`. */
export interface Equivalent {
  readonly file: string;
  /** The line that it begins on, without its indent. */
  readonly line: string;
  readonly code: string;
  readonly becomes: string;
  readonly why: string;
}

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly becomes: string;
}

interface Score {
  readonly folder: string;
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
}

const KILLED: ReadonlySet<string> = new Set(['Killed', 'Timeout']);
const ALIVE: ReadonlySet<string> = new Set(['Survived', 'NoCoverage']);

/** The code between two places, 1-based, the end not included. */
function codeAt(source: string, start: Place, end: Place): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

/** The score of each folder; an equivalent mutant counts neither as killed nor as alive. */
export function scoresOf(report: MutationReport, known: readonly Equivalent[]): Score[] {
  const scores = new Map<string, { killed: number; equivalent: number; survivors: Survivor[] }>();
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const folder = dirname(file);
    const score = scores.get(folder) ?? { killed: 0, equivalent: 0, survivors: [] };
    scores.set(folder, score);
    for (const { status, replacement = '', location } of mutants) {
      if (KILLED.has(status)) score.killed += 1;
      if (!ALIVE.has(status)) continue;
      const code = codeAt(source, location.start, location.end);
      const line = source.split('\n')[location.start.line - 1]?.trim();
      const isSame = (one: Equivalent) =>
        one.file === file && one.line === line && one.code === code && one.becomes === replacement;
      if (known.some(isSame)) score.equivalent += 1;
      else score.survivors.push({ file, line: location.start.line, code, becomes: replacement });
    }
  }
  return [...scores].map(([folder, { killed, equivalent, survivors }]) => ({
    folder,
    killed,
    equivalent,
    survivors,
    mutants: killed + equivalent + survivors.length,
  }));
}

/** Of a hundred mutants that a test could notice, how many are noticed. */
export const percentOf = ({ killed, survivors }: Pick<Score, 'killed' | 'survivors'>): number =>
  killed + survivors.length === 0 ? 100 : (100 * killed) / (killed + survivors.length);
