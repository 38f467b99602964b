import { describe, expect, it } from 'vitest';
import { bareName, findPlaces } from '../../src/domain/place-names.ts';

const place = (county: string, townships: readonly string[], villages: readonly string[]) => ({
  county: [`${county}县`, county],
  townships,
  villages,
});

const LUOCHENG = place('犍为', ['罗城镇', '箩城乡'], ['菜佳社区', '红星村']);
const JINHE = place('金口河', ['金河镇'], ['红星村', '金村']);
const places = [LUOCHENG, JINHE];
const found = (text: string) =>
  findPlaces(text, places).map(({ place: one, name }) => [places.indexOf(one), name]);

describe('a typed place', () => {
  it('is found by its name, with or without the word for what it is', () => {
    for (const text of ['罗城镇', '罗城', ' 罗 城 ', '罗城镇司法所', '犍为罗城', '犍为县罗城镇'])
      expect([text, found(text)]).toEqual([text, [[0, '罗城镇']]]);
  });

  it('is found by a former township and by a village', () => {
    expect(found('箩城')).toEqual([[0, '箩城乡']]);
    expect(found('菜佳')).toEqual([[0, '菜佳社区']]);
  });

  it('that occurs in several counties gives all, until the county is said', () => {
    expect(found('红星村')).toEqual([
      [0, '红星村'],
      [1, '红星村'],
    ]);
    expect(found('金口河红星')).toEqual([[1, '红星村']]);
  });

  it('is found by its beginning when nothing fits better', () => {
    expect(found('罗城镇人')).toEqual([]);
    expect(found('菜佳社')).toEqual([[0, '菜佳社区']]);
  });

  it('that is nowhere gives nothing', () => {
    expect(found('纽约')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });

  it('of one character keeps its ending', () => {
    expect([bareName('金村'), bareName('和平彝族乡'), bareName('绿心街道')]).toEqual([
      '金村',
      '和平',
      '绿心',
    ]);
  });
});
