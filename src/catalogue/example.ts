import type { z } from 'zod';
import { hintOf, unwrap } from '../schemas/field.ts';
import { fieldsOf } from '../schemas/walk.ts';
import type { Notation } from './entry.ts';
import { writeValue } from './notation.ts';

/**
 * An example of a field in the notation of its file: the one that the schema names, else one made of the
 * examples of its parts; undefined when a part has none.
 */
export function writeExample(notation: Notation, schema: z.ZodType): string | undefined {
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
