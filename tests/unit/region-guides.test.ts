import { describe, expect, it } from 'vitest';
import type { InstantIndex } from '../../src/domain/search/types.ts';
import { regionGuides } from '../../src/exports/region-search.ts';

const city = (text: string, more: Partial<InstantIndex> = {}): InstantIndex => ({
  pages: 3,
  guides: [
    { path: '/services/legal-aid/', title: '申请法律援助', kind: '办事与问答', text },
    { path: '/elsewhere/#hunyin', title: '结婚登记', kind: '办事与问答', text: '由民政部门办' },
    { path: '/laws/civil-code/', title: '民法典', kind: '制度与法律', text: '法律' },
  ],
  words: [{ say: '请不起律师', to: [0, 2] }],
  ...more,
});

describe('the guides of a region', () => {
  it('are those of its cities, each once, in the words of most, with the cities that have it', () => {
    const { guides, index } = regionGuides([city('甲'), city('乙'), undefined, city('乙')]);
    expect(guides.map(({ guide, cities }) => [guide.path, guide.text, cities.join()])).toEqual([
      ['/services/legal-aid/', '乙', '0,1,3'],
      ['/services/#hunyin', '由民政部门办', '0,1,3'],
    ]);
    expect(index.guides).toEqual(guides.map(({ guide }) => guide));
  });

  it('everyday words lead to them, and to nothing that the region has no page for', () => {
    const { index } = regionGuides([city('甲'), city('甲', { words: [{ say: '查民法典', to: [2] }] })]);
    expect(index.words).toEqual([{ say: '请不起律师', to: [0] }]);
  });

  it('one city that says otherwise changes nothing for the others', () => {
    const wrong = city('甲', { words: [{ say: '请不起律师', to: [1] }] });
    const { index } = regionGuides([wrong, city('甲'), city('甲')]);
    expect(index.words).toEqual([{ say: '请不起律师', to: [0] }]);
  });
});
