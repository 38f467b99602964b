/** Where releases are published: each whole in a folder of its own, and one link that says which is shown. */

/** What is remembered there, beside the releases. */
export interface State {
  /** Releases that can be shown, oldest first. */
  readonly releases: readonly string[];
  /** The one that is shown; absent before the first. */
  readonly shown?: string | undefined;
}

/** A folder on this machine or on another one. Nothing is seen by readers before `show`. */
export interface Place {
  /** What is there: undefined when the place is empty; fails when it holds something that is not ours. */
  readonly state: () => State | undefined;
  /** Puts a release there, taking what did not change from the one that is shown. */
  readonly put: (id: string, folder: string) => void;
  /** The addresses of the pages that a release holds. */
  readonly pages: (id: string) => readonly string[];
  /** Shows a release from one moment to the next, and remembers it. */
  readonly show: (state: State) => void;
  readonly drop: (id: string) => void;
}

/** The names within a place. */
export const RELEASES = 'releases';
export const CURRENT = 'current';
/** Marks the place as ours, and remembers. */
export const STATE_FILE = '.open-office.json';

export const stateText = (state: State): string => `${JSON.stringify(state, null, 1)}\n`;

const ID = /^\d{8}-[0-9a-f]{12}$/;

/** The state that a text tells; undefined when it tells none. */
export function parseState(text: string): State | undefined {
  try {
    const { releases, shown } = JSON.parse(text) as State;
    const known = Array.isArray(releases) && releases.every((id) => ID.test(id));
    return known && (shown === undefined || releases.includes(shown)) ? { releases, shown } : undefined;
  } catch {
    return undefined;
  }
}

/** A release among the others, shown. One that was there before becomes the newest. */
export const withShown = ({ releases }: State, id: string): State => ({
  releases: [...releases.filter((one) => one !== id), id],
  shown: id,
});

/** The state before: the release older than the one shown; undefined when there is none. */
export function before({ releases, shown }: State): State | undefined {
  const older = shown === undefined ? undefined : releases[releases.indexOf(shown) - 1];
  return older === undefined ? undefined : { releases, shown: older };
}

/** What to keep and what to drop, so that `keep` releases remain: never the one shown. */
export function pruned(
  { releases, shown }: State,
  keep: number,
): { state: State; dropped: readonly string[] } {
  const spare = releases.filter((id) => id !== shown);
  const dropped = spare.slice(0, Math.max(0, releases.length - keep));
  return { state: { releases: releases.filter((id) => !dropped.includes(id)), shown }, dropped };
}
