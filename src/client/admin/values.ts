/** Values of a form and how they become what stands in a file: empty is unknown, and unknown is left out. */
import type { z } from 'zod';
import { fieldsOf, stepInto, valueAt, type Path } from '../../schemas/walk.ts';
import { isOptional, shapeOf } from './shape.ts';

type Group = Record<string, unknown>;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a new entry begins with: lists that need an entry have one, everything else is empty. */
export function blankOf(schema: z.ZodType): unknown {
  const shape = shapeOf(schema);
  if (shape.as === 'group') {
    const needed = Object.entries(shape.fields).filter(([, field]) => !isOptional(field));
    const parts = needed.map(([key, field]) => [key, blankOf(field)] as const);
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  if (shape.as === 'several') return [];
  if (shape.as === 'list') return schema.safeParse([]).success ? [] : [blankOf(shape.element)];
  return shape.as === 'text' ? '' : undefined;
}

/** Puts a value at a path, making the groups above it; `undefined` takes it out. */
export function putAt(root: Group, path: Path, value: unknown): void {
  let at: unknown = root;
  for (const [depth, key] of path.slice(0, -1).entries()) {
    const next = valueAt(at, [key]);
    if (typeof next !== 'object' || next === null)
      Reflect.set(at as object, key, typeof path[depth + 1] === 'number' ? [] : {});
    at = valueAt(at, [key]);
  }
  const last = path.at(-1) ?? '';
  if (value === undefined && !Array.isArray(at)) Reflect.deleteProperty(at as object, last);
  else Reflect.set(at as object, last, value);
}

function prunedGroup(schema: z.ZodType, value: Group, base: unknown): Group | undefined {
  const known = fieldsOf(schema, value);
  const keys = [...Object.keys(known), ...Object.keys(value).filter((key) => !Object.hasOwn(known, key))];
  const parts = keys.map((key) => {
    const field = known[key];
    const part = value[key];
    return [key, field ? pruned(field, part, valueAt(base, [key])) : part] as const;
  });
  const kept = Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  return Object.keys(kept).length === 0 && isOptional(schema) ? undefined : kept;
}

/** A value as it goes into the file: texts without spaces at their ends, nothing that is empty, fields in the order of the schema. */
export function pruned(schema: z.ZodType, value: unknown, base?: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (isGroup(value)) return prunedGroup(schema, value, base);
  if (!Array.isArray(value)) return value ?? undefined;
  const element = stepInto(schema, 0, value);
  const parts = value.map((one, at) =>
    element ? pruned(element, one, valueAt(base, [at])) : (one as unknown),
  );
  const kept = parts.filter((one) => one !== undefined);
  const wasEmpty = Array.isArray(base) && base.length === 0;
  return kept.length === 0 && isOptional(schema) && !wasEmpty ? undefined : kept;
}
