import type { Hit } from '../../domain/search/ranking.ts';
import type { Answer, SearchKind } from '../../domain/search/types.ts';

/** An answer with what the full text says of it. */
export interface ShownAnswer extends Answer {
  /** HTML in which only `<mark>` is a tag. */
  readonly excerpt?: string | undefined;
}

/** A page that was found; what is shown of it is fetched when it is to be shown. */
export interface PageHit extends Hit {
  readonly kind: SearchKind;
  readonly county?: string | undefined;
  readonly data: () => Promise<ShownAnswer>;
}

/** Finds the pages that hold all of some terms. */
export interface FullText {
  readonly find: (terms: readonly string[]) => Promise<readonly PageHit[]>;
}
