/** What entries of a list are called. */
import type { z } from 'zod';
import { hintOf } from '../../../schemas/field.ts';
import { fieldsOf, valueAt } from '../../../schemas/walk.ts';
import { titleOf } from '../shape.ts';
import type { FormContext } from './context.ts';

/** What tells an entry from the others, in this order; of those that go together, all. */
const NAMES = [
  ['name'],
  ['month'],
  ['date', 'person'],
  ['person'],
  ['post'],
  ['number'],
  ['service'],
  ['title'],
  ['q'],
  ['from', 'to'],
];

/** What an entry is called: by what it is about, else by its number. */
export function entryName(context: FormContext, schema: z.ZodType, entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  const said = (key: string) => {
    const value = valueAt(entry, [key]);
    const field = fieldsOf(schema, entry)[key];
    const known = field && context.choicesFor(hintOf(field)?.asks)?.find(([one]) => one === value);
    return known ? known[1] : typeof value === 'string' ? value : '';
  };
  const name = NAMES.find((keys) => keys.every(said));
  return name ? name.map(said).join('　') : '';
}

/** What one of a list is called, where the list's own name does not tell. */
const ONE: Readonly<Record<string, string>> = { 各月: '月份', 一周安排: '一段安排', 季节: '一季' };

export const oneOf = (schema: z.ZodType) => ONE[titleOf(schema)] ?? titleOf(schema);
