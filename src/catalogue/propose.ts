import { hintOf } from '../schemas/field.ts';
import { schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { suggest } from '../domain/suggest.ts';
import type { Entry } from './entry.ts';
import { writeValue } from './notation.ts';
import type { z } from 'zod';

type Draft = Pick<Entry, 'schema' | 'raw' | 'notation'>;

export interface Proposal {
  /** In the notation of the file; absent when there is nothing to go by. */
  readonly value: string | undefined;
  /** True when it was made from what the author wrote, false when it is an example. */
  readonly certain: boolean;
}

/** What to write at a path: the author's value mended, if that passes the schema, else the field's example. */
export function proposeValue(draft: Draft, path: Path): Proposal {
  const schema = schemaAt(draft.schema, path, draft.raw);
  if (!schema) return { value: undefined, certain: false };
  const hint = hintOf(schema);
  const written = valueAt(draft.raw, path);
  const passing = candidates(schema, written, hint?.mend).find((one) => schema.safeParse(one).success);
  if (passing !== undefined) return { value: writeValue(draft.notation, passing), certain: true };
  return {
    value: hint?.example === undefined ? undefined : writeExample(draft, schema, hint.example),
    certain: false,
  };
}

type Mend = ((value: unknown) => string | undefined) | undefined;

function candidates(schema: z.ZodType, written: unknown, mend: Mend): unknown[] {
  if (written === undefined || written === null || typeof written === 'object') return wrap(written);
  const half = toHalfWidth(String(written)).trim();
  const flat = String(written).replace(/\s+/g, ' ').trim();
  const words: Record<string, boolean> = {
    true: true,
    false: false,
    是: true,
    否: false,
    有: true,
    无: false,
  };
  const number = half === '' ? Number.NaN : Number(half);
  const near = suggest(String(written), choicesOf(schema));
  return [
    mend?.(written),
    Number.isNaN(number) ? undefined : number,
    words[half.toLowerCase()],
    String(written),
    flat,
    half,
    near,
    [written],
  ].filter((one) => one !== undefined);
}

const wrap = (written: unknown): unknown[] => (written && !Array.isArray(written) ? [[written]] : []);

/** The words that an enumerated field allows. */
function choicesOf(schema: z.ZodType): string[] {
  const options = (schema as { options?: unknown }).options;
  return Array.isArray(options) ? options.filter((one): one is string => typeof one === 'string') : [];
}

/** Examples are kept as text; text that the schema takes as it is gets quotes, the rest is JSON already. */
function writeExample(draft: Draft, schema: z.ZodType, example: string): string {
  return schema.safeParse(example).success ? writeValue(draft.notation, example) : example;
}
