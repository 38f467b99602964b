import type { z } from 'zod';
import { hintOf, unwrap, type FieldFormat } from '../../schemas/field.ts';

/** How a field is asked for. One description for controls, values and words, made of the schema alone. */
type Shape =
  | { readonly as: 'text'; readonly asks?: FieldFormat | undefined; readonly long: boolean }
  | { readonly as: 'number' }
  | { readonly as: 'yesno' }
  | { readonly as: 'choice'; readonly choices: Choices }
  | { readonly as: 'several'; readonly choices: Choices }
  | { readonly as: 'list'; readonly element: z.ZodType }
  | { readonly as: 'group'; readonly fields: Fields }
  | { readonly as: 'variant'; readonly key: string; readonly choices: Choices }
  | { readonly as: 'fixed' };

/** What may be chosen: the value in the file, and what it is called. */
export type Choices = readonly (readonly [value: string | number, words: string])[];
type Fields = Readonly<Record<string, z.ZodType>>;

interface Check {
  readonly _zod: {
    readonly def: { readonly check: string; readonly maximum?: number; readonly value?: number };
  };
}

interface Def {
  readonly type: string;
  readonly checks?: readonly Check[];
  readonly shape?: Fields;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly discriminator?: string;
}

/** From this length on a text gets a field of several lines. */
const LONG = 250;
/** A list of whole numbers from so few is ticked, not typed. */
const FEW = 12;

const defOf = (schema: z.ZodType) => unwrap(schema).def as unknown as Def;

/** A limit that the schema sets; zod's own getters would bring its writer of JSON Schemas along. */
function limitOf(schema: z.ZodType, kind: 'max_length' | 'greater_than' | 'less_than'): number | undefined {
  const found = defOf(schema).checks?.find(({ _zod }) => _zod.def.check === kind)?._zod.def;
  return found?.maximum ?? found?.value;
}

export const isOptional = (schema: z.ZodType): boolean => unwrap(schema) !== schema;

/** What a field is called in a form: without what only somebody who writes the file needs to know. */
export const titleOf = (schema: z.ZodType): string =>
  (hintOf(schema)?.title ?? '').replace(/编号$|（1 周一.*）$/, '');

/** What a value is called, where a schema has few of them. */
export function choicesOf(schema: z.ZodType): Choices | undefined {
  const words = hintOf(schema)?.choices;
  const def = defOf(schema);
  if (def.type === 'enum')
    return Object.values(def.entries ?? {}).map((value) => [value, words?.[value] ?? value] as const);
  if (def.type !== 'number') return undefined;
  const [minValue, maxValue] = [limitOf(schema, 'greater_than'), limitOf(schema, 'less_than')];
  if (minValue === undefined || maxValue === undefined || maxValue - minValue >= FEW) return undefined;
  return Array.from({ length: maxValue - minValue + 1 }, (_, at) => {
    const value = minValue + at;
    return [value, words?.[value] ?? String(value)] as const;
  });
}

function listShape(element: z.ZodType): Shape {
  const choices = choicesOf(element);
  return choices ? { as: 'several', choices } : { as: 'list', element };
}

function variantShape(schema: z.ZodType, key: string): Shape {
  return { as: 'variant', key, choices: Object.entries(hintOf(schema)?.choices ?? {}) };
}

/** The shape of a schema that a form knows how to ask for. */
export function shapeOf(schema: z.ZodType): Shape {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return { as: 'group', fields: def.shape ?? {} };
    case 'array':
      return def.element ? listShape(def.element) : { as: 'fixed' };
    case 'enum':
      return { as: 'choice', choices: choicesOf(schema) ?? [] };
    case 'boolean':
      return { as: 'yesno' };
    case 'literal':
      return { as: 'fixed' };
    case 'number':
      return { as: 'number' };
    case 'union':
      if (def.discriminator) return variantShape(schema, def.discriminator);
      return hintOf(schema)?.asks
        ? { as: 'text', asks: hintOf(schema)?.asks, long: false }
        : { as: 'number' };
    default:
      return { as: 'text', asks: hintOf(schema)?.asks, long: (limitOf(schema, 'max_length') ?? 0) >= LONG };
  }
}
