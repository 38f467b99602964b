import { z } from 'zod';
import { hintOf, unwrap } from './field.ts';

export type Path = readonly (string | number)[];

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

const defOf = (schema: z.ZodType) => unwrap(schema).def as unknown as Def;

/** The option of a union that a value is meant to be: by its discriminator, else the first object. */
function optionFor(def: Def, value: unknown): z.ZodType | undefined {
  const key = def.discriminator;
  const wanted =
    key && typeof value === 'object' && value ? (value as Record<string, unknown>)[key] : undefined;
  const matches = (option: z.ZodType) =>
    key !== undefined && defOf(option).shape?.[key]?.safeParse(wanted).success === true;
  return def.options?.find(matches) ?? def.options?.[0];
}

/** The fields that may stand in an object, given the value that stands there; empty for other schemas. */
export function fieldsOf(schema: z.ZodType, value: unknown): Readonly<Record<string, z.ZodType>> {
  const def = defOf(schema);
  if (def.type === 'object') return def.shape ?? {};
  const option = def.type === 'union' ? optionFor(def, value) : undefined;
  return option ? fieldsOf(option, value) : {};
}

/** The schema of one step further: a field of an object, an element of a list, an entry of a record. */
export function stepInto(schema: z.ZodType, key: string | number, value: unknown): z.ZodType | undefined {
  const def = defOf(schema);
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  const fields = fieldsOf(schema, value);
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

/** The schema that holds at a path of a value, or undefined where the schema knows no such field. */
export function schemaAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>(
    (at, key, depth) => at && stepInto(at, key, valueAt(value, path.slice(0, depth))),
    schema,
  );
}

/** A path as authors read it: `phones[0].number`. */
export const pathInWords = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );

/** What an entry of a list is about: its name, its title, its number; else which one it is. */
function entryName(entry: unknown, at: number): string {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const named = ['name', 'title', 'number', 'month', 'date', 'file'].map((key) => fields[key]);
  return named.find((one): one is string => typeof one === 'string' && one !== '') ?? `第${at + 1}项`;
}

/** A field as people speak of it, without a word of the schema: `人员·示例甲·办公电话`; undefined for the whole file. */
export function fieldInWords(schema: z.ZodType, path: Path, value: unknown): string | undefined {
  const words = path.flatMap((key, depth) => {
    const own = path.slice(0, depth + 1);
    if (typeof key === 'number') return [entryName(valueAt(value, own), key)];
    const at = schemaAt(schema, own, value);
    return (at && hintOf(at)?.title) ?? [];
  });
  return words.length === 0 ? undefined : words.filter((word, at) => word !== words[at - 1]).join('·');
}

/** The Chinese names along a path and the path itself: `电话 phones[0].number`; undefined for the whole file. */
export function fieldLabel(schema: z.ZodType, path: Path, value: unknown): string | undefined {
  if (path.length === 0) return undefined;
  const titles = path.flatMap((_, depth) => {
    const at = schemaAt(schema, path.slice(0, depth + 1), value);
    const title = at && hintOf(at)?.title;
    return title ? [title] : [];
  });
  const names = titles.filter((title, at) => title !== titles[at - 1]);
  return [names.join('·'), pathInWords(path)].filter(Boolean).join(' ');
}
