import type { z } from 'zod';
import type { Problem } from '../domain/problems.ts';
import { hintOf } from '../schemas/field.ts';
import { fieldsOf, schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { problemAt, type Entry } from './entry.ts';
import { writeField } from './notation.ts';
import { suggest } from './suggest.ts';

type Draft = Omit<Entry, 'data'>;
type Fields = Readonly<Record<string, z.ZodType>>;

const MAX_CHOICES = 12;
/** How many objects deep a misplaced field is looked for. */
const MAX_DEPTH = 3;

/** A field that the schema does not know: what was meant, where it belongs, or what may stand here. */
export function unknownField(draft: Draft, path: Path, key: string): Problem {
  const schema = schemaAt(draft.schema, path, draft.raw);
  const parent = valueAt(draft.raw, path);
  const fields = schema ? fieldsOf(schema, parent) : {};
  const closed = schema && hintOf(schema)?.closed;
  const message = `没有“${key}”这个字段${closed ? `：${closed}` : ''}`;
  const remedy = remedyFor(draft, fields, parent, key);
  return problemAt(draft, { kind: 'unknownField', path: [...path, key], message, remedy });
}

function remedyFor({ notation }: Draft, fields: Fields, parent: unknown, key: string): string {
  const meant = likeliest(fields, key);
  const free = Object.keys(fields).filter((name) => valueAt(parent, [name]) === undefined);
  if (meant !== undefined && free.includes(meant)) return `是不是想写 ${writeField(notation, meant, '…')}`;
  if (meant !== undefined) return `删掉它：“${meant}”已经写了`;
  const within = belongsIn(fields, key, MAX_DEPTH);
  if (within) {
    const written = within.reduceRight((text, name) => {
      const inner = text === '…' ? text : `{ ${text} }`;
      return writeField('json', name, inner);
    }, '…');
    return `移到 ${within[0]} 里面写：${written}`;
  }
  const choices = free.slice(0, MAX_CHOICES).join('、');
  return choices ? `删掉它；这里还可以写：${choices}${free.length > MAX_CHOICES ? ' 等' : ''}` : '删掉它';
}

/** The field that was meant: by its Chinese name, or by a name that is nearly this one. */
const likeliest = (fields: Fields, key: string) =>
  Object.entries(fields).find(([, schema]) => hintOf(schema)?.title === key)?.[0] ??
  suggest(key, Object.keys(fields));

/** The way to a field of that name in the objects below, the shallowest first. */
function belongsIn(fields: Fields, key: string, depth: number): string[] | undefined {
  if (depth === 0) return undefined;
  const below = Object.entries(fields).map(([name, schema]) => [name, fieldsOf(schema, undefined)] as const);
  for (const [name, inner] of below) {
    const meant = likeliest(inner, key);
    if (meant !== undefined) return [name, meant];
  }
  for (const [name, inner] of below) {
    const way = belongsIn(inner, key, depth - 1);
    if (way) return [name, ...way];
  }
  return undefined;
}
