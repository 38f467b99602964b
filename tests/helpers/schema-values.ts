import type { z } from 'zod';
import { unwrap } from '../../src/schemas/field.ts';

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

const defOf = (schema: z.ZodType) => unwrap(schema).def as unknown as Def;

const isGroup = (schema: z.ZodType): boolean => {
  const { type, options = [] } = defOf(schema);
  return type === 'object' || type === 'array' || type === 'record' || options.some(isGroup);
};

/** Every place for a value below a schema, by its path (`office.phones[].number`), with the field as it was declared. */
export function* placesIn(schema: z.ZodType, path: string): Generator<readonly [string, z.ZodType]> {
  const { shape, element, valueType, options = [] } = defOf(schema);
  if (shape) for (const [name, field] of Object.entries(shape)) yield* placesIn(field, `${path}.${name}`);
  else if (element) yield* placesIn(element, `${path}[]`);
  else if (valueType) yield* placesIn(valueType, `${path}[]`);
  else if (options.some(isGroup)) for (const one of options) yield* placesIn(one, path);
  else yield [path, schema];
}
