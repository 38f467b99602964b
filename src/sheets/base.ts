/** The hidden sheet with what the files said when the workbook was made. */
import { BASE_SHEET } from './marks.ts';
import type { Fields } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

/** What a row said; undefined when the workbook does not tell. */
export interface Base {
  /** False for a workbook that does not carry what the files said. */
  readonly known: boolean;
  /** The office that the workbook was made for, where it was made for one alone. */
  readonly only: string | undefined;
  readonly valuesOf: (table: string, office: string, key: string) => Fields | undefined;
}

export type BaseRow = readonly [table: string, office: string, key: string, values: string];

const together = (parts: readonly string[]) => parts.join('\n');

/** Reads the hidden sheet; a workbook without one, or with one that was tampered with, tells less. */
export function readBase(sheets: readonly SheetRows[]): Base {
  const rows = sheets.find(({ name }) => name === BASE_SHEET)?.rows ?? [];
  const known = new Map(
    rows.map(([table = '', office = '', key = '', values = '']) => [together([table, office, key]), values]),
  );
  const [only, ...others] = new Set(rows.map(([, office = '']) => office));
  return {
    known: known.size > 0,
    only: others.length === 0 ? only : undefined,
    valuesOf: (...parts) => {
      try {
        const values = JSON.parse(known.get(together(parts)) ?? 'null') as unknown;
        return typeof values === 'object' && values !== null ? (values as Fields) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
