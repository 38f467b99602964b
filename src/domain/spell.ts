/** Characters that move a cursor, end a line or hide: nothing that shows text may hand them on. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;

const code = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** A text in one line with such characters spelt out: `a<U+000A>b`. */
export const spell = (text: string): string => text.replace(UNSEEN, (char) => `<U+${code(char)}>`);

/** A value whose texts, at every depth, are spelt out. */
export function spellAll<T>(value: T): T {
  if (typeof value === 'string') return spell(value) as T;
  if (Array.isArray(value)) return value.map(spellAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [spell(key), spellAll(one)])) as T;
}
