import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';

/** Each county with the place on its page where every township, village and community leads to its office. */
export const placesView = ({ counties }: Catalogue) =>
  counties.map((county) => ({
    name: county.record.name,
    villages: `${paths.county(county.slug)}#villages`,
    offices: county.offices.length,
    communities: county.townships.reduce((sum, township) => sum + township.communities.length, 0),
  }));
