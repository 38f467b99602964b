/** What is known of earlier releases, as plain data: which office's files were what, and what was taken down since. */
import type { CountyRecord } from '../schemas/county.ts';
import type { TownshipRecord } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { ToldStatistics } from './suppression.ts';

/** What an office takes from the files of its county: the bureau in charge, and the places that it serves. */
export interface Inherited {
  readonly county: CountyRecord;
  /** The townships and villages that it says it serves, as they were called. */
  readonly places: readonly { readonly code: string; readonly name: string }[];
  /** Names in these townships that are gone but still said. */
  readonly former: readonly string[];
}

/** An office's files at one moment: nothing of whereabouts and photos, and of people only what must not be told. */
export interface OfficeSnapshot {
  /** Undefined where it, or its county's, was written in a way that this program does not read. */
  readonly record: OfficeRecord | undefined;
  readonly inherited?: Inherited | undefined;
  readonly statistics?: ToldStatistics | undefined;
  /** Notices and local texts: the file below the office's folder (its county's: `county/…`), and git's name of its bytes. */
  readonly texts: readonly (readonly [file: string, name: string])[];
  /** Documents that notices carry along, likewise. */
  readonly documents: readonly (readonly [file: string, name: string])[];
  /** Who worked there: told nowhere, but looked for in what is told. */
  readonly people: readonly string[];
}

/** What an office that says whom it serves takes from its county. */
export function inheritedFrom(
  county: CountyRecord,
  townships: readonly TownshipRecord[],
  serves: readonly string[],
): Inherited {
  const own = townships.filter(({ code }) => serves.includes(code));
  const villages = townships.flatMap(({ communities }) => communities);
  return {
    county,
    places: [...own, ...villages.filter(({ code }) => serves.includes(code))].map(({ code, name }) => ({
      code,
      name,
    })),
    former: own.flatMap(({ former = [], formerVillages = [] }) => [
      ...former.flatMap(({ name, villages: gone = [] }) => [name, ...gone]),
      ...formerVillages,
    ]),
  };
}

/** A release, or what was committed since. */
export interface HistoryMoment {
  /** The day of the release, `YYYY-MM-DD`; absent for what was not released yet. */
  readonly date?: string | undefined;
  /** What was known to be withdrawn. */
  readonly withdrawn: Withdrawn;
}

/** What an office became at a moment, by the number of that. Without files: it is no longer there. */
export interface Turn {
  readonly at: number;
  readonly files?: OfficeSnapshot | undefined;
}

export interface History {
  /** `part`: the repository was fetched without its beginning. `none`: there is no repository. */
  readonly known: 'whole' | 'part' | 'none';
  /** Oldest first; of each day the last release. */
  readonly moments: readonly HistoryMoment[];
  /** Every office that ever was, by id, with its turns, oldest first. */
  readonly offices: ReadonlyMap<string, readonly Turn[]>;
}

export const NO_HISTORY: History = { known: 'none', moments: [], offices: new Map() };

/** What one release changed in an office. */
export interface HistoryStep {
  readonly date?: string | undefined;
  readonly before: OfficeSnapshot | undefined;
  readonly after: OfficeSnapshot | undefined;
}

/** The past of one office, as far as it may be told. */
interface Past {
  /** The release from which on everything is known; absent where nothing is. */
  readonly since?: string | undefined;
  /** The office at that release; undefined where it was not there yet. */
  readonly first?: OfficeSnapshot | undefined;
  /** What changed later, oldest first. */
  readonly steps: readonly HistoryStep[];
}

/** True where a moment knows of a withdrawal: what is there was looked through. */
const knows = ({ withdrawn }: HistoryMoment, { url, number = 0 }: Withdrawn[number]) =>
  withdrawn.some((one) => one.url === url && (one.number ?? 0) >= number);

/**
 * The past of an office. What lies before a withdrawal that names `address`, the page that tells it, is not told, nor
 * what lies before a file that this program cannot read.
 */
export function pastOf(
  { moments, offices }: History,
  id: string,
  address: string,
  withdrawn: Withdrawn,
): Past {
  const turns = offices.get(id) ?? [];
  const named = withdrawn.filter(({ url }) => url === address);
  const unknown = moments.findLastIndex((moment) => named.some((one) => !knows(moment, one)));
  const unread = turns.findLastIndex(({ files }) => files && !files.record);
  const begin = Math.max(unknown + 1, unread < 0 ? 0 : (turns[unread + 1]?.at ?? moments.length));
  const since = moments[begin]?.date;
  if (since === undefined) return { steps: [] };
  const first = turns.findLast(({ at }) => at <= begin)?.files;
  const steps = turns.flatMap(({ at, files }, index): HistoryStep[] =>
    at > begin ? [{ date: moments[at]?.date, before: turns[index - 1]?.files, after: files }] : [],
  );
  return { since, first, steps };
}

/** The names of those who worked in some offices once and do not now. */
export function leftOf({ offices }: History, ids: readonly string[], present: readonly string[]): string[] {
  const turns = ids.flatMap((id) => offices.get(id) ?? []);
  const all = new Set(turns.flatMap(({ files }) => files?.people ?? []));
  return [...all].filter((name) => !present.includes(name));
}
