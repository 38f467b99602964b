export const SEARCH_KINDS = ['办事与问答', '司法所', '公告', '制度与法律', '公开与数据'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What people come for: it goes before what it rests on, and before what is told of it. */
export const isPrimary = (kind: SearchKind): boolean => kind === '办事与问答' || kind === '司法所';

/** What a found page is shown as. */
export interface Answer {
  /** Its address without base. */
  readonly path: string;
  readonly title: string;
  readonly kind: SearchKind;
  readonly county?: string | undefined;
  /** What it is about, or why it was found. */
  readonly text: string;
}

/** What a page tells the full text about itself. */
export interface SearchMark {
  readonly kind: SearchKind;
  readonly county?: string | undefined;
  /** What else leads here, for the engine only, divided by spaces. */
  readonly keys?: string | undefined;
}

/** A guide, a line of work, a work system or a law. */
export interface InstantGuide {
  readonly path: string;
  readonly title: string;
  readonly kind: SearchKind;
  readonly text: string;
  /** How people say it, divided by spaces. */
  readonly also?: string | undefined;
  /** The same in letters, as people type it who do not write characters. */
  readonly letters?: string | undefined;
}

/** Everyday words, the official ones, and the guides (places in the list) they lead to, the best first. */
export interface InstantWord {
  readonly say: string;
  readonly official?: string | undefined;
  readonly to: readonly number[];
}

/**
 * `data/search/instant.json` for regions, without `letters` and `official`; with `more.json` the whole. Offices and
 * villages come from the files of the box 查找司法所. The site's own search reads `first.gbk.txt`, which says the same.
 */
export interface InstantIndex {
  /** How many pages the full text holds. */
  readonly pages: number;
  readonly guides: readonly InstantGuide[];
  readonly words: readonly InstantWord[];
}

/** `data/search/more.json`: what the first answer to most questions does without. */
export interface MoreIndex {
  /** Questions, work systems and laws; no word leads to them. */
  readonly guides: readonly InstantGuide[];
  /** Of the first guides, in their order. */
  readonly letters: readonly string[];
  /** Of every word, in their order; empty where it has none. */
  readonly official: readonly string[];
}

/** A list written as one text. */
export const listOf = (text: string | undefined): string[] => text?.split(' ').filter(Boolean) ?? [];
