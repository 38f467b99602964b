import type { InstantIndex, MoreIndex } from './types.ts';

/** The first file with what the other adds to it. */
export const wholeIndex = ({ pages, guides, words }: InstantIndex, more: MoreIndex): InstantIndex => ({
  pages,
  guides: [...guides.map((guide, at) => ({ ...guide, letters: more.letters[at] })), ...more.guides],
  words: words.map((word, at) => ({ ...word, official: more.official[at] })),
});
