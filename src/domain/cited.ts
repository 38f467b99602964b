import type { CitationRecord } from '../schemas/law.ts';
import type { Path } from '../schemas/walk.ts';

export interface Cited {
  readonly path: Path;
  readonly citation: CitationRecord;
}

const isCitation = (value: object): value is CitationRecord =>
  'law' in value && typeof value.law === 'string' && 'articles' in value && Array.isArray(value.articles);

/** Every citation below a value, wherever it stands, with the way to it. */
export function* citationsIn(value: unknown, path: Path = []): Generator<Cited> {
  if (typeof value !== 'object' || value === null) return;
  if (isCitation(value)) yield { path, citation: value };
  const parts: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, part] of parts) yield* citationsIn(part, [...path, key]);
}
