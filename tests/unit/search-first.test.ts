import { describe, expect, it } from 'vitest';
import { packLists, unpackFirst } from '../../src/domain/search/first.ts';
import type { InstantIndex } from '../../src/domain/search/types.ts';
import { wholeIndex } from '../../src/domain/search/whole.ts';
import { index as small } from '../helpers/search-index.ts';

describe('the first list of the search', () => {
  const index = {
    ...small,
    words: [
      { say: '讨薪 老板不给钱', to: [4, 0] },
      { say: '夜里', to: [] },
      { say: '扯皮', to: [1] },
      { say: '别处的', to: [-1, 2] },
      { say: '扯筋', to: [1, 2, 0] },
    ],
  };
  const more = { guides: [], letters: ['a', 'b', 'c', 'd', 'e'], official: ['1', '2', '3', '4', '5'] };
  const { first, more: second } = packLists(index, more);
  const read = unpackFirst(first);

  it('tells each guide as it is, in its order', () => {
    expect(read.pages).toBe(index.pages);
    const bare = index.guides.map(({ path, title, kind, text, also = '' }) => ({
      path,
      title,
      kind,
      text,
      also,
    }));
    expect(read.guides).toEqual(bare);
  });

  it('keeps every word, whatever it leads to, and the second list what is official for it', () => {
    const told = wholeIndex(read, second).words;
    const had = index.words.map((word, at) => ({ ...word, official: more.official[at] }));
    expect(told).toHaveLength(had.length);
    expect(told).toEqual(expect.arrayContaining(had));
    expect(second.letters).toEqual(more.letters);
  });

  it('is not confused by its own marks in a text', () => {
    const odd = {
      pages: 1,
      guides: [{ ...small.guides[0], text: '周一|周二, 1,2' }],
      words: [{ say: '甲|乙,3', to: [0] }],
    };
    const { guides, words } = unpackFirst(packLists(odd as InstantIndex, { ...more, letters: [] }).first);
    expect(guides[0]?.text).toBe('周一｜周二, 1,2');
    expect(words).toEqual([{ say: '甲｜乙，3', to: [0] }]);
  });

  it('tells the words beside the guide that they lead to first', () => {
    expect(read.words.map(({ to }) => to[0])).toEqual([1, 1, 4, undefined, -1]);
  });
});
