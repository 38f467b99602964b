import type { Catalogue } from '../catalogue/types.ts';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { paths } from '../domain/urls.ts';
import { hasNotices, newestNotices } from './notice-lists.ts';
import { countyView } from './county.ts';
import { openOffices } from './open-now.ts';
import { brief } from './services.ts';

/** A site whose home page changes by no dated content counts as not updated (facts A4-3). */
const NEWS = 5;

/** What the home page says: the counties with their offices, common troubles, the four disclosures. */
export function homeView(catalogue: Catalogue, today: string) {
  const counties = catalogue.counties.map((county) => countyView(county, today));
  return {
    counties,
    open: openOffices(catalogue.offices, catalogue),
    offices: catalogue.offices.length,
    communities: counties.reduce((sum, county) => sum + county.communities, 0),
    troubles: catalogue.services.slice(0, 9).map(brief),
    disclosures: [
      { title: DISCLOSURES.functions, path: paths.functions, text: '司法所管什么、事情怎么办、按什么规矩办' },
      { title: DISCLOSURES.people, path: paths.offices, text: '谁在这里上班、负责什么、怎么联系' },
      { title: DISCLOSURES.whereabouts, path: paths.offices, text: '每个工作日谁在所里、谁外出、找谁接办' },
      {
        title: DISCLOSURES.affairs,
        path: hasNotices(catalogue) ? paths.notices : paths.rules,
        text: '经费、培训、考核、普法计划和办理过程',
      },
    ],
    news: newestNotices(catalogue, today, NEWS),
    samples: catalogue.samples.length > 0,
  };
}
