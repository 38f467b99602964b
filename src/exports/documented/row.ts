/** Rows of the table of files for others. */
import type { Documented } from '../../domain/documented.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSV = 'text/csv; charset=utf-8';
export const CALENDAR = 'text/calendar; charset=utf-8';
export const ATOM = 'application/atom+xml; charset=utf-8';

/** A row of the table. */
export const one = (
  pattern: string,
  mediaType: string,
  [title, about, english]: readonly [string, string, string],
  more: Pick<Documented, 'schema' | 'dated'> = {},
): Documented => ({ pattern, mediaType, title, about, english, ...more });
