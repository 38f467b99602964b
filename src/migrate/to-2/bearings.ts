/** What a city's own documents say of the texts that now come with the program: kept with the documents themselves. */
import { edit, type Files } from '../../editing/files.ts';
import type { TextData } from './front.ts';
import { citedIn, dataIn, lawAt, lawFile, slugOf } from './shared.ts';

interface Bearing {
  readonly text: string;
  readonly articles: readonly string[];
  readonly note?: string;
}

const TEXT = /^(?:services|functions|rules)\/[^/]+\.md$/;

const articlesOf = (law: TextData | undefined): string[] =>
  ((law?.['articles'] ?? []) as { article: string }[]).map(({ article }) => article);

/** One bearing a text, with all articles and the first note. */
function merged(all: readonly Bearing[]): Bearing[] {
  const groups = Map.groupBy(all, ({ text }) => text);
  return [...groups].map(([text, own]) => {
    const note = own.find((one) => one.note)?.note;
    return { text, articles: [...new Set(own.flatMap(({ articles }) => articles))], ...(note && { note }) };
  });
}

/** Items of the disclosure that name the document by its number, with the articles behind it. */
function ofDisclosure(old: Files, law: TextData): Bearing[] {
  const number = law['number'];
  const { items = [] } = (dataIn(old, 'disclosure.json') ?? {}) as {
    items?: { id: string; basis?: string }[];
  };
  if (typeof number !== 'string') return [];
  const known = articlesOf(law);
  return items.flatMap(({ id, basis = '' }) => {
    const part = basis.split('；').find((one) => one.startsWith(number));
    const articles = known.filter((one) => part?.includes(one));
    return part === undefined ? [] : [{ text: `disclosure/${id}`, articles }];
  });
}

/** The documents with what they say of the texts that went. `old` is the content before anything was changed. */
export function withBearings(files: Files, old: Files, national: Files, gone: readonly string[]): Files {
  const own = [...files.keys()].filter((path) => /^laws\/[^/]+\.json$/.test(path) && !national.has(path));
  const texts = gone.filter((path) => TEXT.test(path));
  return own.reduce((now, path) => {
    const slug = slugOf(path);
    const law = lawAt(now, slug) ?? {};
    const cited = texts.flatMap((text) =>
      citedIn(old, text)
        .filter((one) => one.law === slug)
        .map(({ articles, note }) => ({ text: text.replace(/\.md$/, ''), articles, ...(note && { note }) })),
    );
    const items = gone.includes('disclosure.json') ? ofDisclosure(old, law) : [];
    const bearsOn = merged([...cited, ...items]);
    if (bearsOn.length === 0) return now;
    return edit<TextData>(now, lawFile(slug), ({ sourceNotes, ...rest }) => ({
      ...rest,
      bearsOn,
      ...(sourceNotes !== undefined && { sourceNotes }),
    }));
  }, files);
}
