/** The places of a city, whose files are fetched whole. */
import { find } from '../../domain/finder/find.ts';
import type { FinderHit } from '../../domain/finder/found.ts';
import { findNear } from '../../domain/finder/near.ts';
import type { FinderIndex } from '../../domain/finder/places.ts';
import type { Sounds } from '../../domain/finder/sounds.ts';
import { officeAt } from '../../domain/my-office.ts';
import { withBase } from '../../domain/urls.ts';
import { type FinderSource, WORDS } from './box.ts';
import { homophones, townships, villages } from './names.ts';

/** What sounds alike; without the table of other characters, what can be told from the names. */
async function alike(index: FinderIndex, text: string): Promise<FinderHit[]> {
  const more = await homophones().catch((): Sounds => new Map());
  return findNear(index, more, text);
}

/** The page of what was found; the village that led there is confirmed on it. */
const there = ({ path, via }: FinderHit): string =>
  withBase(import.meta.env.BASE_URL, path) + (via ? `?${new URLSearchParams({ via }).toString()}` : '');

/** This page, speaking of the office that was found; a county has a page of its own. */
function here(found: FinderHit): string {
  const id = officeAt(found.path);
  return id ? `?${new URLSearchParams({ office: id }).toString()}` : there(found);
}

export const citySource: FinderSource = {
  complete: () => villages.value !== undefined,
  prepare: () => void villages().catch(() => undefined),
  address: (found, stays) => (stays ? here(found) : there(found)),
  /** Townships answer first; villages join when they have come, unless the reader is about to take an option. */
  async search(text, tell, inUse) {
    const early = villages.value ? [] : find(await townships(), text);
    if (early.length > 0) tell(early, WORDS.count(early.length));
    const all = await villages().catch(() => undefined);
    if (!all) return tell(early, WORDS.fewer);
    if (early.length > 0 && inUse()) return;
    const exact = find(all, text);
    const found = exact.length > 0 ? exact : await alike(all, text);
    tell(found, found.length > 0 ? WORDS.count(found.length) : WORDS.none);
  },
};
