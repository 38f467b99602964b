/** The names behind the box, fetched once for all boxes of a page, when one of them is touched. */
import { addVillages, decodeTownships } from '../../domain/finder/decode.ts';
import { FINDER_FILES } from '../../domain/finder/files.ts';
import type { HomophonesFile, TownshipsFile, VillagesFile } from '../../domain/finder/files.ts';
import { parseSounds } from '../../domain/finder/sounds.ts';
import { fetched } from '../fetched.ts';
import { once } from '../search/once.ts';

interface Kept<T> {
  (): Promise<T>;
  /** Present once it has come. */
  value?: T;
}

/** What was fetched is kept; what failed is tried again when it is next asked for. */
function kept<T>(make: () => Promise<T>): Kept<T> {
  const ask: Kept<T> = once(async () => (ask.value = await make()));
  return ask;
}

/** Townships with their former names. */
export const townships = kept(async () =>
  decodeTownships(await fetched<TownshipsFile>(FINDER_FILES.townships)),
);

/** Townships and villages; the first answer does not wait for them. */
export const villages = kept(async () => {
  const index = await townships();
  return addVillages(index, await fetched<VillagesFile>(FINDER_FILES.villages));
});

/** How other characters sound: only for what no name fits. */
export const homophones = kept(async () =>
  parseSounds((await fetched<HomophonesFile>(FINDER_FILES.homophones)).sounds),
);
