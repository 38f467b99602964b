import type { Catalogue } from '../catalogue/types.ts';
import { isChecked } from '../domain/certainty.ts';
import type { CitationRecord, LawRecord } from '../schemas/law.ts';

/** A citation as people read it: the law's name, its articles, and whether somebody checked them. */
export function citationView(citation: CitationRecord, { laws }: Catalogue) {
  const law = laws.find((one) => one.slug === citation.law);
  return {
    slug: citation.law,
    name: law?.record.name ?? citation.law,
    shortName: law?.record.shortName ?? citation.law,
    articles: citation.articles,
    note: citation.note,
    unchecked: !isVerified(citation, law?.record),
  };
}

export type CitationView = ReturnType<typeof citationView>;

/** The law is in force, and somebody read every article that is cited; a law cited as a whole has one that was. */
function isVerified({ articles }: CitationRecord, law: LawRecord | undefined): boolean {
  if (law?.status !== 'in-force') return false;
  const read = law.articles.filter((one) => isChecked(one.certainty)).map((one) => one.article);
  return articles.length > 0 ? articles.every((name) => read.includes(name)) : read.length > 0;
}
