import type { CitationRecord, LawEdition, LawRecord } from '../schemas/law.ts';

type Articles = CitationRecord['articles'];

/** Whether an edition changed what is cited: all of it where it names no articles, or where the law is cited as a whole. */
const touches = ({ changed }: LawEdition, articles: Articles): boolean =>
  changed === undefined || articles.length === 0 || articles.some((one) => changed.includes(one));

const isInForce = ({ effective }: LawEdition, today: string) => effective !== undefined && effective <= today;

/** The place in the list of editions of the one in which an article was read; -1 when nobody read any. */
function readAt({ editions, read, articles }: LawRecord, article: string): number {
  const own = articles.find((one) => one.article === article)?.edition;
  const ids = own === undefined ? read.map(({ edition }) => edition) : [own];
  return Math.max(-1, ...ids.map((id) => editions.findIndex((edition) => edition.id === id)));
}

/** Whether somebody read the text of an article as it is in force on a day. */
export function isArticleRead(law: LawRecord, article: string, today: string): boolean {
  if (law.articles.find((one) => one.article === article)?.certainty !== 'read') return false;
  const at = readAt(law, article);
  const later = law.editions.slice(at + 1);
  return at >= 0 && !later.some((edition) => isInForce(edition, today) && touches(edition, [article]));
}

/** The law is in force and every article cited was read; of a law cited as a whole, one was. */
export function isCitationRead({ articles }: CitationRecord, law: LawRecord | undefined, today: string) {
  if (law?.status !== 'in-force') return false;
  const isRead = (article: string) => isArticleRead(law, article, today);
  return articles.length > 0 ? articles.every(isRead) : law.articles.some(({ article }) => isRead(article));
}

/**
 * The editions that touch a citation and that whoever wrote or last looked through the citing page cannot have known:
 * recorded after that day, or where that is not written, in force only after it.
 */
export function unlookedEditions(
  { articles }: CitationRecord,
  { editions }: LawRecord,
  looked: string | undefined,
): LawEdition[] {
  return editions.filter((edition) => {
    const { effective, recorded } = edition;
    if (effective === undefined || !touches(edition, articles)) return false;
    return looked === undefined ? recorded !== undefined : looked < (recorded ?? effective);
  });
}

/** Those of the unlooked editions that are in force on a day. */
export const dueEditions = (
  citation: CitationRecord,
  law: LawRecord,
  looked: string | undefined,
  today: string,
) => unlookedEditions(citation, law, looked).filter((edition) => isInForce(edition, today));

/** The edition in force on a day; of several, the last of the list. */
export const currentEdition = ({ editions }: LawRecord, today: string): LawEdition | undefined =>
  editions.findLast((edition) => isInForce(edition, today)) ?? editions[0];

/** The editions that are recorded and come into force after a day. */
export const comingEditions = ({ editions }: LawRecord, today: string): LawEdition[] =>
  editions.filter(({ effective }) => effective !== undefined && effective > today);
