/** The table of what was read for the files of a site, with the digest of each read; files name reads by their places. */
import type { Read, Reads } from '../../domain/reads.ts';
import type { Made } from './made.ts';
import type { Recorded } from './recorded.ts';

/** Places in the table; those below zero are groups of reads: −1 the first. */
export type ReadPlaces = readonly number[];

/** The place of a group by its number, and its number by its place. */
const turned = (group: number): number => -1 - group;

/** What remembers what it has made of a key. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as V;
  };
}

/** What an earlier build noted, as far as it holds still. */
function heldIn({ reads, groups }: Pick<Made, 'reads' | 'groups'>, recorded: Recorded) {
  const holds = once((place: number): boolean => {
    if (place < 0) return (groups[turned(place)] ?? []).every(holds);
    const [read, digest] = reads[place] ?? [];
    return read !== undefined && recorded.digestOf(read) === digest;
  });
  return (places: ReadPlaces): boolean => places.every(holds);
}

/** The reads of an earlier build, as far as they hold, with those that come new. */
export function readsOf(earlier: Made | undefined, recorded: Recorded) {
  const { reads = [], groups = [] } = earlier ?? {};
  const table = reads.map(([read, digest]): [string, string] => [read, digest]);
  const grouped: ReadPlaces[] = [...groups];
  const places = new Map(table.map(([read], at) => [read, at]));
  /** The place of a read of this build; undefined where nobody can tell what it read. */
  const placeOf = once((read: Read): number | undefined => {
    if (typeof read !== 'number') return placeOfGroup(read);
    const name = recorded.called(read);
    const digest = recorded.digestOf(name);
    if (digest === undefined) return undefined;
    const at = places.get(name) ?? table.push([name, digest]) - 1;
    places.set(name, at);
    table[at] = [name, digest];
    return at;
  });
  const placesOf = (read: Reads): ReadPlaces | undefined => {
    const own = [...read].map(placeOf);
    return own.every((one) => one !== undefined) ? own : undefined;
  };
  const numbers = new Map(grouped.map((group, at) => [group.join(), at]));
  const placeOfGroup = (read: Reads): number | undefined => {
    const own = placesOf(read);
    if (!own) return undefined;
    const name = own.join();
    const at = numbers.get(name) ?? grouped.push(own) - 1;
    numbers.set(name, at);
    return turned(at);
  };
  const readAt = once((place: number): Read =>
    place < 0
      ? new Set((grouped[turned(place)] ?? []).map(readAt))
      : recorded.numberOf(table[place]?.[0] ?? ''),
  );
  return {
    table,
    groups: grouped,
    /** Whether reads of the earlier build would read the same now. */
    hold: heldIn({ reads, groups }, recorded),
    /** What this build calls the reads at some places. */
    readsAt: (own: ReadPlaces): Reads => new Set(own.map(readAt)),
    /** The places of what was read; undefined where nobody can tell all of it. */
    placesOf,
  };
}
