/** Columns and tables: which value of a record stands where in a workbook. */
import type { z } from 'zod';
import { hintOf, unwrap } from '../schemas/field.ts';
import { RECORDS } from './records.ts';
import { fieldsOf, schemaAt, type Path } from '../schemas/walk.ts';
import { list, number, phone, words as text, yesNo, type Codec } from './codecs.ts';
import { date } from './codecs-time.ts';
import type { Fields, FileName, Records } from './model.ts';

export interface Column {
  /** Within its table, stable: a workbook of last year is still understood. */
  readonly key: string;
  /** Where the value stands in the row's fields. */
  readonly path: Path;
  /** The heading. */
  readonly title: string;
  /** Other headings that people give it. */
  readonly also: readonly string[];
  readonly codec: Codec;
  /** What a value must satisfy. */
  readonly schema: z.ZodType;
  /** In characters. */
  readonly width: number;
  /** As it would stand in a cell; empty where there is none. */
  readonly example: string;
  /** What to write, with an example. */
  readonly note: string;
}

export interface Table {
  /** The name of the sheet. */
  readonly name: string;
  /** What the sheet is for, its first line. */
  readonly title: string;
  /** The files that it changes. */
  readonly files: readonly FileName[];
  readonly columns: readonly Column[];
  /** One row for each office; else rows that can be added and removed. */
  readonly single: boolean;
  /** The columns that tell a row from all others in the file. */
  readonly keys: readonly string[];
  /** The columns by which a row without a number is recognised. */
  readonly match: readonly string[];
  readonly rowsOf: (records: Records) => readonly Fields[];
  readonly withRows: (records: Records, rows: readonly Fields[]) => Records;
  /** The row and the path within it that a path of a record belongs to. */
  readonly locate: (path: Path, records: Records) => { row: number; rest: Path } | undefined;
  /** Columns of figures, of which a row says one at least. */
  readonly figures?: readonly string[];
  /** Rows are kept in this order of a column, where new ones are put in. */
  readonly sortBy?: string;
  readonly example: Fields;
}

const asFields = (value: unknown) => (value ?? {}) as Fields;

/** The schema at `office.place.address`; `given` tells a union which of its options is meant. */
export function schemaOf(path: Path, given?: unknown): z.ZodType {
  const [file, ...rest] = path;
  const schema = schemaAt(RECORDS[file as FileName].schema, rest, given);
  if (!schema) throw new Error(`no field ${path.join('.')}`);
  return schema;
}

export interface ColumnWords {
  readonly title?: string;
  readonly also?: readonly string[];
  readonly width?: number;
  readonly note?: string;
  readonly schema?: z.ZodType;
}

/** An example as it would stand in a cell. */
function exampleOf(schema: z.ZodType, codec: Codec): string {
  const example = hintOf(schema)?.example;
  if (example === undefined) return codec.choices?.({ people: [] })[0] ?? '';
  try {
    return codec.write(JSON.parse(example), { people: [] });
  } catch {
    return codec.write(example, { people: [] });
  }
}

/** A column of the value at `key` (parts joined by dots) of rows that satisfy `row`. */
export function column(
  row: (path: Path) => z.ZodType,
  key: string,
  codec: Codec,
  words: ColumnWords = {},
): Column {
  const path = key.split('.');
  const schema = words.schema ?? row(path);
  const example = exampleOf(schema, codec).replace(/^@.*/, '');
  const hint = codec.choices ? '' : example && `例：${example}`;
  return {
    key,
    path,
    title: words.title ?? hintOf(schema)?.title ?? key,
    also: words.also ?? [],
    codec,
    schema,
    width: words.width ?? 14,
    example,
    note: [words.note, hint].filter(Boolean).join('\n'),
  };
}

/** The schema of a field of the elements of a list. */
export const elementOf =
  (at: string) =>
  (path: Path): z.ZodType =>
    schemaOf([...at.split('.'), 0, ...path], asFields(undefined));

/** The schema of a field of a record, for tables of one row. */
export const recordField = (path: Path): z.ZodType => schemaOf(path);

const CODECS: Readonly<Record<string, Codec>> = { array: list, boolean: yesNo, number };
const ASKED: Readonly<Record<string, Codec>> = { date, phone };

/** How values stand in cells where nothing else is said: by what they are. */
const codecOf = (schema: z.ZodType): Codec =>
  ASKED[hintOf(schema)?.asks ?? ''] ?? CODECS[unwrap(schema).def.type] ?? text;

/** Words for columns by their keys below a part of a record; null leaves out what has its place elsewhere. */
type WordsBelow = Readonly<Record<string, (ColumnWords & { readonly codec?: Codec }) | null>>;

/** A column for every value below a part of a record, as its schema has it. */
export function* columnsBelow(part: string, words: WordsBelow = {}, below = part): Generator<Column> {
  const own = words[part.slice(below.length + 1)];
  if (own === null) return;
  const schema = recordField(part.split('.'));
  const fields = Object.keys(fieldsOf(schema, undefined));
  if (fields.length === 0) yield column(recordField, part, own?.codec ?? codecOf(schema), own);
  for (const name of fields) yield* columnsBelow(`${part}.${name}`, words, below);
}
