/** What the pages of a region are made of: it hangs on the process, since Astro bundles the pages apart. */
import type { CityState } from '../domain/region.ts';
import type { RegionGuide } from '../exports/region-search.ts';
import type { Site } from '../schemas/site.ts';

interface RunningRegion {
  readonly site: Site;
  readonly now: Date;
  readonly cities: readonly CityState[];
  readonly guides: readonly RegionGuide[];
  /** How many shards the places have. */
  readonly shards: number;
}

const running = Symbol.for('open-office.region');
const slots = globalThis as { [running]?: RunningRegion };

/** Says what the pages work from. */
export function showRegion(what: RunningRegion): void {
  slots[running] = what;
}

/** What the pages work from. */
export function runningRegion(): RunningRegion {
  const now = slots[running];
  if (!now) throw new Error('no region is being built');
  return now;
}
