import { replaceInvisible } from './text.ts';

/** Ends of lines, and what stands for bytes that are no text. */
const ENDS = /[\t\n\r\p{Zl}\p{Zp}\uFFFD]/gu;

const spelt = (char: string) => `<U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`;

/** A text in one line, with what moves a cursor, ends a line or hides spelt out: `a<U+000A>b`. */
export const spell = (text: string): string => replaceInvisible(text, spelt).replace(ENDS, spelt);

/** A value whose texts, at every depth, are spelt out. */
export function spellAll<T>(value: T): T {
  if (typeof value === 'string') return spell(value) as T;
  if (Array.isArray(value)) return value.map(spellAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [spell(key), spellAll(one)])) as T;
}
