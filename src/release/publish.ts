/** Publishes a release to a place, or goes back to an earlier one. Either leaves nothing there that was taken down. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import { workFolder } from '../command/leftovers.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { Assembled } from './assemble.ts';
import { leadsFor, type Lead } from '../domain/lead-on.ts';
import { cleanState, forgetDays, heldAt, knownAt, redirectsAt, teach } from './kept.ts';
import { olderThan, type Place, pruned, type State, withShown } from './place.ts';
import { addressAt, vanished } from './released.ts';
import { heldIn, together } from './withdrawn.ts';

export interface Published {
  readonly id: string;
  /** The release that was shown until now. */
  readonly earlier?: string | undefined;
  readonly dropped: readonly string[];
  /** Those that held what was taken down: removed with their archives. */
  readonly purged: readonly string[];
}

interface Wishes {
  /** How many releases stay there, the new one counted. */
  readonly keep: number;
  /** Whether pages may vanish that the release before had. */
  readonly mayDrop: boolean;
}

const AT_ONCE = 20;

/** The first of many addresses, and how many there are. */
function few(addresses: readonly string[]): string {
  const more = addresses.length > AT_ONCE ? [`…… 共 ${addresses.length} 个`] : [];
  return [...addresses.slice(0, AT_ONCE), ...more].map((one) => `  ${one}`).join('\n');
}

const pagesOf = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.endsWith('.html')).map(addressAt);

/**
 * Pages that the release before had and this one has not, nor leads on from, though nobody took them down; with where
 * their readers are best led: as they were until now, else by what is new or above.
 */
export function leadsToMake(place: Place, { files, manifest, withdrawn }: Assembled): Lead[] {
  const { shown } = place.state() ?? {};
  if (shown === undefined || shown === manifest.id) return [];
  // Of an office that was set aside, pages come back when its content is mended.
  const aside = manifest.quarantined.map((id) => `/offices/${id}/`);
  const [was, is] = [pagesOf(place.names(shown)), pagesOf(files.keys())];
  const gone = vanished(was, is, withdrawn).filter(
    (address) => !aside.some((folder) => address.startsWith(folder)),
  );
  const led = new Map(redirectsAt(place, shown).map(({ from, to }) => [from, to]));
  const there = new Set(is);
  return leadsFor(gone, was, is).map(({ from, to }) => {
    const until = led.get(from);
    return { from, to: until !== undefined && there.has(until) ? until : to };
  });
}

/** Nobody's link may lead into nothing: a page that was there is there, leads on, or was taken down. */
function refuseVanished(place: Place, release: Assembled): void {
  const leads = leadsToMake(place, release).map(({ from, to }) => `${from} → ${to}`);
  if (leads.length === 0) return;
  throw new Failure(
    `上一版有、这一版没有的网址，和读者可以去的地方：\n${few(leads)}\n照这样转过去的，加 --lead-on 再发布一次（写进 content/redirects.json）；要转到别处的，先自己写在那里；确实不要了的，加 --allow-vanished。`,
  );
}

/** What was taken down stays down, also when somebody publishes from an old copy of the content. */
function refuseReturned({ files, withdrawn }: Assembled, known: Withdrawn): void {
  const held = heldIn({ knows: withdrawn, names: new Set(files.keys()) }, known);
  if (held.length === 0) return;
  throw new Failure(
    `服务器上的版本记着这些网址的内容已经撤下，要发布的网站里却没有这次撤下的记录：\n${few(held)}\n多半是用旧的内容生成的。请先取得最新的内容（其中 withdrawn.json 的记录不能删），重新生成，再发布。`,
  );
}

function putFiles({ files, manifest }: Assembled, place: Place): void {
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

/** Removes what is not in a state, the archives of what was removed for what it held, and the days that others tell of. */
function tidy(place: Place, { releases, shown }: State, purged: readonly string[]): void {
  place.keepOnly(releases);
  if (purged.length > 0) place.dropArchives(purged);
  for (const id of releases) if (id !== shown) forgetDays(place, id);
}

/** Puts a release in place and shows it. Nothing changes for readers until all of it is there. */
export function publishRelease(release: Assembled, place: Place, { keep, mayDrop }: Wishes): Published {
  const { id } = release.manifest;
  const state = place.state() ?? { releases: [] };
  const others = state.releases.filter((one) => one !== id);
  const known = together([...others.map((one) => knownAt(place, one)), release.withdrawn]);
  refuseReturned(release, known);
  const isShown = state.shown === id;
  if (!mayDrop) refuseVanished(place, release);
  if (!isShown) putFiles(release, place);
  const { state: clean, purged } = cleanState(place, withShown(state, id), known);
  const { state: after, dropped } = isShown ? { state: clean, dropped: [] } : pruned(clean, keep);
  if (!isShown || purged.length > 0) place.show(after);
  tidy(place, after, purged);
  return { id, earlier: state.shown, dropped, purged };
}

/** The release to go back to: the one before, or the one that was asked for. */
function targetOf(state: State, wanted: string | undefined): string {
  const older = olderThan(state);
  const target = wanted ?? older[0];
  if (target === undefined) throw new Failure(`现在的版本是 ${state.shown}，没有更早的版本可以退回。`);
  if (!older.includes(target))
    throw new Failure(
      `没有比现在（${state.shown}）更早的版本 ${target}。可以退回的：${older.join('、') || '没有'}`,
    );
  return target;
}

/** Shows an earlier release: that before the one that is shown, or the one wanted. Never one with what was taken down. */
export function goBack(place: Place, withdrawn: Withdrawn, wanted?: string): Published {
  const state = place.state();
  if (!state) throw new Failure('这里还没有发布过。');
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
  const { state: after, purged } = cleanState(place, { ...state, shown: target }, known);
  place.show(after);
  tidy(place, after, purged);
  return { id: target, earlier: state.shown, dropped: [], purged };
}
