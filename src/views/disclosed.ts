import { assessAll, tally, type Assessed } from '../domain/disclosure/assess.ts';
import { MARKS, noteOf, thenOf, wordOf } from '../domain/disclosure/evidence.ts';
import type { OfficeFacts } from '../domain/disclosure/facts.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';

/** What a reader should find, and what of it is lacking. */
const owed = ({ expects }: DisclosureItem, note = '') => `${expects}${note && `（${note}）`}`;

/** One item with its state as shape and word, and what a reader of an office's page is told of it. */
const line = ({ item, evidence }: Assessed) => ({
  id: item.id,
  title: item.title,
  state: evidence.state,
  mark: MARKS[evidence.state],
  word: wordOf(evidence),
  link: 'link' in evidence ? evidence.link : undefined,
  until: 'until' in evidence ? evidence.until : undefined,
  then: thenOf(evidence),
  since: 'since' in evidence ? evidence.since : undefined,
  note: evidence.state === 'missing' ? owed(item, evidence.note) : noteOf(evidence),
});

export type DisclosedLine = ReturnType<typeof line>;

/** The four disclosures of one office, and how much of them is there. */
export function disclosedView(items: readonly DisclosureItem[], facts: OfficeFacts, today: string) {
  const four = assessAll(items, facts, today);
  return {
    disclosures: four.map(({ key, title, items: cells }) => ({ key, title, items: cells.map(line) })),
    summary: {
      today,
      ...tally(four.flatMap(({ items: cells }) => cells)),
    },
  };
}
