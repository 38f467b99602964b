/** Whether a text speaks of danger: asked before everything else; what was fetched is kept for the next question. */
import { dangerHearing, NO_DANGER, type Hearing } from '../../domain/search/urgent.ts';
import { unpackUrgent, URGENT_FILE } from '../../domain/search/urgent-file.ts';
import { fetchedBytes } from '../fetched.ts';
import { once, orNothing } from './once.ts';

const matcher = once(async () => dangerHearing(unpackUrgent(await fetchedBytes(URGENT_FILE))));

/** How a text speaks of danger; not at all where the list did not come: the numbers stand on the page by themselves. */
export const askDanger = async (text: string): Promise<Hearing> =>
  (await orNothing(matcher()))?.(text) ?? NO_DANGER;
