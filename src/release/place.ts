/** Where releases are published: each whole in a folder of its own, and one link that says which is shown. */
import { Failure } from '../command/told.ts';

/** What is remembered there, beside the releases. */
export interface ReleaseState {
  /** Releases that can be shown, oldest first. */
  readonly releases: readonly string[];
  /** The one that is shown; absent before the first. */
  readonly shown?: string | undefined;
}

/** What files become, by name; undefined takes one away. */
export type Amendments = ReadonlyMap<string, string | Uint8Array | undefined>;

/** A folder on this machine or on another one. Nothing is seen by readers before `show`. */
export interface ReleasePlace {
  /** What is there: undefined when the place is empty; fails when it holds something that is not ours. */
  readonly state: () => ReleaseState | undefined;
  /** Lays down the mark of who changes the place; where there is one already it stays, and is the answer. */
  readonly hold: (mark: string) => string | undefined;
  /** The mark that lies there. */
  readonly holder: () => string | undefined;
  /** Takes this mark away; that of another stays. */
  readonly letGo: (mark: string) => void;
  /** Puts a release there, taking what did not change from the one that is shown. */
  readonly put: (id: string, folder: string) => void;
  /** The names of all files of a release, with forward slashes; none where it is not there. */
  readonly names: (id: string) => readonly string[];
  /** The text of a file of a release; undefined where there is none. */
  readonly read: (id: string, name: string) => string | undefined;
  /** The files of a release below one of its folders (with a slash at its end), by their names within that folder. */
  readonly below: (id: string, folder: string) => ReadonlyMap<string, Uint8Array>;
  /** Puts a few files into a release that is there, and takes others out of it. */
  readonly amend: (id: string, files: Amendments) => void;
  /** Shows a release from one moment to the next, and remembers it. */
  readonly show: (state: ReleaseState) => void;
  /** Removes all releases but these, whole or half-made. */
  readonly keepOnly: (ids: readonly string[]) => void;
  /** Removes the archives of these releases, should somebody have laid them beside. */
  readonly dropArchives: (ids: readonly string[]) => void;
}

/** The archive of a release, and its checksums. */
export const archivesOf = (id: string): string[] =>
  ['tar.gz', 'zip', 'sha256'].map((ending) => `open-office-${id}.${ending}`);

/** The names within a place. */
export const RELEASES = 'releases';
export const CURRENT = 'current';
/** Marks the place as ours, and remembers. */
export const STATE_FILE = '.open-office.json';

/** Tells who is publishing to the place, while somebody is. */
export const LOCK_FILE = '.open-office.lock';

export const stateText = (state: ReleaseState): string => `${JSON.stringify(state, null, 1)}\n`;

const ID = /^\d{8}-[0-9a-f]{12}$/;

/** The state that a text tells; undefined when it tells none. */
export function parseState(text: string): ReleaseState | undefined {
  try {
    const { releases, shown } = JSON.parse(text) as ReleaseState;
    const known = Array.isArray(releases) && releases.every((id) => ID.test(id));
    return known && (shown === undefined || releases.includes(shown)) ? { releases, shown } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The state as the link has it, which is what readers see: a run that was cut off may have changed it and not have
 * come to writing so down. What readers see and the memory lacks is the newest.
 */
export function asLinked({ releases, shown }: ReleaseState, linked: string | undefined): ReleaseState {
  if (linked !== undefined && ID.test(linked))
    return { releases: releases.includes(linked) ? releases : [...releases, linked], shown: linked };
  return { releases, shown: releases.find((id) => id === shown) };
}

/** Why nothing is done in a place whose memory is damaged, and what to type there. */
export function damagedState(place: string, names: readonly string[], shown?: string): Failure {
  const releases = names.filter((name) => ID.test(name)).toSorted();
  const text = JSON.stringify({ releases, shown: shown ?? releases.at(-1) });
  return new Failure(
    `${place}/${STATE_FILE} 坏了，读不出有哪几版、现在是哪一版。什么都没有动，网站照常。把这个文件改成下面这一行（按先后写各版，shown 是 ${CURRENT} 指着的那一版），再运行一次：\n  ${text}`,
  );
}

/** A release among the others, shown. One that was there before becomes the newest. */
export const withShown = ({ releases }: ReleaseState, id: string): ReleaseState => ({
  releases: [...releases.filter((one) => one !== id), id],
  shown: id,
});

/** The releases older than the one shown, newest first. */
export const olderThan = ({ releases, shown }: ReleaseState): readonly string[] =>
  shown === undefined ? [] : releases.slice(0, releases.indexOf(shown)).toReversed();

/** What to keep and what to drop, so that `keep` releases remain: never the one shown. */
export function pruned(
  { releases, shown }: ReleaseState,
  keep: number,
): { state: ReleaseState; dropped: readonly string[] } {
  const spare = releases.filter((id) => id !== shown);
  const dropped = spare.slice(0, Math.max(0, releases.length - keep));
  return { state: { releases: releases.filter((id) => !dropped.includes(id)), shown }, dropped };
}
