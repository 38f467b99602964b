import type { Notice, Attachment, Catalogue, Office } from '../catalogue/types.ts';
import { hasExpired } from '../domain/expiry.ts';
import { paths } from '../domain/urls.ts';
import type { Site } from '../schemas/site.ts';
import type { Crumb } from './crumbs.ts';
import { attachmentsView } from './attachments.ts';
import type { Article } from './head/tags.ts';
import { versionsView } from './versions.ts';

/** What a notice says of itself in the page tags: the author's title, date, minute where given, and source. */
const articleOf = ({ data }: Notice): Article => ({
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

export const noticePath = (notice: Notice, office: Office | undefined): string =>
  office ? paths.notice(office.id, notice.slug) : paths.cityNotice(notice.slug);

/**
 * The head of a notice's page. Titles are unique over the site: an office's notice carries the office's name, the
 * city's its date.
 */
export const noticeHead = (notice: Notice, office: Office | undefined) => ({
  title: `${notice.data.title}（${office?.record.name ?? notice.data.published}）`,
  description: notice.data.summary ?? `${office?.record.name ?? notice.data.source}：${notice.data.title}`,
  path: noticePath(notice, office),
  crumbs: [
    ...(office ? officeCrumbs(office) : [{ name: '公告和所务', path: paths.notices }]),
    { name: notice.data.title },
  ] as readonly Crumb[],
  article: articleOf(notice),
});

/** A notice in a list. */
export const noticeLine = (notice: Notice, office: Office | undefined, today: string) => ({
  title: notice.data.title,
  path: noticePath(notice, office),
  published: notice.data.published,
  category: notice.data.category,
  expired: hasExpired(notice.data.expires, today),
  attachments: notice.attachments.length,
  office: office && { name: office.record.name, path: paths.office(office.id) },
});

export type NoticeLine = ReturnType<typeof noticeLine>;

/** One notice with its neighbours in the list of its office, or of the city. */
export function noticeView(
  notice: Notice,
  office: Office | undefined,
  own: readonly Notice[],
  today: string,
  site: Site,
) {
  const at = own.indexOf(notice);
  const beside = (place: number) => {
    const other = own[place];
    return other && { title: other.data.title, path: noticePath(other, office) };
  };
  return {
    data: notice.data,
    html: notice.html,
    expired: hasExpired(notice.data.expires, today),
    ...attachmentsView(notice.attachments),
    versions: versionsView(notice.data.versions, site),
    /** Whose it is, or the list of all: on a phone no other way leads there. */
    back: office
      ? { name: office.record.shortName, path: paths.office(office.id) }
      : { name: '公告和所务', path: paths.notices },
    newer: beside(at - 1),
    older: beside(at + 1),
  };
}

/** Every document that is published with a notice or a place's own text, once: its address and its bytes. */
export function publishedFiles({ notices, offices, samples, adaptations }: Catalogue): readonly Attachment[] {
  const all = [...notices, ...adaptations, ...[...offices, ...samples].flatMap((office) => office.notices)];
  return [...new Map(all.flatMap(({ attachments }) => attachments).map((one) => [one.path, one])).values()];
}
