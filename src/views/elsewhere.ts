import type { Catalogue } from '../catalogue/types.ts';
import { citationView, standingOf } from './citations.ts';

/** The matters that others handle, with what they rest on; undefined where a city has no such table. */
export function elsewhereView(catalogue: Catalogue, today: string) {
  const table = catalogue.elsewhere;
  if (!table) return undefined;
  const titles = new Map(catalogue.services.map(({ slug, data }) => [slug, data.title]));
  const standing = standingOf(table, catalogue, today);
  return {
    updated: table.updated,
    items: table.items.map((one) => ({
      ...one,
      services: (one.services ?? []).map((slug) => ({ slug, title: titles.get(slug) ?? slug })),
      sources: (one.sources ?? []).map((source) => citationView(source, standing)),
    })),
  };
}

export type ElsewhereView = NonNullable<ReturnType<typeof elsewhereView>>;
