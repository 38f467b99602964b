import type { Document, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import type { AffairRecord } from '../schemas/affair.ts';
import type { Crumb } from './crumbs.ts';

type Affair = Document<AffairRecord>;

/** Titles are unique over the site, so an office's notice carries the office's name. */
export const affairTitle = (affair: Affair, office: Office) =>
  `${affair.data.title}（${office.record.name}）`;

export const affairDescription = (affair: Affair, office: Office) =>
  affair.data.summary ?? `${office.record.name}：${affair.data.title}`;

export function affairCrumbs(affair: Affair, office: Office): Crumb[] {
  const own = { name: office.record.shortName, path: paths.office(office.id) };
  const way = office.sample
    ? [{ name: '示例', path: paths.samples }]
    : [
        { name: '司法所', path: paths.offices },
        { name: office.county.record.name, path: paths.county(office.county.slug) },
      ];
  return [...way, own, { name: affair.data.title }];
}
