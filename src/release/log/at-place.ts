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

/** Puts the log into a release that lies there already. */
export const putLog = (place: ReleasePlace, id: string, { log }: Logged): void =>
  place.amend(
    id,
    new Map<string, Uint8Array | undefined>([
      ...[...place.below(id, LOG).keys()].map((name) => [`${LOG}${name}`, undefined] as const),
      ...below(log),
    ]),
  );

/** What the log says next when an earlier release is shown again: its own list, with what it was told since. */
export function loggedAgain(
  place: ReleasePlace,
  id: string,
  { before, about, sealing }: { before: LogFiles; about: Omit<Shown, 'files'>; sealing: Sealing | undefined },
): Logged {
  const own = place.below(id, LOG);
  const text = own.get(listName(lastList(own) ?? -1));
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
  const own = log.has(UNSIGNED) ? undefined : listName(lastList(log) ?? -1);
  const others = [...log.keys()].filter((name) => name !== own);
  if (others.length === 0) return;
  place.amend(id, new Map(others.map((name) => [`${LOG}${name}`, undefined])) satisfies Amendments);
}
