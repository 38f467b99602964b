import type { Catalogue } from '../catalogue/types.ts';
import { citationsIn } from '../domain/cited.ts';
import { comingEditions, currentEdition, isArticleRead } from '../domain/editions.ts';
import { inWords } from '../domain/dates.ts';
import { oncePer } from '../domain/reads.ts';
import { CITING_KINDS } from '../kinds.ts';
import { CERTAINTIES, LAW_STATUSES, READ_EXTENTS } from '../schemas/law.ts';
import type { LawEdition, LawRecord } from '../schemas/law.ts';
import { textLists, type ListedText } from './texts.ts';

type Law = Catalogue['laws'][number];

/** The laws that a text cites, and how often. */
const lawsIn = oncePer((data: object): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { citation } of citationsIn(data)) times.set(citation.law, (times.get(citation.law) ?? 0) + 1);
  return times;
});

/** A law on a day: its editions, who read which, the articles used, and the pages that rest on it. */
export function lawView({ slug, record }: Law, catalogue: Catalogue, today: string) {
  return {
    slug,
    record,
    status: LAW_STATUSES[record.status],
    edition: currentEdition(record, today),
    coming: comingEditions(record, today),
    readings: record.read.map((one) => readingInWords(one, record)),
    articles: record.articles.map((one) => ({
      ...one,
      read: isArticleRead(record, one.article, today),
      state: stateInWords(one.certainty, isArticleRead(record, one.article, today)),
    })),
    users: usersOf(slug, catalogue),
  };
}

/** The pages that rest on a law. */
const usersOf = (slug: string, catalogue: Catalogue) =>
  textLists(catalogue)
    .filter(({ kind }) => CITING_KINDS.includes(kind))
    .flatMap(({ texts }) => texts)
    .flatMap(({ data, title, path }) => {
      const times = lawsIn(data).get(slug);
      return times === undefined ? [] : [{ name: title, path, times }];
    });

/** `法律，“申请人民调解”等13页的依据`: what kind of text a law is, and what for: the page that cites it most, and how many. */
export function lawInShort({ slug, text: kind }: ListedText, catalogue: Catalogue): string {
  const users = usersOf(slug, catalogue);
  const [first] = users.toSorted((a, b) => b.times - a.times);
  const more = users.length > 1 ? `等${users.length}页` : '';
  return first ? `${kind}，“${first.name.replace(/（.*）$/u, '')}”${more}的依据` : kind;
}

export type LawView = ReturnType<typeof lawView>;

/** Whether an article's text was read; one that was, in an edition that has been replaced since, is to be read again. */
function stateInWords(certainty: LawRecord['articles'][number]['certainty'], read: boolean): string {
  if (read) return CERTAINTIES.read;
  return certainty === 'read' ? '看的是旧条文，待核' : CERTAINTIES['second-hand'];
}

function readingInWords(reading: LawRecord['read'][number], { editions }: LawRecord): string {
  const name = editions.find(({ id }) => id === reading.edition)?.name ?? reading.edition;
  const alone = reading.confirmed === false ? '，只核对了这一处' : '';
  return `${inWords(reading.on)}看了${name}的文本（${READ_EXTENTS[reading.extent]}，${reading.where}${alone}）`;
}

/** `2026年修订，2026年11月1日起施行`. */
export const editionInWords = ({ name, effective }: LawEdition): string =>
  effective ? `${name}，${inWords(effective)}起施行` : name;

/** What changed for readers, the newest first: every edition that says so, and those still to come. */
export function lawChanges(views: readonly LawView[], today: string) {
  return views
    .flatMap(({ slug, record }) =>
      record.editions.flatMap((edition) =>
        edition.summary
          ? [
              {
                slug,
                name: record.shortName,
                when: editionInWords(edition),
                effective: edition.effective ?? '',
                coming: (edition.effective ?? '') > today,
                summary: edition.summary,
              },
            ]
          : [],
      ),
    )
    .toSorted((a, b) => (a.effective < b.effective ? 1 : -1));
}

export type LawChangeView = ReturnType<typeof lawChanges>[number];
