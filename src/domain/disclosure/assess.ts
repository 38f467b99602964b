import type { DisclosureItem } from '../../schemas/disclosure.ts';
import { DISCLOSURES, type DisclosureKey } from './four.ts';
import { FINDERS, type Evidence, type EvidenceState, type OfficeFacts } from './evidence.ts';

export interface Assessed {
  readonly item: DisclosureItem;
  readonly evidence: Evidence;
}

/** Looks for the evidence of one item at one office on one day. A closed office owes only what the city supplies. */
export function assess(item: DisclosureItem, facts: OfficeFacts, today: string): Evidence {
  if (facts.record.status.state === 'closed' && item.supplier !== 'city')
    return { state: 'not-applicable', why: '司法所已关闭' };
  return FINDERS[item.evidence](facts, today);
}

/** All items of the catalogue at one office, grouped by the four disclosures in the seed's order. */
export function assessAll(items: readonly DisclosureItem[], facts: OfficeFacts, today: string) {
  const keys = Object.keys(DISCLOSURES) as DisclosureKey[];
  return keys.map((key) => ({
    key,
    title: DISCLOSURES[key],
    items: items
      .filter((item) => item.disclosure === key)
      .map((item): Assessed => ({ item, evidence: assess(item, facts, today) })),
  }));
}

/** How many of some items are in each state. */
export function tally(items: readonly Assessed[]): Record<EvidenceState, number> {
  const counts: Record<EvidenceState, number> = { published: 0, stale: 0, missing: 0, 'not-applicable': 0 };
  for (const { evidence } of items) counts[evidence.state] += 1;
  return counts;
}
