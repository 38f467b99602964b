import { paths } from '../domain/urls.ts';
import type { KindName } from '../schemas/files.ts';
import type { Contents } from './contents.ts';

/** Every address that the site will have, without base: what a link in a text may point to. */
export function addressesOf(contents: Contents): ReadonlySet<string> {
  const slugs = (kind: KindName) =>
    contents.of(kind).map(({ file }) => file.replace(/^.*\/|\.(?:md|json)$/g, ''));
  const { real, samples, site } = contents;
  const shown = site?.features.samples === false ? real.offices : [...real.offices, ...samples.offices];
  return new Set([
    ...Object.values(paths).filter((path) => typeof path === 'string'),
    ...slugs('page').map((slug) => `/${slug}/`),
    ...slugs('service').map(paths.service),
    ...slugs('functionPage').map(paths.func),
    ...slugs('rule').map(paths.rule),
    ...slugs('law').map(paths.law),
    ...slugs('notice').map(paths.cityNotice),
    ...real.counties.filter(({ county }) => county).map(({ slug }) => paths.county(slug)),
    ...shown.map(({ id }) => paths.office(id)),
    ...shown.flatMap(({ id, notices }) =>
      notices.map(({ names }) => paths.notice(id, `${names['date']}-${names['slug']}`)),
    ),
  ]);
}
