import type { Catalogue } from '../catalogue/types.ts';
import type { InstantGuide, InstantIndex, InstantWord } from '../domain/search/types.ts';
import { paths } from '../domain/urls.ts';

/** `data/search/instant.json`: guides and everyday words, which answer a search before the full text is asked. */
export function instantIndex(catalogue: Catalogue): InstantIndex {
  const guides = guidesOf(catalogue);
  return {
    pages: guides.length + catalogue.offices.length + catalogue.affairs.length,
    guides,
    words: wordsOf(catalogue, guides),
  };
}

const KIND = { guide: '办事与问答', system: '制度' } as const;

const guidesOf = ({ services, functions, rules, laws }: Catalogue): InstantGuide[] => [
  ...services.map(({ slug, data }) => ({
    path: paths.service(slug),
    title: data.title,
    kind: KIND.guide,
    text: data.summary,
    also: data.aliases.join(' '),
  })),
  ...functions.map(({ slug, data }) => ({
    path: paths.func(slug),
    title: data.title,
    kind: KIND.guide,
    text: data.summary,
  })),
  ...rules.map(({ slug, data }) => ({
    path: paths.rule(slug),
    title: data.title,
    kind: KIND.system,
    text: data.purpose,
  })),
  ...laws.map(({ slug, record }) => ({
    path: paths.law(slug),
    title: record.shortName,
    kind: KIND.system,
    text: record.kind,
  })),
];

const wordsOf = ({ words }: Catalogue, guides: readonly InstantGuide[]): InstantWord[] =>
  words.map(({ say, official, services = [], functions = [] }) => ({
    say: say.join(' '),
    official: official?.join(' '),
    to: [...services.map(paths.service), ...functions.map(paths.func)].map((path) =>
      guides.findIndex((guide) => guide.path === path),
    ),
  }));
