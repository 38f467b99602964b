import type { Catalogue, Document, Office } from '../../catalogue/types.ts';
import type { NoticeRecord } from '../../schemas/notice.ts';
import type { CountyRecord } from '../../schemas/county.ts';
import type { CitationRecord, LawRecord } from '../../schemas/law.ts';
import type { OfficeRecord } from '../../schemas/office.ts';
import type { Site } from '../../schemas/site.ts';
import type { Staff } from '../../schemas/staff.ts';
import type { ToldStatistics } from '../suppression.ts';
import type { Whereabouts } from '../../schemas/whereabouts.ts';
import type { WorkDays } from '../day-kind.ts';
import { unlookedEditions } from '../editions.ts';
import { lookedOn } from '../law-watch.ts';
import { paths } from '../urls.ts';
import type { DueChange } from './evidence.ts';
import { lackingElements } from './guide-elements.ts';

/** A notice with where it can be read. */
export interface NoticeFact extends Pick<NoticeRecord, 'category' | 'published' | 'updated' | 'expires'> {
  readonly link: string;
}

/** Pages that the city writes once for all offices: how many, the newest date, laws that changed since. */
export interface CityColumn {
  readonly count: number;
  /** Titles of those that lack something they must say. */
  readonly incomplete: readonly string[];
  readonly on?: string | undefined;
  readonly changes: readonly DueChange[];
}

/** What every office inherits from the city; the same for all of them. */
export interface CityFacts {
  readonly functions: CityColumn;
  readonly services: CityColumn;
  readonly rules: CityColumn;
  readonly notices: readonly NoticeFact[];
}

/** What one office has put on record, and what it inherits from its bureau and city. */
export interface OfficeFacts {
  readonly record: OfficeRecord;
  readonly bureau: CountyRecord['bureau'];
  readonly staff?: Staff | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly statistics?: ToldStatistics | undefined;
  /** Its own notices, newest first. */
  readonly notices: readonly NoticeFact[];
  readonly city: CityFacts;
  readonly intervals: Site['intervals'];
  readonly work: WorkDays;
}

interface Page {
  readonly title: string;
  readonly updated?: string | undefined;
  readonly looked?: string | undefined;
  readonly basis: readonly CitationRecord[];
}

/** An edition of a law that nobody has held a page against is a change that the page must tell. */
function lawChanges(page: Page, laws: ReadonlyMap<string, LawRecord>): DueChange[] {
  return page.basis.flatMap((citation) => {
    const law = laws.get(citation.law);
    if (!law) return [];
    return unlookedEditions(citation, law, lookedOn(page)).flatMap(({ effective }) =>
      effective === undefined
        ? []
        : [{ on: effective, what: `${law.shortName}施行，“${page.title}”还没有更新` }],
    );
  });
}

function column<T extends Page>(
  docs: readonly { readonly data: T }[],
  { laws }: Catalogue,
  lacks: (page: T) => boolean = () => false,
): CityColumn {
  const known = new Map(laws.map(({ slug, record }) => [slug, record]));
  return {
    count: docs.length,
    incomplete: docs.flatMap(({ data }) => (lacks(data) ? [data.title] : [])),
    on: docs
      .flatMap(({ data }) => data.updated ?? [])
      .toSorted()
      .at(-1),
    changes: docs.flatMap(({ data }) => lawChanges(data, known)),
  };
}

const noticeFact = ({ slug, data }: Document<NoticeRecord>, link: (slug: string) => string): NoticeFact => ({
  category: data.category,
  published: data.published,
  updated: data.updated,
  expires: data.expires,
  link: link(slug),
});

/** Gathers what all offices inherit; once for a catalogue. */
export const cityFacts = (catalogue: Catalogue): CityFacts => ({
  functions: column(catalogue.functions, catalogue),
  services: column(catalogue.services, catalogue, (guide) => lackingElements(guide).length > 0),
  rules: column(catalogue.rules, catalogue),
  notices: catalogue.notices.map((doc) => noticeFact(doc, paths.cityNotice)),
});

/** Gathers the facts of one office. */
export const factsOf = (office: Office, catalogue: Catalogue, city = cityFacts(catalogue)): OfficeFacts => ({
  record: office.record,
  bureau: office.county.record.bureau,
  staff: office.staff,
  whereabouts: office.whereabouts,
  statistics: office.statistics,
  notices: office.notices.map((doc) => noticeFact(doc, (slug) => paths.notice(office.id, slug))),
  city,
  intervals: catalogue.site.intervals,
  work: { calendars: catalogue.calendars, local: office.county.record.localHolidays },
});
