/** What a manifest says that cannot be so: counts that do not add up, another city, a time that has not come. */
import type { Manifest, ManifestTally } from '../schemas/manifest.ts';

interface Expected {
  readonly code: string;
  readonly now: Date;
}

const TALLY = ['published', 'stale', 'missing', 'not-applicable', 'inherited', 'unverified'] as const;

const total = (tallies: readonly ManifestTally[], key: (typeof TALLY)[number]) =>
  tallies.reduce((sum, one) => sum + one[key], 0);

const cellsOf = (tally: ManifestTally) =>
  tally.published + tally.stale + tally.missing + tally['not-applicable'];

/** Where its counts contradict each other. */
function miscounts({ counts, counties, offices, disclosure }: Manifest): string[] {
  const there = counties.reduce((sum, one) => sum + one.offices, 0);
  const listed = Object.keys(offices).length;
  const slugs = new Set(counties.map(({ slug }) => slug));
  const parts = counties.map((one) => one.disclosure);
  return [
    ...(counties.length === counts.counties ? [] : [`说有${counts.counties}个县，列出${counties.length}个`]),
    ...(there === counts.offices ? [] : [`说有${counts.offices}个司法所，各县合计${there}个`]),
    ...(listed === counts.offices ? [] : [`说有${counts.offices}个司法所，列出${listed}个`]),
    ...(Object.keys(offices).every((id) => slugs.has(id.replace(/\/.*/, '')))
      ? []
      : ['有的司法所不在列出的县里']),
    ...(counts.closed <= counts.offices ? [] : ['关闭的司法所比全部还多']),
    ...(TALLY.every((key) => total(parts, key) === disclosure.counts[key]) ? [] : ['四公开的合计同各县不符']),
    ...([...counties, { offices: counts.offices, disclosure: disclosure.counts }].every(
      (one) => cellsOf(one.disclosure) === one.offices * disclosure.items,
    )
      ? []
      : ['四公开的项数同司法所数不符']),
  ];
}

/** How far another machine's clock may be ahead. */
const AHEAD = 86_400_000;

/** Everything in a manifest that cannot be so, in words. */
export function manifestFaults(manifest: Manifest, { code, now }: Expected): string[] {
  const { city, builtFor } = manifest;
  return [
    ...(city.code === code ? [] : [`是${city.name}（${city.code}）的清单，不是 ${code} 的`]),
    ...(Date.parse(builtFor) - now.getTime() <= AHEAD ? [] : [`生成的时刻 ${builtFor} 还没有到`]),
    ...miscounts(manifest),
  ];
}
