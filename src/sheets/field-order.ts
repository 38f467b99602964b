import type { z } from 'zod';
import { fieldsOf, stepInto } from '../schemas/walk.ts';

/** A record with its fields in the order of the schema, in which authors find them; unknown ones stay behind. */
export function inSchemaOrder(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one, at) => inSchemaOrder(stepInto(schema, at, value), one));
  const known = Object.keys(fieldsOf(schema, value));
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(
    entries.map(([key, one]) => [key, inSchemaOrder(stepInto(schema, key, value), one)]),
  );
}
