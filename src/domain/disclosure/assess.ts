import type { Catalogue, County, Office } from '../../catalogue/types.ts';
import type { DisclosureItem } from '../../schemas/disclosure.ts';
import { dateInShanghai } from '../dates.ts';
import { once, oncePer } from '../reads.ts';
import { paths } from '../urls.ts';
import { STATES, type Evidence } from './evidence.ts';
import { cityFacts, factsOf, type OfficeFacts } from './facts.ts';
import { FINDERS } from './find.ts';
import { DISCLOSURES, type DisclosureKey } from './four.ts';
import { CLOSED, assessFreshness } from './fresh.ts';

export interface Assessed {
  readonly item: DisclosureItem;
  readonly evidence: Evidence;
}

export interface AssessedOffice {
  readonly office: Office;
  readonly cells: readonly Assessed[];
}

/** What every office has disclosed, at one instant. */
export interface Assessment {
  /** ISO 8601: the instant that all of it holds for. */
  readonly asOf: string;
  /** The day of that instant in Asia/Shanghai. */
  readonly today: string;
  readonly items: readonly DisclosureItem[];
  /** Whether offices are scored: off where the city does not publish its standards. */
  readonly scored: boolean;
  readonly counties: readonly { readonly county: County; readonly offices: readonly AssessedOffice[] }[];
}

/** Looks for the evidence of one item at one office on one day. A closed office owes only what the city supplies. */
export function assess(item: DisclosureItem, facts: OfficeFacts, today: string): Evidence {
  if (facts.record.status.state === 'closed' && item.supplier !== 'city') return CLOSED;
  const found = FINDERS[item.evidence](facts, item, today);
  return found.state === 'found' ? assessFreshness(found, item.freshness, today, facts.work) : found;
}

const cellsOf = (items: readonly DisclosureItem[], facts: OfficeFacts, today: string): Assessed[] =>
  items.map((item) => ({ item, evidence: assess(item, facts, today) }));

/** All items of the catalogue at one office, grouped by the four disclosures in the seed's order. */
export function assessAll(items: readonly DisclosureItem[], facts: OfficeFacts, today: string) {
  const keys = Object.keys(DISCLOSURES) as DisclosureKey[];
  return keys.map((key) => ({
    key,
    title: DISCLOSURES[key],
    items: cellsOf(
      items.filter((item) => item.disclosure === key),
      facts,
      today,
    ),
  }));
}

/** Looks at the offices of a county once for all who ask on a day. */
const assessor = oncePer((catalogue: Catalogue, now: Date) => {
  const today = dateInShanghai(now);
  const city = cityFacts(catalogue);
  const ofOffice = (office: Office): AssessedOffice => ({
    office,
    cells: cellsOf(catalogue.disclosure, factsOf(office, catalogue, city), today),
  });
  const known = new Map<County, () => readonly AssessedOffice[]>();
  return (county: County): readonly AssessedOffice[] => {
    const ask = known.get(county) ?? once(() => county.offices.map(ofOffice), new Set());
    known.set(county, ask);
    return ask();
  };
});

/** All items at all real offices, or at those of some counties. Samples are no offices and never count (design §2.2). */
export function assessCatalogue(
  catalogue: Catalogue,
  now: Date,
  counties: readonly County[] = catalogue.counties,
): Assessment {
  const ofCounty = assessor(catalogue, now);
  return {
    asOf: now.toISOString(),
    today: dateInShanghai(now),
    items: catalogue.disclosure,
    scored: catalogue.site.features.standards,
    counties: counties.map((county) => ({ county, offices: ofCounty(county) })),
  };
}

/** How many of some items are in each state; of the published ones how many are inherited. */
export interface Tally extends Readonly<Record<Evidence['state'], number>> {
  readonly inherited: number;
  /** Of the stale ones, those that only wait to be confirmed again (待核实). */
  readonly unverified: number;
}

/** Counts some items by state. */
export function tally(cells: readonly { readonly evidence: Evidence }[]): Tally {
  const count = (is: (evidence: Evidence) => boolean) => cells.filter(({ evidence }) => is(evidence)).length;
  const [published, stale, missing, notApplicable] = STATES.map((state) =>
    count((one) => one.state === state),
  );
  return {
    published: published ?? 0,
    stale: stale ?? 0,
    missing: missing ?? 0,
    'not-applicable': notApplicable ?? 0,
    inherited: count((one) => one.state === 'published' && one.inherited === true),
    unverified: count((one) => one.state === 'stale' && one.reason === 'verification'),
  };
}

/** Where the sections of the four disclosures stand on an office's page. */
export const SECTIONS: Record<DisclosureKey, string> = {
  functions: 'functions',
  people: 'people',
  whereabouts: 'where',
  affairs: 'management',
};

/** Where a cell leads: to the evidence, or to the section of the office's page that says what is owed. */
export function linkOf(office: string, { item, evidence }: Assessed): string {
  const link = 'link' in evidence ? evidence.link : `#${SECTIONS[item.disclosure]}`;
  return link.startsWith('#') ? `${paths.office(office)}${link}` : link;
}
