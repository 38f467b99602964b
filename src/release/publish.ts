/** Publishes a release to a place, or goes back to an earlier one. Either leaves nothing there that was taken down. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import { workFolder } from '../command/leftovers.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import { alone } from './alone.ts';
import type { Assembled } from './assemble.ts';
import { aboutAt, cleanState, forgetDays, heldAt, knownAt, teach } from './kept.ts';
import { few, refuseVanished } from './lead-on.ts';
import type { Sealing } from './log/append.ts';
import { forgetLog, isLogged, logAt, logged, loggedAgain, putLog, withLog } from './log/at-place.ts';
import type { Logged } from './log/at-place.ts';
import { olderThan, type ReleasePlace, pruned, type ReleaseState, withShown } from './place.ts';
import { heldIn, together } from './withdrawn.ts';

export interface PublishedRelease {
  readonly id: string;
  /** The release that was shown until now. */
  readonly earlier?: string | undefined;
  readonly dropped: readonly string[];
  /** Those that held what was taken down: removed with their archives. */
  readonly purged: readonly string[];
  readonly signed: Logged['signed'];
}

interface Wishes {
  /** What to sign with; absent where nothing is configured. */
  readonly sealing?: Sealing | undefined;
  /** How many releases stay there, the new one counted. */
  readonly keep: number;
  /** Whether pages may vanish that the release before had. */
  readonly mayDrop: boolean;
}

/** What was taken down stays down, also when somebody publishes from an old copy of the content. */
function refuseReturned({ files, withdrawn }: Assembled, known: Withdrawn): void {
  const held = heldIn({ knows: withdrawn, names: new Set(files.keys()) }, known);
  if (held.length === 0) return;
  throw new Failure(
    `服务器上的版本记着这些网址的内容已经撤下，要发布的网站里却没有这次撤下的记录：\n${few(held)}\n多半是用旧的内容生成的。请先取得最新的内容（其中 withdrawn.json 的记录不能删），重新生成，再发布。`,
  );
}

function putFiles({ files, manifest }: Pick<Assembled, 'files' | 'manifest'>, place: ReleasePlace): void {
  const folder = workFolder('release');
  // The server that is to read it is somebody else.
  chmodSync(folder, 0o755);
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    place.put(manifest.id, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Shows a state, and removes the archives of what held what was taken down (while it is remembered which those are),
 * all releases that are not in it, and of what is no longer shown the days that it tells of and the salts of other
 * releases. Where the run is cut off, the next one does the rest.
 */
function showOnly(place: ReleasePlace, state: ReleaseState, purged: readonly string[]): void {
  const { releases, shown } = state;
  if (purged.length > 0) place.dropArchives(purged);
  place.show(state);
  place.keepOnly(releases);
  for (const id of releases.filter((one) => one !== shown)) {
    forgetDays(place, id);
    forgetLog(place, id);
  }
}

function putAndShow(
  release: Assembled,
  place: ReleasePlace,
  { keep, mayDrop, sealing }: Wishes,
): PublishedRelease {
  const { id } = release.manifest;
  const state = place.state() ?? { releases: [] };
  const others = state.releases.filter((one) => one !== id);
  const known = together([...others.map((one) => knownAt(place, one)), release.withdrawn]);
  refuseReturned(release, known);
  const isShown = state.shown === id;
  if (!mayDrop) refuseVanished(place, release);
  const before = logAt(place, state.shown);
  const done = isShown && isLogged(before);
  const now: Logged = done
    ? { signed: 'signed', log: before }
    : logged(before, { ...release, builtFor: release.manifest.builtFor }, sealing);
  if (!isShown) putFiles({ ...release, files: withLog(release.files, now.log) }, place);
  else if (sealing && !done) putLog(place, id, now);
  const { state: clean, purged } = cleanState(place, withShown(state, id), known);
  const { state: after, dropped } = isShown ? { state: clean, dropped: [] } : pruned(clean, keep);
  showOnly(place, after, purged);
  return { id, earlier: state.shown, dropped, purged, signed: now.signed };
}

/** Puts a release in place and shows it. Nothing changes for readers until all of it is there. */
export const publishRelease = (release: Assembled, place: ReleasePlace, wishes: Wishes): PublishedRelease =>
  alone(place, (held) => putAndShow(release, held, wishes));

/** The release to go back to: the one before, or the one that was asked for. */
function targetOf(state: ReleaseState, wanted: string | undefined): string {
  const older = olderThan(state);
  const target = wanted ?? older[0];
  if (target === undefined) throw new Failure(`现在的版本是 ${state.shown}，没有更早的版本可以退回。`);
  if (!older.includes(target))
    throw new Failure(
      `没有比现在（${state.shown}）更早的版本 ${target}。可以退回的：${older.join('、') || '没有'}`,
    );
  return target;
}

type Wanted = [withdrawn: Withdrawn, wanted?: string | undefined, sealing?: Sealing | undefined];

function showEarlier(place: ReleasePlace, ...[withdrawn, wanted, sealing]: Wanted): PublishedRelease {
  const state = place.state();
  if (state?.shown === undefined) throw new Failure('这里还没有发布过。');
  const target = targetOf(state, wanted);
  const known = together([...state.releases.map((one) => knownAt(place, one)), withdrawn]);
  const held = heldAt(place, target, known);
  if (held.length > 0) {
    const clean = olderThan(state).find((one) => heldAt(place, one, known).length === 0);
    const instead = clean
      ? `最新的干净版本是 ${clean}，要退回它，请写 --back ${clean}`
      : '更早的版本里没有干净的，不能退回。请改好内容，重新生成，再发布';
    throw new Failure(`${target} 里有后来撤下的内容，不能退回：\n${few(held)}\n${instead}。`);
  }
  teach(place, target, known);
  forgetDays(place, target);
  const now = loggedAgain(place, target, {
    before: logAt(place, state.shown),
    about: aboutAt(place, target),
    sealing,
  });
  if (now.log.size > 0) putLog(place, target, now);
  const { state: after, purged } = cleanState(place, { ...state, shown: target }, known);
  showOnly(place, after, purged);
  return { id: target, earlier: state.shown, dropped: [], purged, signed: now.signed };
}

/** Shows an earlier release: that before the one that is shown, or the one wanted. Never one with what was taken down. */
export const goBack = (place: ReleasePlace, ...how: Wanted): PublishedRelease =>
  alone(place, (held) => showEarlier(held, ...how));
