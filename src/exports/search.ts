import type { Catalogue } from '../catalogue/types.ts';
import { guideLetters } from './pinyin.ts';
import { packLists } from '../domain/search/first.ts';
import { kept } from '../domain/reads.ts';
import { SITE_PAGES } from '../domain/search/site-pages.ts';
import { askedFrom, type AskedIndex } from '../domain/search/asked.ts';
import type {
  InstantGuide,
  InstantIndex,
  InstantWord,
  MoreIndex,
  SearchKind,
} from '../domain/search/types.ts';
import { wholeIndex } from '../domain/search/whole.ts';
import { paths } from '../domain/urls.ts';
import type { ListedKind } from '../kinds.ts';
import { lawInShort } from '../views/laws.ts';
import { textLists, type ListedText } from '../views/texts.ts';

/** They come second, for words that the first list does not know in full. */
const SECOND: readonly ListedKind[] = ['question', 'rule', 'law'];

/** Guides and everyday words, which answer before the full text is asked: what comes first, and `data/search/more.json`. */
export function instantFiles(catalogue: Catalogue): { first: InstantIndex; more: MoreIndex } {
  const lists = textLists(catalogue);
  const answers = (of: typeof lists) =>
    of.flatMap(({ kind, search, texts }) =>
      texts.map((one) =>
        answerOf(kind === 'law' ? { ...one, text: lawInShort(one, catalogue) } : one, search),
      ),
    );
  const [guided, ...others] = lists.filter(({ kind }) => !SECOND.includes(kind));
  const guides = [
    ...answers(guided ? [guided] : []),
    ...matters(catalogue),
    ...answers(others),
    ...Object.values(SITE_PAGES),
  ];
  const more = answers(lists.filter(({ kind }) => SECOND.includes(kind)));
  return {
    first: {
      pages: pagesOf([...guides, ...more]) + catalogue.offices.length + catalogue.notices.length,
      guides,
      words: wordsOf(catalogue, guides),
    },
    more: {
      guides: more,
      letters: (guided?.texts ?? []).map(({ title, aliases = [] }) => guideLetters(title, aliases)),
      official: catalogue.words.map(({ official = [] }) => official.join(' ')),
    },
  };
}

/** The lists that the site's own search fetches first and second, as they are written. */
export function searchLists(catalogue: Catalogue): ReturnType<typeof packLists> {
  const { first, more } = instantFiles(catalogue);
  return packLists(first, more);
}

/** The two as one. */
export function instantIndex(catalogue: Catalogue): InstantIndex {
  const { first, more } = instantFiles(catalogue);
  return wholeIndex(first, more);
}

/** Several answers may stand on one page. */
const pagesOf = (guides: readonly InstantGuide[]) =>
  new Set(guides.map(({ path }) => path.replace(/#.*$/, ''))).size;

/** A text as the search answers with it. */
const answerOf = (
  { path, title, short = title, text, aliases }: ListedText,
  kind: SearchKind,
): InstantGuide => ({
  path,
  title: short,
  kind,
  text,
  ...(aliases && { also: aliases.join(' ') }),
});

/** What others handle: each leads to its place in the one table. */
const matters = ({ elsewhere }: Catalogue): InstantGuide[] =>
  (elsewhere?.items ?? []).map(({ id, title, whose, where, aliases }) => ({
    path: `${paths.elsewhere}#${id}`,
    title,
    kind: '办事与问答',
    text: `不归司法所管，由${whose}办：${where}`,
    also: aliases.join(' '),
  }));

const wordsOf = ({ words }: Catalogue, guides: readonly InstantGuide[]): InstantWord[] =>
  words.map(({ say, services: guided = [], functions: done = [], pages = [] }) => ({
    say: say.join(' '),
    to: [
      ...guided.map(paths.service),
      ...done.map(paths.func),
      ...pages.map((page) => SITE_PAGES[page].path),
    ].map((path) => guides.findIndex((guide) => guide.path === path)),
  }));

const addressOf = ({ service, elsewhere }: Catalogue['asked'][number]): string =>
  service ? paths.service(service) : elsewhere ? `${paths.elsewhere}#${elsewhere}` : '';

/** What the search learns of how people ask: `data/search/asked/`. */
export const askedIndex = (catalogue: Catalogue): AskedIndex =>
  kept('what is asked', () => {
    const said = [...Map.groupBy(catalogue.asked, addressOf)];
    const texts = new Map(said.map(([address, all]) => [address, all.flatMap(({ say }) => say)]));
    return askedFrom(instantIndex(catalogue), texts);
  });
