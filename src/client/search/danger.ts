/** Whether a text speaks of danger: asked before everything else; what was fetched is kept for the next question. */
import { dangerHearing, NO_DANGER, type Hearing, type UrgentIndex } from '../../domain/search/urgent.ts';
import { withBase } from '../../domain/urls.ts';
import { once, orNothing } from './once.ts';

const URGENT = '/data/search/urgent.json';

const matcher = once(async () => {
  const response = await fetch(withBase(import.meta.env.BASE_URL, URGENT));
  if (!response.ok) throw new Error(`${URGENT}: ${response.status}`);
  return dangerHearing((await response.json()) as UrgentIndex);
});

/** How a text speaks of danger; not at all where the list did not come: the numbers stand on the page by themselves. */
export const askDanger = async (text: string): Promise<Hearing> =>
  (await orNothing(matcher()))?.(text) ?? NO_DANGER;
