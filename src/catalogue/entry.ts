import type { z } from 'zod';
import type { Root } from 'mdast';
import { fieldLabel, type Path } from '../schemas/walk.ts';
import type { KindName } from '../kinds.ts';
import type { Fault, Problem } from '../domain/problems.ts';

/** A place in a file, 1-based, columns in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How the data of a file are written: decides how a remedy is worded. In a form or a spreadsheet there are only values. */
export type Notation = 'json' | 'yaml' | 'form';

/** Where the field at a path is written; of a missing field, where its nearest parent is. */
export type Locate = (path: Path) => Position | undefined;

/** One content file as read: `data` is absent when it has faults. */
export interface Entry<T = unknown> {
  readonly kind: KindName;
  /** Relative to the content folder. */
  readonly file: string;
  /** One of the texts that come with the program: its file lies in their folder, not in the content. */
  readonly national?: true;
  /** What stood in place of `<county>`, `<office>`, `<slug>` … in the pattern. */
  readonly names: Readonly<Record<string, string>>;
  readonly notation: Notation;
  readonly schema: z.ZodType;
  /** The values as written, before the schema; undefined when the notation could not be read. */
  readonly raw: unknown;
  /** Present when the file passed its schema. */
  readonly data: T | undefined;
  readonly text: string;
  readonly locate: Locate;
  /** For Markdown: the parsed body, with positions of the file. */
  readonly prose: { readonly body: string; readonly tree: Root } | undefined;
  /** Of the city's telephones, where whoever asks knows it: for what to type. */
  readonly areaCode?: string | undefined;
}

/** What a rule says about a place in a file. */
export interface RuleFinding extends Fault {
  readonly kind: Problem['kind'];
  readonly path?: Path;
  readonly severity?: Problem['severity'];
}

/** A finding as a problem of the file, with line, column and the field's name. */
export function problemAt(entry: Omit<Entry, 'data'>, finding: RuleFinding): Problem {
  const path = finding.path ?? [];
  return {
    kind: finding.kind,
    severity: finding.severity ?? 'error',
    file: entry.file,
    ...entry.locate(path),
    path,
    field: fieldLabel(entry.schema, path, entry.raw),
    message: finding.message,
    remedy: finding.remedy,
  };
}
