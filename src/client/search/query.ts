/** What is asked, as it stands in the address of the page. */
import { SEARCH_KINDS, type SearchKind } from '../../domain/search/types.ts';

export interface Query {
  readonly text: string;
  readonly kind?: SearchKind | undefined;
  readonly county?: string | undefined;
}

const LONGEST = 60;

const kindOf = (text: string | null): SearchKind | undefined => SEARCH_KINDS.find((kind) => kind === text);

export function readQuery(search: string): Query {
  const values = new URLSearchParams(search);
  return {
    text: (values.get('q') ?? '').trim().slice(0, LONGEST),
    kind: kindOf(values.get('type')),
    county: values.get('county') || undefined,
  };
}

export function writeQuery({ text, kind, county }: Query): string {
  const values = new URLSearchParams({ q: text });
  if (kind) values.set('type', kind);
  if (county) values.set('county', county);
  return `?${values.toString()}`;
}
