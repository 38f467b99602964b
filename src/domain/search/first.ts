/** `data/search/first.gbk.txt`: what is answered first, made for size: a line a guide, its words beside it, in GBK. */
import { fromGbk, toGbk } from '../gbk.ts';
import type { InstantIndex, InstantWord, MoreIndex, SearchKind } from './types.ts';

export const FIRST_FILE = '/data/search/first.gbk.txt';

interface FirstFile {
  readonly pages: number;
  /**
   * `地址|名称|种类|别的说法|说法 说法,3,5|…|说明`: a kind where it is not the usual one; of each word that leads to the
   * guide before all others how people say it, and the places of the guides that it leads to beside.
   */
  readonly guides: readonly string[];
  /** Words that lead to no guide. */
  readonly words: readonly string[];
}

const USUAL: SearchKind = '办事与问答';

/** A field, in which the marks between fields do not occur. */
const field = (text: string): string => text.replaceAll('|', '｜');

/** A word; the first so many guides are left out. */
const wordText = ({ say, to }: InstantWord, without: number): string =>
  [field(say).replaceAll(',', '，'), ...to.slice(without)].join();

/** The first list as it is written, and the second, of the words in the order in which the first tells them. */
export function packLists(
  { pages, guides, words }: InstantIndex,
  more: MoreIndex,
): { first: Uint8Array<ArrayBuffer>; more: MoreIndex } {
  const told = words.map((word, at) => ({ word, official: more.official[at] ?? '' }));
  const leading = guides.map((_, guide) => told.filter(({ word }) => word.to[0] === guide));
  const others = told.filter(({ word }) => !guides[word.to[0] ?? -1]);
  const file: FirstFile = {
    pages,
    guides: guides.map(({ path, title, kind, text, also = '' }, at) => {
      const fields = [path, title, kind === USUAL ? '' : kind, also].map(field);
      return [...fields, ...(leading[at] ?? []).map(({ word }) => wordText(word, 1)), field(text)].join('|');
    }),
    words: others.map(({ word }) => wordText(word, 0)),
  };
  const official = [...leading.flat(), ...others].map((one) => one.official);
  return { first: toGbk(JSON.stringify(file)), more: { ...more, official } };
}

/** A word from how it is written; it leads to some guides before those that are named. */
function wordOf(text: string, before: readonly number[]): InstantWord {
  const [say = '', ...to] = text.split(',');
  return { say, to: [...before, ...to.map(Number)] };
}

/** The first list from how it is written. */
export function unpackFirst(bytes: Uint8Array): InstantIndex {
  const { pages, guides, words } = JSON.parse(fromGbk(bytes)) as FirstFile;
  const rows = guides.map((row) => row.split('|'));
  return {
    pages,
    guides: rows.map(([path = '', title = '', kind, also = '', ...rest]) => {
      return { path, title, kind: (kind || USUAL) as SearchKind, text: rest.at(-1) ?? '', also };
    }),
    words: [
      ...rows.flatMap((row, at) => row.slice(4, -1).map((word) => wordOf(word, [at]))),
      ...words.map((word) => wordOf(word, [])),
    ],
  };
}
