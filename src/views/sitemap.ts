import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { hasNotices } from './notice-lists.ts';
import { officeLine } from './county.ts';
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
    ...catalogue.counties.map((county) => ({
      title: county.record.name,
      path: paths.county(county.slug),
      entries: county.offices
        .map(officeLine)
        .map((office) => ({ name: office.shortName, path: office.path })),
    })),
  ];
}
