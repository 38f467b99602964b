/** Whether a text speaks of danger: asked before everything else; what was fetched is kept for the next question. */
import { urgentMatcher, type Urgent, type UrgentIndex } from '../../domain/search/urgent.ts';
import { withBase } from '../../domain/urls.ts';
import { once, orNothing } from './once.ts';

const URGENT = '/data/search/urgent.json';

const matcher = once(async () => {
  const response = await fetch(withBase(import.meta.env.BASE_URL, URGENT));
  if (!response.ok) throw new Error(`${URGENT}: ${response.status}`);
  return urgentMatcher((await response.json()) as UrgentIndex);
});

/** The dangers that a text speaks of; none where the list did not come: the numbers stand on the page by themselves. */
export const askDanger = async (text: string): Promise<Urgent[]> =>
  (await orNothing(matcher()))?.(text) ?? [];
