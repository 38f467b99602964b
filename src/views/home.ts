import type { Catalogue } from '../catalogue/types.ts';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { paths } from '../domain/urls.ts';
import { hasNotices, newestNotices } from './notice-lists.ts';
import { countyView } from './county.ts';
import { brief, commonest } from './services.ts';

/** A site whose home page changes by no dated content counts as not updated (facts A4-3). */
const NEWS = 3;

/** What the home page says: the counties with their offices, common troubles, the four disclosures. */
export function homeView(catalogue: Catalogue, today: string) {
  const counties = catalogue.counties.map((county) => countyView(county, today));
  return {
    counties,
    offices: catalogue.offices.length,
    communities: counties.reduce((sum, county) => sum + county.communities, 0),
    troubles: commonest(catalogue.services).map(brief),
    disclosures: [
      { title: DISCLOSURES.functions, path: paths.functions },
      { title: DISCLOSURES.people, path: paths.offices },
      { title: DISCLOSURES.whereabouts, path: paths.offices },
      {
        title: DISCLOSURES.affairs,
        path: hasNotices(catalogue) ? paths.notices : paths.rules,
      },
    ],
    news: newestNotices(catalogue, today, NEWS),
    samples: catalogue.samples.length > 0,
  };
}
