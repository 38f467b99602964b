/** The log where releases are published: it goes on from release to release, in the one that is shown. */
import type { Withdrawn } from '../../schemas/withdrawn.ts';
import { RELEASE_FILE } from '../about.ts';
import type { ReleaseFiles } from '../assemble.ts';
import type { Amendments, ReleasePlace } from '../place.ts';
import { appended, CHECKPOINT, lastList, listName, LOG, UNSIGNED, unsigned } from './append.ts';
import type { Sealing, Showing } from './append.ts';
import { knowledgeOf, listOf, listWith, parseList } from './list.ts';
import type { LogFiles } from './tiles.ts';

/** Whether what is shown is signed, was not although others before it were, or nothing ever was. */

export interface Logged {
  readonly signed: 'signed' | 'paused' | 'unsigned';
  readonly log: LogFiles;
}

const nextLog = (before: LogFiles, showing: Showing, sealing: Sealing | undefined): Logged => {
  if (sealing) return { signed: 'signed', log: appended(before, showing, sealing) };
  const log = unsigned(before, showing);
  return { signed: log.size > 0 ? 'paused' : 'unsigned', log };
};

const below = (log: LogFiles) => [...log].map(([name, bytes]) => [`${LOG}${name}`, bytes] as const);

const gone = (names: readonly string[]): Amendments =>
  new Map(names.map((name) => [`${LOG}${name}`, undefined]));

/** The log of the release that is shown there. */
export const logAt = (place: ReleasePlace, id: string | undefined): LogFiles =>
  id === undefined ? new Map() : place.below(id, LOG);

/** True where the release that is shown is the last in the log. */
export const isLogged = (log: LogFiles): boolean => log.has(CHECKPOINT) && !log.has(UNSIGNED);

/** A site as far as the log tells of it. */
interface Shown {
  readonly files: ReleaseFiles;
  readonly withdrawn: Withdrawn;
  readonly builtFor: string;
}

/** What the log says next when a site is shown. */
export function logged(
  before: LogFiles,
  { files, withdrawn, builtFor }: Shown,
  sealing: Sealing | undefined,
): Logged {
  // Signed where it was built: it brings its own log.
  if (!sealing && files.has(`${LOG}${CHECKPOINT}`)) return { signed: 'signed', log: new Map() };
  const list = sealing
    ? listOf(files, withdrawn, sealing.random)
    : { knows: knowledgeOf(withdrawn), rows: [] };
  return nextLog(before, { list, builtFor, bytes: (name) => files.get(name) }, sealing);
}

/** A site's files with a log; a site that is not signed here keeps the one that it brings. */
export const withLog = (files: ReleaseFiles, log: LogFiles): ReleaseFiles =>
  log.size === 0 ? files : new Map([...[...files].filter(([name]) => !name.startsWith(LOG)), ...below(log)]);

/** The list of a release's own files in its log; none where it was not signed. */
const ownList = (log: LogFiles): string | undefined =>
  log.has(UNSIGNED) ? undefined : listName(lastList(log) ?? -1);

/**
 * Puts the log into a release that lies there already, step by step, so that a run that is cut off leaves one that can
 * be gone on from: first what tells whose the newest list is, the head when all that it counts is there, and only then
 * is removed what the head before counted.
 */
export function putLog(place: ReleasePlace, id: string, { log }: Logged): void {
  const before = place.below(id, LOG);
  const own = log.has(UNSIGNED) ? UNSIGNED : ownList(log);
  const stepOf = (name: string) => [own, CHECKPOINT].indexOf(name);
  for (const step of [0, -1, 1]) {
    const files = [...log].filter(([name]) => stepOf(name) === step);
    place.amend(id, new Map(below(new Map(files))));
  }
  const over = [...before.keys()].filter((name) => !log.has(name));
  if (over.length > 0) place.amend(id, gone(over));
}

/** What the log says next when an earlier release is shown again: its own list, with what it was told since. */
export function loggedAgain(
  place: ReleasePlace,
  id: string,
  { before, about, sealing }: { before: LogFiles; about: Omit<Shown, 'files'>; sealing: Sealing | undefined },
): Logged {
  const own = place.below(id, LOG);
  const text = own.get(ownList(own) ?? '');
  const list = text && parseList(Buffer.from(text).toString('utf8'));
  const { builtFor, withdrawn } = about;
  const nothing = { list: { knows: knowledgeOf(withdrawn), rows: [] }, builtFor };
  if (!list || !sealing) return nextLog(before, nothing, undefined);
  const told = [RELEASE_FILE, 'data/withdrawn.json'].flatMap((name) => {
    const now = place.read(id, name);
    return now === undefined ? [] : [[name, Buffer.from(now)] as const];
  });
  return nextLog(
    before,
    { list: listWith(list, new Map(told), withdrawn, sealing.random), builtFor },
    sealing,
  );
}

/** Takes the log out of a release that is no longer shown, but for the list of its own files. */
export function forgetLog(place: ReleasePlace, id: string): void {
  const log = place.below(id, LOG);
  const own = ownList(log);
  // What says that none of the lists is its own goes when they are gone.
  for (const last of [false, true]) {
    const others = [...log.keys()].filter((name) => name !== own && (name === UNSIGNED) === last);
    if (others.length > 0) place.amend(id, gone(others));
  }
}
