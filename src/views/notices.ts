import type { Affair, Attachment, Catalogue, Office } from '../catalogue/types.ts';
import { attachmentType, sizeInWords } from '../domain/attachment-types.ts';
import { hasExpired } from '../domain/expiry.ts';
import { paths } from '../domain/urls.ts';
import type { Crumb } from './crumbs.ts';
import type { Article } from './head/tags.ts';

/** Titles are unique over the site: an office's notice carries the office's name, the city's its date. */
export const affairTitle = (affair: Affair, office: Office | undefined) =>
  `${affair.data.title}（${office?.record.name ?? affair.data.published}）`;

export const affairDescription = (affair: Affair, office: Office | undefined) =>
  affair.data.summary ?? `${office?.record.name ?? affair.data.source}：${affair.data.title}`;

/** What a notice says of itself in the page tags: the author's title, date, minute where given, and source. */
export const affairArticle = ({ data }: Affair): Article => ({
  title: data.title,
  published: data.time ? `${data.published} ${data.time}` : data.published,
  source: data.source,
  keywords: [data.category],
});

/** The way to an office's page, and to what lies below it. */
export function officeCrumbs(office: Office): Crumb[] {
  const own = { name: office.record.shortName, path: paths.office(office.id) };
  const way = office.sample
    ? [{ name: '示例', path: paths.samples }]
    : [
        { name: '司法所', path: paths.offices },
        { name: office.county.record.name, path: paths.county(office.county.slug) },
      ];
  return [...way, own];
}

export const affairCrumbs = (affair: Affair, office: Office | undefined): Crumb[] => [
  ...(office ? officeCrumbs(office) : [{ name: '公告和所务', path: paths.affairs }]),
  { name: affair.data.title },
];

export const affairPath = (affair: Affair, office: Office | undefined): string =>
  office ? paths.affair(office.id, affair.slug) : paths.cityAffair(affair.slug);

/** A notice in a list. */
export const affairLine = (affair: Affair, office: Office | undefined, today: string) => ({
  title: affair.data.title,
  path: affairPath(affair, office),
  published: affair.data.published,
  category: affair.data.category,
  expired: hasExpired(affair.data.expires, today),
  attachments: affair.attachments.length,
  office: office && { name: office.record.name, path: paths.office(office.id) },
});

export type AffairLine = ReturnType<typeof affairLine>;

/** A document as it is offered: what it is called, its kind and size, and the name to save it under. */
function attachmentView({ title, path, size }: Attachment) {
  const type = attachmentType(path);
  const ending = path.slice(path.lastIndexOf('.'));
  return {
    title,
    path,
    kind: `${type?.name ?? ''}，${sizeInWords(size)}`,
    saveAs: type?.shown ? undefined : `${title}${ending}`,
  };
}

/** One notice with its neighbours in the list of its office, or of the city. */
export function affairView(
  affair: Affair,
  office: Office | undefined,
  own: readonly Affair[],
  today: string,
) {
  const at = own.indexOf(affair);
  const beside = (place: number) => {
    const other = own[place];
    return other && { title: other.data.title, path: affairPath(other, office) };
  };
  return {
    data: affair.data,
    html: affair.html,
    expired: hasExpired(affair.data.expires, today),
    attachments: affair.attachments.map(attachmentView),
    newer: beside(at - 1),
    older: beside(at + 1),
  };
}

export type AffairView = ReturnType<typeof affairView>;

/** Every document that is published with a notice, once: its address and its bytes. */
export function publishedFiles({ affairs, offices, samples }: Catalogue): readonly Attachment[] {
  const all = [...affairs, ...[...offices, ...samples].flatMap((office) => office.affairs)];
  return [...new Map(all.flatMap(({ attachments }) => attachments).map((one) => [one.path, one])).values()];
}
