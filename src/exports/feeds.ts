import type { Catalogue, County, Guide, Notice, Office } from '../catalogue/types.ts';
import { inWords } from '../domain/dates.ts';
import { NO_HISTORY } from '../domain/history.ts';
import { once } from '../domain/reads.ts';
import { paths } from '../domain/urls.ts';
import { localTexts } from '../views/adaptations.ts';
import { sourceInWords } from '../views/history/page.ts';
import { officePast } from '../views/history/pasts.ts';
import { noticePath } from '../views/notices.ts';
import { atom, type FeedEntry } from './atom.ts';
import type { Export, ExportContext } from './context.ts';
import type { ExportKind } from './documented.ts';

/** Feeds tell what is new, not everything there ever was. */
const NEWEST = 50;

type Make = (about: string, url: string, title: string, entries: readonly FeedEntry[]) => string;

const newest = (entries: readonly FeedEntry[]): FeedEntry[] =>
  entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0)).slice(0, NEWEST);

/** A notice of an office, or of the city, as an entry. */
const noticeEntry = (
  notice: Notice,
  office: Office | undefined,
  { address, uuid }: ExportContext,
): FeedEntry => {
  const { title, published, time, updated, summary, category, source } = notice.data;
  const path = noticePath(notice, office);
  const first = time ? `${published} ${time}` : published;
  return {
    id: `urn:uuid:${uuid(path)}`,
    title: office ? `${office.record.shortName}：${title}` : title,
    url: address(path),
    published: first,
    updated: updated ?? first,
    summary,
    category,
    source,
  };
};

const officeEntries = (office: Office, context: ExportContext) =>
  office.notices.map((notice) => noticeEntry(notice, office, context));

/** A guide's own text and what places say otherwise in it; a later text of the same guide is a new entry. */
function guideEntries(guide: Guide, catalogue: Catalogue, { address, uuid }: ExportContext): FeedEntry[] {
  const { title, summary, source } = guide.data;
  const url = address(paths.service(guide.slug));
  const entry = (what: string, updated: string, from: string, about: string): FeedEntry => ({
    id: `urn:uuid:${uuid(`${paths.service(guide.slug)}#${what}@${updated}`)}`,
    title: what,
    url,
    updated,
    source: from,
    summary: about,
  });
  return [
    entry(`办事指南“${title}”`, guide.data.updated, source, summary),
    ...localTexts(guide, catalogue).map((one) =>
      entry(
        `${one.name}的“${title}”`,
        one.updated,
        one.source,
        `有不同：${[...one.taken, ...one.elements.map(({ title }) => title)].join('、')}`,
      ),
    ),
  ];
}

/** What each release changed in an office, an entry a release. */
const historyEntries = (
  { id, record }: Office,
  catalogue: Catalogue,
  { address, uuid, history = NO_HISTORY }: ExportContext,
): FeedEntry[] =>
  officePast(catalogue, history, id).releases.flatMap(({ date, lines }) =>
    date === undefined || lines.length === 0
      ? []
      : [
          {
            id: `urn:uuid:${uuid(`${paths.history(id)}#${date}`)}`,
            title: `${record.shortName}：${inWords(date)}改了${lines.length}处`,
            url: address(paths.history(id)),
            updated: date,
            summary: lines
              .map((line) => [line.text, sourceInWords(line)].filter(Boolean).join('。'))
              .join('。'),
          },
        ],
  );

/** The newest date that the content gives, for feeds in which nothing stands yet. */
const newestOf = ({ site, services, notices, offices }: Catalogue): string | undefined =>
  [
    ...services.map(({ data }) => data.updated),
    ...[...notices, ...offices.flatMap((office) => office.notices)].map(
      ({ data }) => data.updated ?? data.published,
    ),
  ]
    .sort()
    .at(-1) ?? site.seed?.date;

/** The feed of the city, of each county, each office and each guide. */
export function feedsOf(catalogue: Catalogue, context: ExportContext): Export[] {
  const { site, counties, offices, services, notices } = catalogue;
  const { address, uuid } = context;
  const fallback = once(() => newestOf(catalogue) ?? '', new Set());
  if (!fallback()) return [];
  const make: Make = (about, self, title, all) => {
    const entries = newest(all);
    return atom({
      id: `urn:uuid:${uuid(self)}`,
      title: `${title}｜${site.title}`,
      url: address(about),
      self: address(self),
      author: site.publisher.confirmed ? site.publisher.name : site.title,
      rights: site.contentLicence,
      updated: entries[0]?.updated ?? fallback(),
      entries,
    });
  };
  const file = (kind: ExportKind, about: string, title: string, entries: () => FeedEntry[]): Export => {
    const path = paths.feed(about);
    return { path, kind, title, build: () => make(about, path, title, entries()) };
  };
  const inCounty = (county: County) => county.offices.flatMap((office) => officeEntries(office, context));
  return [
    file('cityFeed', paths.notices, '公告和所务', () => [
      ...notices.map((notice) => noticeEntry(notice, undefined, context)),
      ...offices.flatMap((office) => officeEntries(office, context)),
    ]),
    ...counties.map((one) =>
      file('countyFeed', paths.county(one.slug), `${one.record.name}各司法所的公开`, () => inCounty(one)),
    ),
    ...offices.map((one) =>
      file('officeFeed', paths.office(one.id), `${one.record.name}的公开`, () => officeEntries(one, context)),
    ),
    ...offices.map((one) =>
      file('historyFeed', paths.history(one.id), `${one.record.name}改过什么`, () =>
        historyEntries(one, catalogue, context),
      ),
    ),
    ...services.map((one) =>
      file('guideFeed', paths.service(one.slug), one.data.title, () => guideEntries(one, catalogue, context)),
    ),
  ];
}
