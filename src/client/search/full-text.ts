/** The full text as the page needs it: planned, sorted into kinds, a few pages of each fetched. */
import type { FinderIndex } from '../../domain/finder/places.ts';
import { createPlanner } from '../../domain/search/planner.ts';
import type { Ranked } from '../../domain/search/ranking.ts';
import { SEARCH_KINDS, type InstantIndex, type SearchKind } from '../../domain/search/types.ts';
import { vocabularyOf } from '../../domain/search/vocabulary.ts';
import { honest } from './honest.ts';
import type { FullText, PageHit } from './pagefind.ts';

const KIND_FILTER = '类型';
const COUNTY_FILTER = '县区';
const PRIMARY: readonly SearchKind[] = ['办事与问答', '司法所'];

type Kinds = ReadonlyMap<SearchKind, ReadonlySet<string>>;

async function kindsOf({ having }: FullText): Promise<Kinds> {
  const sets = SEARCH_KINDS.map(async (kind) => [kind, await having(KIND_FILTER, kind)] as const);
  return new Map(await Promise.all(sets));
}

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

function sort(ranked: readonly Ranked<PageHit>[], kinds: Kinds): Sorted[] {
  const full = ranked.filter((one) => one.full).map(({ hit }) => hit);
  const kindOf = ({ id }: PageHit) => SEARCH_KINDS.find((kind) => kinds.get(kind)?.has(id));
  const order = [...new Set(full.map(kindOf))].filter((kind) => kind !== undefined);
  return order.map((kind) => ({ kind, hits: full.filter((hit) => kindOf(hit) === kind) }));
}

export type AskFullText = (query: string, narrowing: Narrowing) => Promise<FullTextAnswer>;

/** Makes the search of an engine and the words of the instant answers. */
export async function fullTextOf(
  engine: FullText,
  index: InstantIndex,
  places?: FinderIndex,
): Promise<AskFullText> {
  const kinds = await kindsOf(engine);
  const primary = new Set(PRIMARY.flatMap((kind) => [...(kinds.get(kind) ?? [])]));
  const planner = createPlanner<PageHit>(
    { find: honest(engine).find, primary: () => Promise.resolve(primary) },
    vocabularyOf(index, places),
  );
  return async (query, { kind, county }) => {
    const there = county ? await engine.having(COUNTY_FILTER, county) : undefined;
    const ranked = await planner(query);
    const wanted = ranked.filter(
      ({ hit: { id } }) => (!kind || kinds.get(kind)?.has(id)) && (!there || there.has(id)),
    );
    return {
      ranked: wanted.map(({ hit }) => hit),
      full: sort(wanted, kinds),
      partial: wanted.filter((one) => !one.full).map(({ hit }) => hit),
    };
  };
}
