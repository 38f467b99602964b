import { inWords, isDate } from '../domain/dates.ts';
import { assessAll, SECTIONS, tally, type Assessed } from '../domain/disclosure/assess.ts';
import { MARKS, noteOf, thenOf, wordOf } from '../domain/disclosure/evidence.ts';
import type { OfficeFacts } from '../domain/disclosure/facts.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';

/** A date, or a month, as it is said. */
export const sayDate = (text: string): string =>
  isDate(text) ? inWords(text) : `${Number(text.slice(0, 4))}年${Number(text.slice(5))}月`;

/** What a reader should find, and what of it is lacking. */
const owed = ({ expects }: DisclosureItem, note = '') => `应公开：${expects}${note && `（${note}）`}`;

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

/** The four disclosures in a word or two, for the narrow first column of the summary. */
const SHORT = { functions: '职能、办事', people: '人员', whereabouts: '每日去向', affairs: '所务' } as const;

/** One of the four disclosures in a line: how much is published, what ends first, what is owed. */
function brief(title: string, id: string, cells: readonly Assessed[]) {
  const { published, stale, missing } = tally(cells);
  const ends = cells.flatMap(({ evidence }) =>
    evidence.state === 'published' && evidence.until !== undefined ? [evidence.until] : [],
  );
  const titles = (state: 'stale' | 'missing') =>
    cells.filter(({ evidence }) => evidence.state === state).map(({ item }) => item.title);
  return {
    title,
    id,
    published,
    owed: published + stale + missing,
    until: ends.toSorted()[0],
    stale: titles('stale'),
    missing: titles('missing'),
  };
}

/** The four disclosures of one office, and the summary that stands above them. */
export function disclosedView(items: readonly DisclosureItem[], facts: OfficeFacts, today: string) {
  const four = assessAll(items, facts, today);
  return {
    disclosures: four.map(({ key, title, items: cells }) => ({ key, title, items: cells.map(line) })),
    summary: {
      today,
      rows: four.map(({ key, items: cells }) => brief(SHORT[key], SECTIONS[key], cells)),
      ...tally(four.flatMap(({ items: cells }) => cells)),
    },
  };
}

export type DisclosureSummaryView = ReturnType<typeof disclosedView>['summary'];
