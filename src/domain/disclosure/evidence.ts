import type { Provenance } from '../verification.ts';

/** Why something that was published no longer counts: nobody confirmed it again, or something newer is due. */
export type LapseReason = 'verification' | 'update';

/** The state of one item of the catalogue at one office on one day (design §3). Links within an office's page begin with `#`. */
export type Evidence =
  | {
      readonly state: 'published';
      readonly link: string;
      /** The date of the content: published, updated or verified; a month for monthly figures. */
      readonly on?: string | undefined;
      /** The last day it counts as published when nothing is done. */
      readonly until?: string | undefined;
      /** Why it lapses after that day; an update is due unless said otherwise. */
      readonly then?: LapseReason | undefined;
      /** It is content of the city or the county, not of the office. */
      readonly inherited?: true | undefined;
      readonly note?: string | undefined;
    }
  | {
      readonly state: 'stale';
      readonly link: string;
      readonly reason: LapseReason;
      readonly on?: string | undefined;
      /** The first day it was stale; unknown for what was never verified. */
      readonly since?: string | undefined;
      readonly inherited?: true | undefined;
      readonly note: string;
    }
  | {
      readonly state: 'missing';
      /** What is lacking, where a part of it is there. */
      readonly note?: string | undefined;
    }
  | { readonly state: 'not-applicable'; readonly why: string };

export const STATES = ['published', 'stale', 'missing', 'not-applicable'] as const;

/** Something that happened on a day and must be told within 20 working days (政府信息公开条例第二十六条). */
export interface DueChange {
  readonly on: string;
  readonly what: string;
}

/** How far what was found can be trusted on a day: until when, or that and why it has lapsed. */
export type Validity =
  | {
      readonly state: 'holds';
      readonly until?: string | undefined;
      /** Why it lapses after that day; an update is due unless said otherwise. */
      readonly reason?: LapseReason | undefined;
      readonly note?: string | undefined;
    }
  | {
      readonly state: 'lapsed';
      readonly reason: LapseReason;
      readonly since?: string | undefined;
      readonly note: string;
    };

/** What was found of an item, with all that its freshness is assessed by. */
export interface FoundItem {
  readonly state: 'found';
  readonly link: string;
  readonly on?: string | undefined;
  readonly inherited?: true | undefined;
  readonly note?: string | undefined;
  /** Confirmed by a person, for a number of days (design §2.3). */
  readonly verified?: { readonly provenance: Provenance; readonly days: number } | undefined;
  /** The last day of its validity, as its author wrote it. */
  readonly expires?: string | undefined;
  readonly changes?: readonly DueChange[] | undefined;
  /** The last month that figures are published of, `YYYY-MM`. */
  readonly month?: string | undefined;
  /** Of whereabouts: whether they hold for the day. */
  readonly daily?: Validity | undefined;
}

export type ItemFinding = FoundItem | Extract<Evidence, { state: 'missing' | 'not-applicable' }>;

export const MISSING = { state: 'missing' } as const;

/** Each state as a shape and as a word; what was never confirmed again is 待核实, what needs something newer 待更新. */
export const WORDS = {
  published: '已公开',
  verification: '待核实',
  update: '待更新',
  missing: '待公开',
  'not-applicable': '不适用',
} as const;

export const MARKS = { published: '●', stale: '◐', missing: '○', 'not-applicable': '－' } as const;

export const wordOf = (evidence: Evidence): string =>
  WORDS[evidence.state === 'stale' ? evidence.reason : evidence.state];

/** What a reader should know beside the state; undefined when the state says it all. */
export const noteOf = (evidence: Evidence): string | undefined =>
  'why' in evidence ? evidence.why : 'note' in evidence ? evidence.note : undefined;

/** The word for what a published item becomes after its last day. */
export const thenOf = (evidence: Evidence): string | undefined =>
  evidence.state === 'published' && evidence.until ? WORDS[evidence.then ?? 'update'] : undefined;
