/** What every page of a region is handed. */
// Bundled apart, as the city's is.
import code from '../../client/region/start.ts?worker&url';
import { regionView } from '../../views/region.ts';
import { runningRegion } from '../current.ts';

/** The region, what its pages show, and its box. */
export function regionPage() {
  const { site, cities, shards, guides, now } = runningRegion();
  return { site, guides, cities, now, view: regionView(site.city.name, cities), box: { code, shards } };
}
