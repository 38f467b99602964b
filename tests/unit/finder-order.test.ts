import { wordOf } from '../../src/domain/finder/places.ts';
import { describe, expect, it } from 'vitest';
import { decodeTownships } from '../../src/domain/finder/decode.ts';
import { find } from '../../src/domain/finder/find.ts';
import { findNear } from '../../src/domain/finder/near.ts';
import { digitsOf, normalise, triageWays } from '../../src/domain/finder/normalise.ts';
import { decodePlaces, keyOf, keysOf, shardOf, shardPath } from '../../src/domain/finder/shards.ts';

const SOUNDS =
  'jia甲 jiang江 he河 hei黑 shan山 ping平 yi彝 zu族 zhen镇 xiang乡 nan南 lan兰 nv女 zong宗 zhong中 qu区';

/** A city of one county with these townships, in this order: its own is the last that decides. */
const city = (townships: readonly string[], county = '示例县') =>
  decodeTownships({
    stamp: 'a',
    city: '示范市',
    sounds: SOUNDS,
    misspelt: {},
    offices: [`shili ${county}`, ...townships.map((name, at) => `o${at}|${name}`)].join('\n'),
  });
const names = (text: string, ...townships: string[]) =>
  find(city(townships), text).map(({ name }) => name.replace('司法所', ''));
const near = (text: string, ...townships: string[]) =>
  findNear(city(townships), new Map([['蓝', ['lan']]]), text).map(({ name }) => name.replace('司法所', ''));

describe('of several names that fit, first comes', () => {
  it.each([
    ['the one that is all of it', '甲河', ['甲河山平镇', '甲河山镇', '甲河镇']],
    ['the one that begins with it', '河', ['江甲河镇', '甲河镇', '河甲镇']],
    ['the one with its kind', '甲河镇', ['甲河镇山镇', '甲河镇']],
    ['the shortest that was shortened', '甲河乡', ['甲河山山彝族乡', '甲河彝族乡', '甲河乡']],
    ['the one whose sounds were written out', 'jia', ['江河镇', '甲河镇']],
    ['the one of which more letters were written', 'jiah', ['江黑镇', '甲河镇']],
  ])('%s: %s', (_, typed, given) => {
    expect(names(typed, ...given)).toEqual(given.toReversed());
  });

  it('a name in characters is found by its letters only from a whole beginning on', () => {
    expect(names('jiaheq', '甲河镇')).toEqual([]);
    expect(names('甲河镇山', '甲河镇')).toEqual([]);
    expect(names('甲镇', '甲河镇')).toEqual([]);
    expect(names('甲河乡', '甲河镇', '甲河山乡')).toEqual(['甲河山乡']);
  });

  it('county and township in front: two characters at least, its kind or not', () => {
    const suburb = city(['甲河镇', '江山镇'], '中平区');
    const told = (text: string) => find(suburb, text).map(({ name }) => name);
    expect(told('中平区江山')).toEqual(['江山镇司法所']);
    expect(told('中平江山')).toEqual(['江山镇司法所']);
    expect(told('示范市中平区江山')).toEqual(['江山镇司法所']);
    expect(told('示范江山')).toEqual(['江山镇司法所']);
    expect(told('中江山')).toEqual([]);
    expect(told('中平区')[0]).toBe('中平区全部司法所');
  });
});

describe('the name of the city itself', () => {
  it('leads nowhere, unless a county bears it too', () => {
    expect(names('示范市', '甲河镇')).toEqual([]);
    const alone = city(['甲河镇'], '示范市');
    expect(find(alone, '示范市').map(({ name }) => name)).toEqual(['示范市全部司法所']);
  });
});

describe('what only sounds like it', () => {
  it('the shortest name first, from the beginning before from within', () => {
    expect(near('蓝山', '江南山镇', '南山平镇', '南山镇')).toEqual(['南山镇', '南山平镇', '江南山镇']);
    expect(near('蓝山', '南山平镇', '兰山镇')).toEqual(['兰山镇', '南山平镇']);
    expect(near('zonpin', '中平镇')).toEqual(['中平镇']);
    expect(near('蓝', '南山镇')).toEqual([]);
    expect(near('蓝山1', '南山镇')).toEqual([]);
    expect(near('山蓝', '南山镇')).toEqual([]);
  });
});

describe('a typed text', () => {
  it('is compared without spaces, marks and case, ü as v', () => {
    expect(normalise(' Jia’He，(ＮÜ) ')).toBe('jiahenv');
  });

  it.each([
    ['我想去甲河司法所', ['我想去甲河司法所', '甲河']],
    ['咋去甲河司法所', ['咋去甲河司法所', '甲河']],
    ['到甲河司法所怎么走', ['到甲河司法所怎么走', '甲河']],
    ['甲河镇司法所电话', ['甲河镇司法所电话', '甲河镇', '甲河']],
    ['jiahesfs', ['jiahesfs', 'jiahe']],
    ['司法所', ['司法所']],
    ['甲镇', ['甲镇']],
    ['', []],
  ])('%s is taken as %j', (text, ways) => {
    expect(triageWays(text)).toEqual(ways);
  });

  it('is a number from four digits to twelve, the country taken away', () => {
    expect(digitsOf('0833-2000001')).toBe('08332000001');
    expect(digitsOf('+86 0833 2000001')).toBe('08332000001');
    expect(digitsOf('1860833')).toBe('1860833');
    expect(digitsOf('511123100201')).toBe('511123100201');
    for (const text of ['123', '5111231002011', '甲1234', '1234甲']) expect(digitsOf(text)).toBeUndefined();
  });
});

describe('the shards of a region', () => {
  it('a text is looked up by two characters, or by three letters', () => {
    expect(['甲河镇', '甲河', '甲', 'Jia he', 'j', '12', '甲1', 'j甲', '𠀀甲镇'].map(keyOf)).toEqual([
      '甲河',
      '甲河',
      undefined,
      'jia',
      undefined,
      undefined,
      '甲1',
      'j甲',
      '𠀀甲',
    ]);
  });

  it('a name is found by its two first characters, and by how its sounds begin', () => {
    const keys = (name: string, sounds: readonly string[][], inLetters = true) =>
      keysOf(wordOf(name, new Map([...name].map((one, at) => [one, sounds[at] ?? []]))), inLetters);
    const river = [['jia'], ['he', 'hei'], ['zhen']];
    expect(keys('甲河镇', river)).toEqual(['甲河', 'jhz', 'jhe', 'jih', 'jia', 'jh']);
    expect(keys('甲河镇', river, false)).toEqual(['甲河']);
    expect(keys('阿甲', [['a'], ['jia']])).toEqual(['阿甲', 'aji', 'aj']);
    expect(keys('甲', [['jia']])).toEqual(['jia']);
    expect(keys('甲河', [])).toEqual(['甲河']);
  });

  it('a key is in the same shard always, and a shard has an address', () => {
    const shards = ['甲河', 'ji', '𠀀甲'].map((key) => shardOf(key, 1000));
    expect(shards).toEqual([10, 396, 511]);
    expect(shardPath(7)).toBe('/data/places/7.json');
  });

  it('is read with the city before the county, and addresses of the web only', () => {
    const index = decodePlaces({
      sounds: SOUNDS,
      cities: [
        '5111 示范市 https://a.example/ 3',
        '5101 示例市 javascript:x 2',
        '50 中平市 - 1',
        '51 甲市 http://b.example/',
      ],
      counties: ['0 shili 示例县 2', '2 zhongping 中平市 1', '9 nowhere 无县 1'],
      offices: '0 jiahe 甲河|甲河镇|乙山乡|新华 甲河+|长寮=\n0 none 空\n9 x 甲',
      notices: 5,
      terms: { 普法: '0:3 1:2 9:1' },
    });
    expect([...index.roots]).toEqual([
      ['5111', 'https://a.example/'],
      ['51', 'http://b.example/'],
    ]);
    expect(index.counties.map(({ slug, name, offices }) => `${slug} ${name} ${offices.length}`)).toEqual([
      '5111/shili 示范市示例县 2',
      '50/zhongping 中平市 1',
      'undefined/nowhere 无县 1',
    ]);
    expect(
      index.places.map(({ kind, word, office }) => [kind, word.name, office?.id ?? ''].join(' ').trim()),
    ).toEqual([
      'county 示范市',
      'county 示例市',
      'county 中平市',
      'county 甲市',
      'county 示例县',
      'county 中平市',
      'county 无县',
      'township 甲河镇 5111/shili/jiahe',
      'former 乙山乡 5111/shili/jiahe',
      'village 新华村 5111/shili/jiahe',
      'village 甲河社区 5111/shili/jiahe',
      'formerVillage 长寮 5111/shili/jiahe',
    ]);
    const [jiahe] = index.places.flatMap(({ office }) => office ?? []);
    expect(jiahe).toMatchObject({ name: '甲河司法所', townships: ['甲河镇', '乙山乡'], heads: '示甲' });
    expect(index.terms.get('普法')?.map(({ city: { name }, count }) => `${name} ${count}`)).toEqual([
      '示范市 3',
      '示例市 2',
    ]);
  });
});
