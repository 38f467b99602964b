import type { Catalogue } from '../catalogue/types.ts';
import { dueEditions, isCitationRead } from '../domain/editions.ts';
import { lookedOn } from '../domain/law-watch.ts';
import type { CitationRecord } from '../schemas/law.ts';

/** The laws, the day that is asked about, and when the citing page was last looked through. */
export interface CitationStanding {
  readonly laws: Catalogue['laws'];
  readonly today: string;
  readonly looked: string | undefined;
}

/** What the citations of a page are held against. */
export const standingOf = (
  page: { looked?: string | undefined; updated?: string | undefined },
  { laws }: Catalogue,
  today: string,
): CitationStanding => ({ laws, today, looked: lookedOn(page) });

/** A citation as people read it: the law's name, its articles, whether somebody read them, what changed since. */
export function citationView(citation: CitationRecord, { laws, today, looked }: CitationStanding) {
  const law = laws.find((one) => one.slug === citation.law)?.record;
  const changed = law ? dueEditions(citation, law, looked, today) : [];
  return {
    slug: citation.law,
    name: law?.name ?? citation.law,
    shortName: law?.shortName ?? citation.law,
    articles: citation.articles,
    note: citation.note,
    changed,
    unchecked: changed.length > 0 || !isCitationRead(citation, law, today),
  };
}

export type CitationView = ReturnType<typeof citationView>;
