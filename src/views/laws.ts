import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { LAW_STATUSES } from '../schemas/law.ts';
import type { CitationRecord } from '../schemas/law.ts';

type Law = Catalogue['laws'][number];

const cites = (slug: string, basis: readonly CitationRecord[]) => basis.some((one) => one.law === slug);

/** A law with its state, the articles used, and the pages that rest on it. */
export function lawView({ slug, record }: Law, catalogue: Catalogue) {
  return {
    slug,
    record,
    status: LAW_STATUSES[record.status],
    users: [
      ...catalogue.services
        .filter(({ data }) => cites(slug, [...data.basis, ...data.limits.map((limit) => limit.basis)]))
        .map((doc) => ({ name: doc.data.title, path: paths.service(doc.slug) })),
      ...catalogue.functions
        .filter(({ data }) => cites(slug, data.basis))
        .map((doc) => ({ name: doc.data.title, path: paths.func(doc.slug) })),
      ...catalogue.rules
        .filter(({ data }) => cites(slug, data.basis))
        .map((doc) => ({ name: doc.data.title, path: paths.rule(doc.slug) })),
    ],
  };
}

export type LawView = ReturnType<typeof lawView>;
