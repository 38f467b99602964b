import type { Catalogue, Text } from '../catalogue/types.ts';
import { addressOf, collectionOf, folderOf, KINDS, LISTED_KINDS, type ListedKind } from '../kinds.ts';
import type { List, TextSummary } from '../schemas/kind.ts';

/** What lists, the search and files for others tell of a text. */
function toldOf({ kind, slug, data }: Text) {
  const tells = KINDS[kind].list.tells as (record: unknown) => TextSummary;
  return { slug, path: addressOf(kind, { slug }) ?? '', ...tells(data), data };
}

export type ListedText = ReturnType<typeof toldOf>;

/** A list of texts: what it is called, where it is, and what is told of its texts. */
export function listOf(catalogue: Pick<Catalogue, 'texts'>, kind: ListedKind) {
  const { about, search, title = KINDS[kind].title }: List = KINDS[kind].list;
  return {
    kind,
    collection: collectionOf(kind),
    title,
    about,
    search,
    path: `/${folderOf(kind)}/`,
    texts: catalogue.texts.filter((one) => one.kind === kind).map(toldOf),
  };
}

/** Every list in which there is something. */
export const textLists = (catalogue: Pick<Catalogue, 'texts'>) =>
  LISTED_KINDS.map((kind) => listOf(catalogue, kind)).filter(({ texts }) => texts.length > 0);

/** Those beside the guides'. */
export const otherLists = (catalogue: Pick<Catalogue, 'texts'>) =>
  textLists(catalogue).filter(({ kind }) => kind !== 'service');
