import { z } from 'zod';

/** What an author is told about a field: its Chinese name, an example to copy, and a mend for a wrong value. */
export interface FieldHint {
  readonly title: string;
  readonly example?: string | undefined;
  /** Given a wrong value, the value the author most likely meant, or undefined. */
  readonly mend?: ((value: unknown) => string | undefined) | undefined;
  /** Of an object that takes no further fields on principle: why. */
  readonly closed?: string | undefined;
}

const hints = z.registry<FieldHint>();

/** Gives a schema its Chinese name, and carries name and example into JSON Schema for editors. */
export function field<S extends z.ZodType>(
  schema: S,
  title: string,
  example?: string,
  mend?: FieldHint['mend'],
): S {
  const inherited = hintOf(schema);
  const hint = {
    title,
    example: example ?? inherited?.example,
    mend: mend ?? inherited?.mend,
    closed: inherited?.closed,
  };
  const named = schema.meta({ title, ...(hint.example ? { examples: [hint.example] } : {}) });
  hints.add(named, hint);
  return named;
}

/** Says why an object takes no other fields than its own; the check tells it to whoever adds one. */
export function closed<S extends z.ZodType>(schema: S, why: string): S {
  const named = schema.meta({});
  hints.add(named, { title: '', closed: why });
  return named;
}

/** The hint given to this very schema, or to the one it wraps (optional, default). */
export function hintOf(schema: z.ZodType): FieldHint | undefined {
  const own = hints.get(schema);
  if (own) return own;
  const inner = unwrap(schema);
  return inner === schema ? undefined : hintOf(inner);
}

/** Takes off optional(), nullable() and default(): the schema that a present value must satisfy. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema.def as { type: string; innerType?: z.ZodType };
  const wraps = ['optional', 'nullable', 'default', 'readonly', 'prefault'].includes(def.type);
  return wraps && def.innerType ? def.innerType : schema;
}
