import type { Catalogue } from '../catalogue/types.ts';
import { goesByCounty } from '../domain/by-county.ts';
import { paths } from '../domain/urls.ts';
import { hasNotices } from './notice-lists.ts';
import { textLists } from './texts.ts';

const entryOf = ({ title, path }: { readonly title: string; readonly path: string }) => ({
  name: title,
  path,
});

/** Every page of the site that people look for, by section. Samples stay apart and are not listed (design §2.2). */
export function sitemapView(catalogue: Catalogue) {
  return [
    ...textLists(catalogue).map(({ title, path, texts }) => ({ title, path, entries: texts.map(entryOf) })),
    ...(catalogue.elsewhere
      ? [
          {
            title: '不归司法所管的事',
            path: paths.elsewhere,
            entries: catalogue.elsewhere.items.map(({ id, title }) => ({
              name: title,
              path: `${paths.elsewhere}#${id}`,
            })),
          },
        ]
      : []),
    ...(hasNotices(catalogue)
      ? [
          {
            title: '公告和所务',
            path: paths.notices,
            entries: catalogue.notices.map(({ slug, data }) => ({
              name: data.title,
              path: paths.cityNotice(slug),
            })),
          },
        ]
      : []),
    {
      title: '四公开情况',
      path: paths.disclosure,
      entries: catalogue.site.features.standards
        ? [
            { name: '规范化建设', path: paths.standards },
            ...(catalogue.plan ? [{ name: '方案逐条对照', path: paths.plan }] : []),
          ]
        : [],
    },
    {
      title: '关于本站',
      path: paths.about,
      entries: [...catalogue.pages.values()]
        .filter(({ slug }) => slug !== 'about')
        .map(({ slug, data }) => ({ name: data.title, path: `/${slug}/` })),
    },
    ...officesByCounty(catalogue),
  ];
}

/** Each county with its offices; of a large city the counties alone, whose pages list theirs. */
function officesByCounty(catalogue: Catalogue) {
  const counties = catalogue.counties.map(({ slug, record, offices }) => ({
    title: record.name,
    path: paths.county(slug),
    offices,
  }));
  if (goesByCounty(catalogue)) {
    const entries = counties.map(({ title, path }) => ({ name: title, path }));
    return [{ title: '司法所', path: paths.offices, entries }];
  }
  return counties.map(({ offices, ...county }) => ({
    ...county,
    entries: offices.map(({ id, record }) => ({ name: record.shortName, path: paths.office(id) })),
  }));
}
