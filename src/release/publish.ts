/** Publishes a release to a place, or goes back to the one before. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import type { Assembled } from './assemble.ts';
import { before, type Place, pruned, withShown } from './place.ts';

export interface Published {
  readonly id: string;
  /** The release that was shown until now. */
  readonly earlier?: string | undefined;
  readonly dropped: readonly string[];
}

interface Wishes {
  /** How many releases stay there, the new one counted. */
  readonly keep: number;
  /** Whether pages may vanish that the release before had. */
  readonly mayDrop: boolean;
}

const SHOWN_AT_ONCE = 20;

/** Nobody's link may lead into nothing: a page that was there is there, or leads on. */
function refuseVanished(place: Place, shown: string | undefined, { files, manifest }: Assembled): void {
  if (shown === undefined) return;
  const now = new Set(files.keys());
  // Of an office that was set aside, pages come back when its content is fixed.
  const aside = manifest.quarantined.map((id) => `offices/${id}/`);
  const isGone = (name: string) => !now.has(name) && !aside.some((folder) => name.startsWith(folder));
  const gone = place.pages(shown).filter(isGone);
  if (gone.length === 0) return;
  const list = gone.slice(0, SHOWN_AT_ONCE).map((name) => `  /${name.replace(/index\.html$/, '')}`);
  const more = gone.length > SHOWN_AT_ONCE ? `\n  …… 共 ${gone.length} 个` : '';
  throw new Failure(
    `上一版有、这一版没有的网址：\n${list.join('\n')}${more}\n请在 content/redirects.json 里写上它们的去处，重新生成；确实不要了的，加 --allow-vanished 再发布一次。`,
  );
}

function putFiles({ files, manifest }: Assembled, place: Place): void {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-release-'));
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

/** Puts a release in place and shows it. Nothing changes for readers until all of it is there. */
export function publishRelease(release: Assembled, place: Place, { keep, mayDrop }: Wishes): Published {
  const { id } = release.manifest;
  const state = place.state() ?? { releases: [] };
  if (state.shown === id) return { id, earlier: id, dropped: [] };
  if (!mayDrop) refuseVanished(place, state.shown, release);
  putFiles(release, place);
  const { state: after, dropped } = pruned(withShown(state, id), keep);
  place.show(after);
  dropped.forEach(place.drop);
  return { id, earlier: state.shown, dropped };
}

/** Shows the release before the one that is shown. */
export function goBack(place: Place): Published {
  const state = place.state();
  if (!state) throw new Failure('这里还没有发布过。');
  const older = before(state);
  if (older?.shown === undefined) throw new Failure(`现在的版本是 ${state.shown}，没有更早的版本可以退回。`);
  place.show(older);
  return { id: older.shown, earlier: state.shown, dropped: [] };
}
