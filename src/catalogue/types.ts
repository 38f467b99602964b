import type { KindName, ListedKind, RecordOf } from '../kinds.ts';
import type { ToldStatistics } from '../domain/suppression.ts';
import type { Adapting } from '../domain/adaptations.ts';
import type { NoticeRecord } from '../schemas/notice.ts';
import type { Boundaries } from '../schemas/boundaries.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { CountyRecord } from '../schemas/county.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';
import type { CommunityRecord, TownshipRecord } from '../schemas/divisions.ts';
import type { FunctionRecord } from '../schemas/function.ts';
import type { LawRecord } from '../schemas/law.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import type { Progress } from '../schemas/plan.ts';
import type { Redirects } from '../schemas/redirects.ts';
import type { RuleRecord } from '../schemas/rule.ts';
import type { ServiceRecord } from '../schemas/service.ts';
import type { Site } from '../schemas/site.ts';
import type { Staff } from '../schemas/staff.ts';
import type { Triage } from '../schemas/triage.ts';
import type { Whereabouts } from '../schemas/whereabouts.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { AskedRecord, SynonymRecord } from '../schemas/synonyms.ts';
import type { UrgentRecord } from '../schemas/urgent.ts';

/** A Markdown document: its checked front matter, and its body as Markdown and as safe HTML. */
export interface Document<T> {
  readonly kind: KindName;
  /** The file's name without ending: the last part of its address. */
  readonly slug: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly data: T;
  readonly body: string;
  /** Safe HTML of a plain body; empty for MDX, which Astro renders. */
  readonly html: string;
  /** Names of the components that an MDX body places. */
  readonly components: readonly string[];
}

/** A document that a notice, or a place's own text of a guide, carries along. */
export interface Attachment {
  readonly title: string;
  /** What is said in a recording. */
  readonly transcript?: string | undefined;
  /** Where it is published, without base; below, in bytes. */
  readonly path: string;
  readonly size: number;
  readonly read: () => Uint8Array;
}

/** A notice with the documents it carries along, in the order in which it names them. */
export interface Notice extends Document<NoticeRecord> {
  readonly attachments: readonly Attachment[];
}

/** A guide as it holds in the whole city: the nation's text with what province and city say otherwise; `original` is the first. */
export interface Guide extends Document<ServiceRecord> {
  readonly original: ServiceRecord;
}

/** A text of a kind that has a list. */
export type TextOf<K extends ListedKind> = (K extends 'service' ? Guide : Document<RecordOf<K>>) & {
  readonly kind: K;
};
export type Text = { readonly [K in ListedKind]: TextOf<K> }[ListedKind];

/** What a place says otherwise in a guide. */
interface LocalText extends Adapting {
  /** What it adds, as safe HTML. */
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

/** A picture of a person, as the author gave it; what is published of it is made from these bytes. */
export interface Photo {
  /** The address of what is published; changes with the bytes. */
  readonly path: string;
  readonly read: () => Uint8Array;
}

export interface Community {
  readonly record: CommunityRecord;
  readonly township: Township;
  /** Usually one; several only where each states the rule (`sharedRule`). */
  readonly offices: readonly Office[];
}

export interface Township {
  readonly record: TownshipRecord;
  readonly county: County;
  readonly communities: readonly Community[];
}

export interface County {
  readonly slug: string;
  readonly record: CountyRecord;
  readonly townships: readonly Township[];
  /** In the order of the townships they serve. */
  readonly offices: readonly Office[];
}

export interface Office {
  /** `qianwei/luocheng`; for a sample `samples/<slug>`. */
  readonly id: string;
  readonly slug: string;
  readonly sample: boolean;
  readonly record: OfficeRecord;
  readonly county: County;
  readonly townships: readonly Township[];
  readonly communities: readonly Community[];
  readonly staff?: Staff | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly statistics?: ToldStatistics | undefined;
  /** Newest first. */
  readonly notices: readonly Notice[];
  /** For an area office, its members. */
  readonly members: readonly Office[];
  /** The area office that takes over matters for this one. */
  readonly areaOffice?: Office | undefined;
  /** For a closed office, the one that took over. */
  readonly successor?: Office | undefined;
}

/** A law, with the last part of its address. */
export interface Law {
  readonly slug: string;
  readonly record: LawRecord;
}

/** All content, checked and linked. Every list is in the order in which it is shown. */
export interface Catalogue {
  readonly site: Site;
  readonly calendars: readonly Calendar[];
  readonly disclosure: readonly DisclosureItem[];
  /** The city's own figure of the standards; absent until the bureau publishes it. */
  readonly standards?: RecordOf<'standards'> | undefined;
  /** The plan that the standards answer to, and the bureau's yearly progress; a city may have neither. */
  readonly plan?: RecordOf<'plan'> | undefined;
  readonly progress?: Progress | undefined;
  readonly counties: readonly County[];
  readonly offices: readonly Office[];
  /** Empty when `features.samples` is off. */
  readonly samples: readonly Office[];
  /** The texts of every kind that has a list, in the order of the lists; those below by name are among them. */
  readonly texts: readonly Text[];
  readonly functions: readonly Document<FunctionRecord>[];
  readonly services: readonly Guide[];
  /** What province, city, counties and offices say otherwise in guides. */
  readonly adaptations: readonly LocalText[];
  readonly rules: readonly Document<RuleRecord>[];
  /** The questions that lead to the fitting way; a city may have none. */
  readonly ways?: Triage | undefined;
  /** What others handle; a city may have no such table. */
  readonly elsewhere?: RecordOf<'elsewhere'> | undefined;
  /** Everyday words and what they lead to, for the search. */
  readonly words: readonly SynonymRecord[];
  /** How people have asked, for the search to learn from. */
  readonly asked: readonly AskedRecord[];
  /** Dangers that the search asks about before it ranks anything. */
  readonly urgent: readonly UrgentRecord[];
  /** Everyday matters that sound like danger, for the search to learn from. */
  readonly calm: readonly string[];
  readonly laws: readonly Law[];
  readonly notices: readonly Notice[];
  /** The operator's boundary file that `site.map` names; absent without one. */
  readonly boundaries?: Boundaries | undefined;
  /** Pictures of people by `<office>/<file>`. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly pages: ReadonlyMap<
    string,
    Document<{ title: string; description: string; lang?: 'en' | undefined }>
  >;
  /** How names are read and misspelt; a city may need none. */
  readonly readings?: RecordOf<'readings'> | undefined;
  /** Ids of the offices whose content has errors: only their name, township and bureau are known and shown. */
  readonly quarantined: ReadonlySet<string>;
  readonly redirects: Redirects['redirects'];
  /** Addresses that were taken down, oldest first. */
  readonly withdrawn: Withdrawn;
}
