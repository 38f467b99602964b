import type { ServiceRecord } from '../schemas/service.ts';
import { appointmentInWords } from './appointment-words.ts';

const HEADS = ['name', 'title', 'label', 'kind', 'q'] as const;
const TAILS = ['text', 'a', 'note'] as const;

const first = (value: object, keys: readonly string[]) =>
  keys.map((key) => Reflect.get(value, key) as unknown).find((one) => typeof one === 'string') as
    string | undefined;

/** What stands between the name of a part and its text: how many copies, how long. */
function middle(value: object): string {
  const { original, copies, required, value: count, unit, from } = value as Readonly<Record<string, unknown>>;
  if (typeof count === 'number') return `${String(from)}，${count}${String(unit)}`;
  if (typeof copies !== 'number') return '';
  return [original === true && '原件', copies > 0 && `复印件${copies}份`, required === false && '有就带上']
    .filter(Boolean)
    .join('，');
}

function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('need' in value) return appointmentInWords(value as NonNullable<ServiceRecord['appointment']>);
  if ('what' in value && Array.isArray(value.what)) return value.what.join('、');
  const parts = [first(value, HEADS), middle(value), first(value, TAILS)];
  return parts.filter(Boolean).join('：');
}

/** An element of a guide as lines to read; none where nothing stands. */
export function elementLines(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(inWords);
}
