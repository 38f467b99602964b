import type { Entry } from './entry.ts';
import { renderProse } from './prose.ts';
import type { Document } from './types.ts';

/** The record of an entry; linking runs only when every file has one. */
export function dataOf<T>(entry: Entry<T> | undefined, what: string): T {
  if (entry?.data === undefined) throw new Error(`linking without ${entry?.file ?? what}`);
  return entry.data;
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A Markdown entry with its body as HTML for the base that the site is built for. */
export function toDocument<T>(entry: Entry<T>, base: string): Document<T> {
  return {
    slug: entry.file.replace(/^.*\//, '').replace(/\.md$/, ''),
    file: entry.file,
    data: dataOf(entry, 'document'),
    body: entry.prose?.body ?? '',
    html: entry.prose ? renderProse(entry.prose.tree, base) : '',
  };
}

/** Notices with the newest first; of one day, by name. */
export const newestFirst = <T extends { published: string }>(documents: Document<T>[]): Document<T>[] =>
  documents.sort((a, b) => compareText(b.data.published, a.data.published) || compareText(a.slug, b.slug));
