/** The full text as the page needs it: planned, sorted into kinds, a few pages of each fetched. */
import type { FinderIndex } from '../../domain/finder/places.ts';
import { createPlanner } from '../../domain/search/planner.ts';
import type { Ranked } from '../../domain/search/ranking.ts';
import { type InstantIndex, isPrimary, type SearchKind } from '../../domain/search/types.ts';
import { vocabularyOf } from '../../domain/search/vocabulary.ts';
import type { FullText, PageHit } from './hit.ts';

interface Narrowing {
  readonly kind?: SearchKind | undefined;
  readonly county?: string | undefined;
}

interface Sorted {
  readonly kind: SearchKind;
  readonly hits: readonly PageHit[];
}

export interface FullTextAnswer {
  /** Everything, the best first. */
  readonly ranked: readonly PageHit[];
  /** The pages that hold all of the query, by kind; the kind of the best one first. */
  readonly full: readonly Sorted[];
  readonly partial: readonly PageHit[];
}

function sort(ranked: readonly Ranked<PageHit>[]): Sorted[] {
  const full = ranked.filter((one) => one.full).map(({ hit }) => hit);
  const order = [...new Set(full.map(({ kind }) => kind))];
  return order.map((kind) => ({ kind, hits: full.filter((hit) => hit.kind === kind) }));
}

export type AskFullText = (query: string, narrowing: Narrowing) => Promise<FullTextAnswer>;

/** Makes one search of several, and the words of the instant answers. */
export function fullTextOf(
  parts: readonly FullText[],
  index: InstantIndex,
  places?: FinderIndex,
): AskFullText {
  const find: FullText['find'] = async (terms) =>
    (await Promise.all(parts.map((part) => part.find(terms)))).flat();
  const planner = createPlanner<PageHit>(
    { find, isPrimary: ({ kind }) => isPrimary(kind) },
    vocabularyOf(index, places),
  );
  return async (query, { kind, county }) => {
    const ranked = await planner(query);
    const wanted = ranked.filter(
      ({ hit }) => (!kind || hit.kind === kind) && (!county || hit.county === county),
    );
    return {
      ranked: wanted.map(({ hit }) => hit),
      full: sort(wanted),
      partial: wanted.filter((one) => !one.full).map(({ hit }) => hit),
    };
  };
}
