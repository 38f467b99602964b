import type { Notation } from './entry.ts';

/** A field and its value as an author writes them: `"number": "0833-2123456"` or `number: 0833-2123456`. */
export function writeField(notation: Notation, key: string | number | undefined, value: string): string {
  if (typeof key !== 'string' || notation === 'form') return value;
  return notation === 'json' ? `"${key}": ${value}` : `${key}: ${value}`;
}

/** A value as it stands in the file; YAML takes JSON too, text that is plain there goes without quotes. */
export function writeValue(notation: Notation, value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  if (notation === 'form') return typeof value === 'string' ? value : json;
  const plain = notation === 'yaml' && typeof value === 'string' && isPlainYaml(value);
  return plain ? String(value) : json;
}

const isPlainYaml = (text: string) =>
  /^[\p{L}\d][^#:\n"'{}[\],&*!|>%@`]*$/u.test(text) &&
  text === text.trim() &&
  !/^(?:true|false|null|yes|no|on|off|[\d.+-]+)$/i.test(text.replace(/^\d{4}-\d{2}(?:-\d{2})?$/, 'date'));
