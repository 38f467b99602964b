/** One kind of file for others, as it is documented. */

export interface Documented {
  /** Within the site; `<…>` stands for what differs between files of one kind. */
  readonly pattern: string;
  readonly title: string;
  /** What is in it, for people who are no programmers. */
  readonly about: string;
  readonly english: string;
  readonly mediaType: string;
  /** The name of its schema in `data/openapi.json`. */
  readonly schema?: string;
  /** What it says depends on the day: it carries the instant it was computed for. */
  readonly dated?: true;
}

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
