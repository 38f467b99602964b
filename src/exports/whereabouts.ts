import { comingWhereabouts, phoneToAsk, type WhereaboutsSource } from '../domain/whereabouts-coming.ts';

/** What the file says of itself (design §5). */
export interface WhereaboutsStamp {
  /** The instant of the build or of the publishing. */
  readonly now: Date;
  /** A short fingerprint of a text. */
  readonly digest: (text: string) => string;
  readonly licence: string;
}

/** `data/whereabouts/<county>/<office>.json`, as text: the build and the fast lane write the same bytes. */
export function whereaboutsFile(source: WhereaboutsSource, stamp: WhereaboutsStamp): string {
  const { office, asOf, alone, people, entries, restDays } = comingWhereabouts(source, stamp.now);
  const phone = phoneToAsk(source.record);
  const told = { people, entries, restDays };
  const data = {
    office,
    name: source.record.name,
    ...(phone !== undefined && { phone }),
    alone,
    asOf,
    inputsDigest: stamp.digest(JSON.stringify([source.record.name, phone, alone, told])),
    licence: stamp.licence,
    ...told,
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
