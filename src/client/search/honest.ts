/**
 * A term that stands nowhere is shortened by Pagefind until something fits: 高利贷 finds every page with 高 and 利, and
 * a telephone that nobody has finds all of its area. Such pages do not hold what was asked.
 */
import { plain } from '../../domain/search/tokens.ts';
import type { FullText, Page } from './pagefind.ts';

const lettersOf = ({ content, meta }: Page): string =>
  plain([content, ...Object.values(meta)].join(' ')).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The engine without such answers. It shortens a term for all pages or for none, so that the best page of an answer
 * tells whether it did.
 */
export const honest = ({ find, having }: FullText): FullText => ({
  having,
  find: async (terms) => {
    const hits = await find(terms);
    const [best] = hits;
    if (!best) return hits;
    const letters = lettersOf(await best.data());
    return terms.every((term) => letters.includes(term)) ? hits : [];
  },
});
