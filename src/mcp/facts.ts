/** The built data as an assistant may ask for it: read once, answered without guessing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, toType } from '../command/command.ts';
import type { lawItems, serviceItems, villageItems } from '../exports/lists.ts';
import type { officeItem } from '../exports/offices.ts';

export type PublishedOffice = ReturnType<typeof officeItem>;
export type GuideFacts = ReturnType<typeof serviceItems>[number];
type LawFacts = ReturnType<typeof lawItems>[number];
type VillageFacts = ReturnType<typeof villageItems>[number];

export interface PublishedData {
  readonly licence: string;
  /** For how many days what was checked counts as checked. */
  readonly intervals: Readonly<Record<'contactDays' | 'hoursDays' | 'placeDays', number>>;
  readonly offices: readonly PublishedOffice[];
  readonly villages: readonly VillageFacts[];
  readonly guides: readonly GuideFacts[];
  readonly laws: readonly LawFacts[];
}

interface File<T> {
  readonly licence: string;
  readonly items: readonly T[];
}

/** Reads the files for others of a built site. */
export function readFacts(site: string): PublishedData {
  const read = <T>(name: string): File<T> => {
    const file = join(site, 'data', name);
    if (!existsSync(file))
      throw new Failure(`${site} 里没有 data/${name}。请先运行 ${toType('build', { out: site })}。`);
    return JSON.parse(readFileSync(file, 'utf8')) as File<T>;
  };
  const offices = read<PublishedOffice>('offices.json') as File<PublishedOffice> &
    Pick<PublishedData, 'intervals'>;
  return {
    licence: offices.licence,
    intervals: offices.intervals,
    offices: offices.items,
    villages: read<VillageFacts>('villages.json').items,
    guides: read<GuideFacts>('services.json').items,
    laws: read<LawFacts>('laws.json').items,
  };
}
