import { describe, expect, it } from 'vitest';
import { decodeTownships } from '../../src/domain/finder/decode.ts';
import { vocabularyOf } from '../../src/domain/search/vocabulary.ts';
import { createInstant, saysInFull } from '../../src/domain/search/instant.ts';
import { index } from '../helpers/search-index.ts';

describe('the guide that fits is first', () => {
  const instant = createInstant(index);
  const first = (text: string) => instant(text)[0]?.path;

  it.each([
    ['申请法律援助', '/services/aid/'],
    ['请问怎么申请法律援助', '/services/aid/'],
    ['请不起律师咋办', '/services/aid/'],
    ['法律援', '/services/aid/'],
    ['flyz', '/services/aid/'],
    ['falvyu', '/services/aid/'],
    ['讨薪', '/services/wages/'],
    ['老板不给钱', '/services/wages/'],
    ['扯皮', '/services/mediation/'],
    ['邻居噪音扰民', '/services/mediation/'],
    ['人民调解', '/functions/mediation/'],
    ['申请调解', '/services/mediation/'],
    ['接待群众', '/rules/visits/'],
  ])('%s → %s', (text, path) => {
    expect(first(text)).toBe(path);
  });

  it.each(['', 'fa', 'x', '量子力学', '12348'])('better none than a guess: “%s”', (text) => {
    expect(instant(text)).toEqual([]);
  });

  it('the second that a word leads to comes second, and what is far behind is left out', () => {
    expect(instant('讨薪').map(({ path }) => path)).toEqual(['/services/wages/', '/services/aid/']);
    expect(instant('申请人民调解').map(({ path }) => path)).not.toContain('/rules/visits/');
    expect(instant('扯皮')).toEqual([
      {
        path: '/services/mediation/',
        title: '申请人民调解',
        kind: '办事与问答',
        text: '邻居吵架、土地边界、噪音扰民',
      },
    ]);
  });

  it('a text that says in full what leads to a guide needs no guess of how others asked', () => {
    const full = saysInFull(index);
    expect(
      ['打官司没钱', '打官司没钱怎么办', '讨薪', '申请法律援助和别的许多事情一起办理'].map(full),
    ).toEqual([true, true, false, false]);
  });
});

describe('with the places of the city', () => {
  const places = decodeTownships({
    stamp: 'a',
    city: '示范市',
    sounds: 'jia甲 he河 yi乙 shan山',
    misspelt: {},
    offices: [
      'shili 示例县 511123',
      'jiahe|甲河镇|车子乡',
      'heping|乙镇',
      '',
      'yishan 乙山区 511102',
      'jiahe|甲河乡',
      'a|丙河镇',
      'b|丙河乡',
      'c|丙河街道',
      'd|丙河彝族乡',
    ].join('\n'),
  });
  const instant = createInstant(index, places);
  const told = (text: string) =>
    instant(text).map(({ path }) => path.replace(/^\/(?:offices|services)\//, ''));

  it('a text that names a place has its offices first', () => {
    expect(instant('甲河镇')).toEqual([
      { path: '/offices/shili/jiahe/', title: '甲河镇司法所', kind: '司法所', county: '示例县', text: '' },
    ]);
    expect(told('甲河')).toEqual(['shili/jiahe/', 'yishan/jiahe/']);
  });

  it('a trouble has its guides first, then the office of the township that it names', () => {
    expect(told('甲河镇讨薪').slice(0, 3)).toEqual(['wages/', 'aid/', 'shili/jiahe/']);
    expect(told('乙山区甲河乡讨薪').at(-1)).toBe('yishan/jiahe/');
    expect(told('甲河讨薪').slice(2)).toEqual(['shili/jiahe/', 'yishan/jiahe/']);
    expect(told('丙河讨薪').slice(2)).toHaveLength(3);
    expect(told('我要讨薪甲河').slice(2)).toEqual([]);
    expect(told('乙讨薪').slice(2)).toEqual([]);
  });

  it('a former township’s name is meant only where all of it stands', () => {
    expect(told('车子讨薪').slice(2)).toEqual([]);
    expect(told('车子乡讨薪').slice(2)).toEqual(['shili/jiahe/']);
  });

  it('the name of a township is said in full, too', () => {
    expect(saysInFull(index, places)('甲河镇')).toBe(true);
    expect(saysInFull(index)('甲河镇')).toBe(false);
  });

  it('what is looked up whole: terms, other names, official words, counties and townships with and without their kind', () => {
    const { words, synonyms, pages } = vocabularyOf(
      {
        ...index,
        words: [
          { say: '讨薪 要钱', official: '劳动报酬 工资', to: [] },
          { say: '扯皮', to: [] },
        ],
      },
      places,
    );
    expect(words).toEqual(
      expect.arrayContaining([
        '法律援助',
        '邻里纠纷',
        '劳动报酬',
        '工资',
        '示例县',
        '甲河镇',
        '甲河',
        '车子乡',
        '车子',
      ]),
    );
    expect([...synonyms]).toEqual([
      ['讨薪', ['劳动报酬', '工资']],
      ['要钱', ['劳动报酬', '工资']],
    ]);
    expect(pages).toBe(9);
    expect(vocabularyOf(index).words).not.toContain('示例县');
  });
});
