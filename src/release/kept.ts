/** The releases that are kept at a place, and what was taken down since they were made. */
import { fingerprint } from '../catalogue/revision.ts';
import { withBase } from '../domain/urls.ts';
import { withdrawnFile } from '../exports/withdrawn.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import { parseRelease, type Release, RELEASE_FILE, releaseText } from './about.ts';
import { withoutDays } from './days.ts';
import type { Amendments, ReleasePlace, ReleaseState } from './place.ts';
import { filesForServers, hostingFor } from './hosting/for-release.ts';
import { USUAL_ROOT } from './hosting/table.ts';
import { heldIn, together, unknown } from './withdrawn.ts';

function releaseAt(place: ReleasePlace, id: string): Release | undefined {
  try {
    return parseRelease(place.read(id, RELEASE_FILE) ?? '');
  } catch {
    return undefined;
  }
}

/** What a kept release says of itself. */
export const aboutAt = (place: ReleasePlace, id: string): Pick<Release, 'builtFor' | 'withdrawn'> =>
  releaseAt(place, id) ?? { builtFor: '', withdrawn: [] };

/** What a kept release knows to have been taken down. */
export const knownAt = (place: ReleasePlace, id: string): Withdrawn => aboutAt(place, id).withdrawn;

/** Where a kept release leads readers of addresses that moved. */
export const redirectsAt = (place: ReleasePlace, id: string): Release['redirects'] =>
  releaseAt(place, id)?.redirects ?? [];

/** The addresses at which a kept release shows what has been taken down. */
export function heldAt(place: ReleasePlace, id: string, withdrawn: Withdrawn): string[] {
  const knows = knownAt(place, id);
  const news = unknown(knows, withdrawn);
  // Most know of everything: then nobody need ask what they hold.
  return news.length === 0 ? [] : heldIn({ knows, names: new Set(place.names(id)) }, news);
}

/** A state without the releases that hold what was taken down; the one shown stays. */
export function cleanState(
  place: ReleasePlace,
  { releases, shown }: ReleaseState,
  withdrawn: Withdrawn,
): { state: ReleaseState; purged: readonly string[] } {
  const purged = releases.filter((id) => id !== shown && heldAt(place, id, withdrawn).length > 0);
  return { state: { releases: releases.filter((id) => !purged.includes(id)), shown }, purged };
}

const LIST = 'data/withdrawn.json';

const withoutCopies = (names: readonly string[]) =>
  names.flatMap((name) => ['br', 'gz'].map((ending) => [`${name}.${ending}`, undefined] as const));

/** What the release says of itself comes last: where the run is cut off before, the next one does all of it again. */
function amendAsSaid(place: ReleasePlace, id: string, files: Amendments, release: Release): void {
  place.amend(id, new Map([...files, ...withoutCopies([...files.keys(), RELEASE_FILE])]));
  place.amend(id, new Map([[RELEASE_FILE, releaseText(release)]]));
}

/** Tells an earlier release what was taken down since: readers' devices and servers ask the one that is shown. */
export function teach(place: ReleasePlace, id: string, known: Withdrawn): void {
  const old = releaseAt(place, id);
  if (!old || unknown(old.withdrawn, known).length === 0) return;
  const release = { ...old, withdrawn: together([old.withdrawn, known]) };
  const { base, withdrawn } = release;
  const address = (path: string) => withBase(base, path);
  const files = new Map([
    [LIST, withdrawnFile(withdrawn, { digest: fingerprint, address })],
    ...filesForServers(hostingFor(release, place.names(id), USUAL_ROOT)),
  ]);
  amendAsSaid(place, id, files, release);
}

/**
 * Takes the days that are over out of a release that is no longer shown: where people were is told for its day only
 * and leaves no history (design §3). Going back to it shows no days until whereabouts are published anew.
 */
export function forgetDays(place: ReleasePlace, id: string): void {
  const release = releaseAt(place, id);
  if (!release || release.dated.length === 0) return;
  const files = new Map<string, string | undefined>();
  for (const office of release.dated) {
    const page = `offices/${office}/index.html`;
    const html = place.read(id, page);
    if (html !== undefined) files.set(page, withoutDays(html));
    files.set(`data/whereabouts/${office}.json`, undefined);
  }
  place.dropArchives([id]);
  amendAsSaid(place, id, files, { ...release, dated: [] });
}
