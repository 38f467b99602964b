/** Laws of which a city kept its own record, or whose older articles its texts still cite. */
import { put, type Files } from '../../editing/files.ts';
import type { TextData } from './front.ts';
import { citedIn, lawAt, lawFile, slugOf, type CitedLaw } from './shared.ts';

interface Law extends TextData {
  readonly editions: readonly {
    readonly id: string;
    readonly effective?: string;
    readonly recorded?: string;
  }[];
  readonly read: readonly { readonly edition: string }[];
  readonly articles: readonly { readonly article: string; readonly edition?: string }[];
}

const asLaw = (fields: TextData | undefined): Law | undefined => fields as Law | undefined;
const namesIn = ({ articles }: Law) => new Set(articles.map(({ article }) => article));

/** An edition behind others without the day on which it was recorded has no day from which it holds either. */
const placed = (edition: Law['editions'][number], at: number): Law['editions'][number] => {
  if (at === 0 || edition.recorded !== undefined) return edition;
  const { effective: _, ...rest } = edition;
  return rest;
};

const latestOf = ({ read, editions }: Law): string => read.at(-1)?.edition ?? editions.at(-1)?.id ?? '';

const dated = (articles: Law['articles'], edition: string): Law['articles'] =>
  articles.map((one) => ({ ...one, edition: one.edition ?? edition }));

/** One record of two: the first with those articles of the second that it lacks, each with the edition it was read in. */
function joined(first: Law, second: Law, articles: Law['articles']): Law {
  const ids = new Set(first.editions.map(({ id }) => id));
  const more = second.editions.filter(({ id }) => !ids.has(id));
  const editions = [...first.editions, ...more].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = more.length > 0 ? dated(first.articles, latestOf(first)) : first.articles;
  return {
    ...first,
    editions: editions.map(placed),
    read: [...first.read, ...second.read.filter(({ edition }) => !ids.has(edition))],
    articles: [...own, ...dated(articles, latestOf(second))],
  };
}

const written = (files: Files, slug: string, law: Law): Files =>
  put(files, lawFile(slug), `${JSON.stringify(law, null, 2)}\n`);

/** The city's own record of a national law, with the articles that national texts need. */
function withNational(files: Files, slug: string, national: Law): Files {
  const own = asLaw(lawAt(files, slug));
  if (!own) return files;
  const known = namesIn(own);
  return written(
    files,
    slug,
    joined(
      own,
      national,
      national.articles.filter(({ article }) => !known.has(article)),
    ),
  );
}

/** The national record with the older articles that the city's texts cite; untouched where it has them all. */
function withOlder(files: Files, older: Law, national: Law, cited: readonly CitedLaw[], slug: string): Files {
  const [known, had] = [namesIn(national), namesIn(older)];
  const wanted = new Set(
    cited.flatMap(({ articles }) => articles).filter((one) => !known.has(one) && had.has(one)),
  );
  if (wanted.size === 0) return files;
  const articles = older.articles.filter(({ article }) => wanted.has(article));
  return written(files, slug, joined(national, older, articles));
}

/**
 * The laws of a city's content once unchanged copies have gone (`gone`, by path): every article that its texts or the
 * national ones cite can be found. `converted` still has all that went, in the new writing.
 */
export function joinLaws(files: Files, converted: Files, national: Files, gone: readonly string[]): Files {
  const texts = [...files.keys()].filter((path) => /^(?:services|functions|rules)\//.test(path));
  const cited = texts.flatMap((path) => citedIn(files, path));
  const laws = [...converted.keys()].filter((path) => /^laws\/[^/]+\.json$/.test(path)).map(slugOf);
  return laws.reduce((now, slug) => {
    const there = asLaw(lawAt(national, slug));
    const older = asLaw(lawAt(converted, slug));
    if (!there || !older) return now;
    if (!gone.includes(lawFile(slug))) return withNational(now, slug, there);
    return withOlder(
      now,
      older,
      there,
      cited.filter(({ law }) => law === slug),
      slug,
    );
  }, files);
}
