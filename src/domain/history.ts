/** What is known of earlier releases, as plain data: which office's files were what, and what was taken down since. */
import type { OfficeRecord } from '../schemas/office.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { ToldStatistics } from './suppression.ts';

/** An office's files at one moment: nothing of whereabouts, photos and documents, and of people only what must not be told. */
export interface OfficeFiles {
  /** Undefined where it was written in a way that this program does not read. */
  readonly record: OfficeRecord | undefined;
  readonly statistics?: ToldStatistics | undefined;
  /** Notices and local texts: the file below the office's folder, and the name that git gives its bytes. */
  readonly texts: readonly (readonly [file: string, name: string])[];
  /** Who worked there: told nowhere, but looked for in what is told. */
  readonly people: readonly string[];
}

/** A release, or what was committed since. */
export interface Moment {
  /** The day of the release, `YYYY-MM-DD`; absent for what was not released yet. */
  readonly date?: string | undefined;
  /** What was known to be withdrawn. */
  readonly withdrawn: Withdrawn;
}

/** What an office became at a moment, by the number of that. Without files: it is no longer there. */
export interface Turn {
  readonly at: number;
  readonly files?: OfficeFiles | undefined;
}

export interface History {
  /** `part`: the repository was fetched without its beginning. `none`: there is no repository. */
  readonly known: 'whole' | 'part' | 'none';
  /** Oldest first; of each day the last release. */
  readonly moments: readonly Moment[];
  /** Every office that ever was, by id, with its turns, oldest first. */
  readonly offices: ReadonlyMap<string, readonly Turn[]>;
}

export const NO_HISTORY: History = { known: 'none', moments: [], offices: new Map() };

/** What one release changed in an office. */
export interface Step {
  readonly date?: string | undefined;
  readonly before: OfficeFiles | undefined;
  readonly after: OfficeFiles | undefined;
}

/** The past of one office, as far as it may be told. */
interface Past {
  /** The release from which on everything is known; absent where nothing is. */
  readonly since?: string | undefined;
  /** The office at that release; undefined where it was not there yet. */
  readonly first?: OfficeFiles | undefined;
  /** What changed later, oldest first. */
  readonly steps: readonly Step[];
}

/** True where a moment knows of a withdrawal: what is there was looked through. */
const knows = ({ withdrawn }: Moment, { url, number = 0 }: Withdrawn[number]) =>
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
  const steps = turns.flatMap(({ at, files }, index): Step[] =>
    at > begin ? [{ date: moments[at]?.date, before: turns[index - 1]?.files, after: files }] : [],
  );
  return { since, first, steps };
}

/** The names of those who worked in an office once and do not now. */
export function leftOf({ offices }: History, id: string, present: readonly string[]): string[] {
  const all = new Set((offices.get(id) ?? []).flatMap(({ files }) => files?.people ?? []));
  return [...all].filter((name) => !present.includes(name));
}
