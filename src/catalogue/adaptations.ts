import type { Adapting, TextPlace } from '../domain/adaptations.ts';
import type { AdaptationRecord } from '../schemas/adaptation.ts';
import type { Contents } from './contents.ts';
import type { Entry } from './entry.ts';

export interface AdaptingEntry extends Adapting {
  readonly entry: Entry<AdaptationRecord>;
}

function placeOf({ names, data }: Entry<AdaptationRecord>): TextPlace {
  const { county, office } = names;
  if (county === undefined) return { level: data?.level ?? 'city' };
  return office === undefined
    ? { level: 'county', county }
    : { level: 'office', county, office: `${county}/${office}` };
}

/** Every text that a place gives over another, whose file has no faults. */
export const adaptationsIn = ({ of }: Contents): AdaptingEntry[] =>
  [...of('adaptation'), ...of('countyAdaptation'), ...of('officeAdaptation')].flatMap((entry) =>
    entry.data ? [{ entry, file: entry.file, place: placeOf(entry), data: entry.data }] : [],
  );
