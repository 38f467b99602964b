import type { z } from 'zod';
import { toHalfWidth } from '../domain/phones.ts';
import { suggest } from './suggest.ts';
import { removeHiddenCharacters } from '../domain/text.ts';
import { hintOf } from '../schemas/field.ts';
import { schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import type { Entry } from './entry.ts';
import { writeExample } from './example.ts';
import { writeValue } from './notation.ts';

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
