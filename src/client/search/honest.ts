/**
 * A term that stands nowhere is shortened by Pagefind until something fits: 高利贷 finds every page with 高 and 利, and
 * a telephone that nobody has finds all of its area. Such pages do not hold what was asked.
 */
import type { Hit } from '../../domain/search/ranking.ts';
import { plain } from '../../domain/search/tokens.ts';

/** A page as Pagefind tells it. */
export interface Page {
  readonly url: string;
  /** Its text. */
  readonly content: string;
  /** HTML in which only `<mark>` is a tag. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface EngineHit extends Hit {
  readonly data: () => Promise<Page>;
}

export interface Engine {
  readonly find: (terms: readonly string[]) => Promise<readonly EngineHit[]>;
  /** The pages with a value of a filter. */
  readonly having: (filter: string, value: string) => Promise<ReadonlySet<string>>;
}

const lettersOf = ({ content, meta }: Page): string =>
  plain([content, ...Object.values(meta)].join(' ')).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The engine without such answers. It shortens a term for all pages or for none, so that the best page of an answer
 * tells whether it did.
 */
export const honest =
  ({ find }: Engine): Engine['find'] =>
  async (terms) => {
    const hits = await find(terms);
    const [best] = hits;
    if (!best) return hits;
    const letters = lettersOf(await best.data());
    return terms.every((term) => letters.includes(term)) ? hits : [];
  };
