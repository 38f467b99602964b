/** What pages will ask for, made of the content alone while the program is still being compiled. */
import type { Running } from '../../catalogue/current.ts';
import { type Keeper, keepWith } from '../../domain/reads.ts';
import { askedIndex } from '../../exports/search.ts';
import { urgentIndex } from '../../exports/urgent.ts';

/** Has kept what the search learns: the pages, which are bundled apart, then find it made. */
export const learnAhead = ({ catalogue }: Pick<Running, 'catalogue'>, keeper: Keeper): Promise<void> =>
  keepWith(keeper, () => {
    askedIndex(catalogue);
    urgentIndex(catalogue);
  });
