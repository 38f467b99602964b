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
  readonly texts: ReadonlyMap<string, string>;
  /** Who worked there: told nowhere, but looked for in what is told. */
  readonly people: readonly string[];
}

/** The content at a release, or as it was committed since. */
export interface Moment {
  /** The day of the release, `YYYY-MM-DD`; absent for what was not released yet. */
  readonly date?: string | undefined;
  /** By id; the first moment has every office. Undefined: no longer there. */
  readonly changed: ReadonlyMap<string, OfficeFiles | undefined>;
  /** What was known to be withdrawn. */
  readonly withdrawn: Withdrawn;
}

export interface History {
  /** `part`: the repository was fetched without its beginning. `none`: there is no repository. */
  readonly known: 'whole' | 'part' | 'none';
  /** Oldest first; of each day the last release. */
  readonly moments: readonly Moment[];
}

export const NO_HISTORY: History = { known: 'none', moments: [] };

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

/** The ids of all offices that ever were. */
export const idsIn = ({ moments }: History): string[] =>
  [...new Set(moments.flatMap(({ changed }) => [...changed.keys()]))].sort();

/** True where a moment knows of a withdrawal: what is there was looked through. */
const knows = ({ withdrawn }: Moment, { url, number = 0 }: Withdrawn[number]) =>
  withdrawn.some((one) => one.url === url && (one.number ?? 0) >= number);

/**
 * The past of an office. What lies before a withdrawal that names `address`, the page that tells it, is not told, nor
 * what lies before a file that this program cannot read.
 */
export function pastOf({ moments }: History, id: string, address: string, withdrawn: Withdrawn): Past {
  const named = withdrawn.filter(({ url }) => url === address);
  let now: OfficeFiles | undefined;
  const states = moments.map(({ changed }) => (now = changed.has(id) ? changed.get(id) : now));
  const isClosed = (moment: Moment, at: number) =>
    named.some((one) => !knows(moment, one)) || (states[at] !== undefined && !states[at].record);
  const begin = moments.findLastIndex(isClosed) + 1;
  const since = moments[begin]?.date;
  if (since === undefined) return { steps: [] };
  const steps = moments.flatMap(({ date, changed }, at): Step[] =>
    at > begin && changed.has(id) ? [{ date, before: states[at - 1], after: states[at] }] : [],
  );
  return { since, first: states[begin], steps };
}

/** The names of those who worked in an office once and do not now. */
export function leftOf({ moments }: History, id: string, present: readonly string[]): string[] {
  const all = new Set(moments.flatMap(({ changed }) => changed.get(id)?.people ?? []));
  return [...all].filter((name) => !present.includes(name));
}
