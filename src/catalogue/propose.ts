import type { z } from 'zod';
import { toHalfWidth } from '../domain/phones.ts';
import { suggest } from './suggest.ts';
import { removeHiddenCharacters } from '../domain/text.ts';
import { hintOf, unwrap } from '../schemas/field.ts';
import { schemaAt, valueAt, type Path, fieldsOf } from '../schemas/walk.ts';
import type { Entry, Notation } from './entry.ts';
import { writeValue } from './notation.ts';

/**
 * An example of a field in the notation of its file: the one that the schema names, else one made of the
 * examples of its parts; undefined when a part has none.
 */
function writeExample(notation: Notation, schema: z.ZodType): string | undefined {
  const example = hintOf(schema)?.example;
  if (example === undefined) return writeParts(schema);
  // Examples are kept as text. What the schema takes as text gets the quotes of the notation; the rest is JSON.
  return schema.safeParse(example).success ? writeValue(notation, example) : example;
}

function writeParts(schema: z.ZodType): string | undefined {
  const def = unwrap(schema).def as { type: string; element?: z.ZodType; values?: readonly unknown[] };
  if (def.type === 'literal') return JSON.stringify(def.values?.[0]);
  if (def.type === 'array') return wrap('[', def.element && writeExample('json', def.element), ']');
  const required = Object.entries(fieldsOf(schema, undefined)).filter(([, field]) => unwrap(field) === field);
  const parts = required.map(([key, field]) => ({ key, value: writeExample('json', field) }));
  if (parts.length === 0 || parts.some(({ value }) => value === undefined)) return undefined;
  return wrap('{ ', parts.map(({ key, value }) => `"${key}": ${value}`).join(', '), ' }');
}

const wrap = (open: string, inner: string | undefined, close: string) =>
  inner === undefined ? undefined : `${open}${inner}${close}`;

type Draft = Pick<Entry, 'schema' | 'raw' | 'notation'>;

interface Proposal {
  /** In the notation of the file; absent when there is nothing to go by. */
  readonly value: string | undefined;
  /** True when it was made from what the author wrote, false when it is an example. */
  readonly certain: boolean;
}

/**
 * What to write at a path: the author's value fixed, if that passes the schema, else the nearest of the choices,
 * else the field's example.
 */
export function proposeValue(draft: Draft, path: Path, choices: readonly string[] = []): Proposal {
  const schema = schemaAt(draft.schema, path, draft.raw);
  if (!schema) return { value: undefined, certain: false };
  const written = valueAt(draft.raw, path);
  const near = typeof written === 'string' ? suggest(written, choices) : undefined;
  if (near !== undefined) return { value: writeValue(draft.notation, near), certain: true };
  const passing = [...fixesOf(schema, written)].find(
    (one) => one !== undefined && one !== written && schema.safeParse(one).success,
  );
  if (passing !== undefined) return { value: writeValue(draft.notation, passing), certain: true };
  return { value: writeExample(draft.notation, schema), certain: false };
}

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  是: true,
  否: false,
  有: true,
  无: false,
};

/** What an author may have meant by a value, the likeliest first; not all of it passes the schema. */
function* fixesOf(schema: z.ZodType, written: unknown): Generator<unknown> {
  if (written === undefined || written === null || Array.isArray(written)) return;
  if (typeof written === 'object') return yield [written];
  const text = String(written);
  const half = toHalfWidth(text).trim();
  yield hintOf(schema)?.fix?.(written);
  if (half !== '' && !Number.isNaN(Number(half))) yield Number(half);
  yield YES_OR_NO[half.toLowerCase()];
  yield text;
  yield removeHiddenCharacters(text).replace(/\s+/g, ' ').trim();
  yield half;
  yield [written];
}
