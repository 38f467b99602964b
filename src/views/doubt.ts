import { inWords } from '../domain/dates.ts';
import type { LawEdition } from '../schemas/law.ts';
import type { ServiceRecord } from '../schemas/service.ts';
import type { CitationView } from './citations.ts';

/** What a page has that is unsettled: what its author named, and what follows from its own facts. */
interface Unsettled {
  readonly confirm?: ServiceRecord['confirm'];
  /** Things that the page's facts leave open, in words. */
  readonly open?: readonly string[];
  readonly citations: readonly CitationView[];
}

interface Changed {
  readonly shortName: string;
  readonly edition: LawEdition;
}

/** The amendments that nobody has held the page against, each once. */
function changedIn(citations: readonly CitationView[]): Changed[] {
  const all = citations.flatMap(({ shortName, changed }) =>
    changed.map((edition) => ({ shortName, edition })),
  );
  return all.filter(
    (one, at) =>
      all.findIndex((other) => other.shortName === one.shortName && other.edition === one.edition) === at,
  );
}

/** `《监狱法》自2026年11月1日起有改动`: what residents must know of an amendment. */
const changeInWords = ({ shortName, edition }: Changed) =>
  `《${shortName}》${edition.effective ? `自${inWords(edition.effective)}起` : ''}有改动`;

/** The one quiet line of a page: what exactly to ask for, and whose answer counts; undefined when all is settled. */
export function quietLine({ confirm, open = [], citations }: Unsettled): string | undefined {
  const who = confirm?.with ?? '司法所';
  const what = [...(confirm?.what ?? []), ...open];
  const changes = changedIn(citations).map(changeInWords);
  const asked = what.length ? `${[...new Set(what)].join('、')}，以${who}答复为准。` : '';
  const moved = changes.length ? `${changes.join('，')}，这一页还没有对照新条文，先问${who}。` : '';
  return `${moved}${asked}` || undefined;
}

/** How the basis of a page was checked, for whoever opens it: the author's notes, and what nobody read. */
export function basisNotes(
  notes: readonly string[] | undefined,
  citations: readonly CitationView[],
  looked: string | undefined,
): string[] {
  const unread = citations.filter(({ unchecked, changed }) => unchecked && changed.length === 0);
  const laws = [...new Set(unread.map(({ shortName }) => shortName))];
  const articlesOf = (law: string) =>
    new Set(unread.flatMap(({ shortName, articles }) => (shortName === law ? articles : [])));
  return [
    ...laws.map((law) => `没有见到原文：《${law}》${[...articlesOf(law)].join('、')}。`),
    ...changedIn(citations).map(({ shortName, edition }) => `没有对照：《${shortName}》${edition.name}。`),
    ...(notes ?? []),
    ...(looked ? [`最近一次看过全页：${inWords(looked)}。`] : []),
  ];
}
