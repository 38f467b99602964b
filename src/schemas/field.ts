import { z } from 'zod';

/** What an author is told about a field: its Chinese name, an example to copy, and a fix for a wrong value. */
interface FieldHint {
  readonly title: string;
  readonly example?: string | undefined;
  /** Given a wrong value, the value the author most likely meant, or undefined. */
  readonly fix?: ((value: unknown) => string | undefined) | undefined;
  /** Of an object that takes no further fields on principle: why. */
  readonly closed?: string | undefined;
  /** What a form asks for, where the schema alone does not tell. */
  readonly asks?: FieldFormat | undefined;
  /** Of a field with a few possible values: what each is called. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
}

/** What a field holds beyond its type: a form picks a fitting control, or a list of what may be pointed to. */
export type FieldFormat =
  'date' | 'month' | 'time' | 'phone' | 'person' | 'service' | 'matter' | 'office' | 'division';

const hints = z.registry<FieldHint>();

/** Gives a schema its Chinese name, and carries name and example into JSON Schema for editors. */
export function field<S extends z.ZodType>(
  schema: S,
  title: string,
  example?: string,
  fix?: FieldHint['fix'],
): S {
  const inherited = hintOf(schema);
  const hint = {
    ...inherited,
    title,
    example: example ?? inherited?.example,
    fix: fix ?? inherited?.fix,
  };
  const named = schema.meta({ title, ...(hint.example ? { examples: [hint.example] } : {}) });
  hints.add(named, hint);
  return named;
}

/** Says what a form asks for, and what the possible values are called. */
export function asking<S extends z.ZodType>(schema: S, asked: Pick<FieldHint, 'asks' | 'choices'>): S {
  const named = schema.meta(schema.meta() ?? {});
  hints.add(named, { title: '', ...hintOf(schema), ...asked });
  return named;
}

/** A choice of one of the keys of a table; forms show the words beside them. */
export const choice = <K extends string>(words: Readonly<Record<K, string>>) =>
  asking(z.enum(Object.keys(words) as [K, ...K[]]), { choices: words });

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
