import { describe, expect, it } from 'vitest';
import { addVillages, decodeTownships } from '../../src/domain/finder/decode.ts';
import { findInRegion } from '../../src/domain/finder/find-in-region.ts';
import { citiesSpeakingOf } from '../../src/domain/search/region-notices.ts';
import { wordOf } from '../../src/domain/finder/places.ts';
import { decodePlaces, keyOf, keysOf, shardOf } from '../../src/domain/finder/shards.ts';
import { parseSounds } from '../../src/domain/finder/sounds.ts';
import { namesIn, placeShards, type CityPlaces } from '../../src/exports/region-places.ts';

/** A made-up city of two counties; both cities have a 新河镇 and a 大桥村. */
function city(code: string, name: string, root: string | undefined): CityPlaces {
  const stamp = code;
  const townships = decodeTownships({
    stamp,
    city: name,
    sounds: 'bei北da大dong东he河jiang江lu鹿nan南qiao桥shan山shi市xi西xian县xin新zhen镇',
    misspelt: {},
    offices: [
      `dong 东江县 ${code}01\nxinhe|新河镇|旧桥乡|0800-1234567|101\ndaqiao|大桥镇|||102`,
      `xi 西江县 ${code}02\nlushan 鹿山中心司法所|鹿山镇|||101`,
    ].join('\n\n'),
  });
  const index = addVillages(townships, { stamp, sounds: '', villages: '大桥 上坝+\n下坝\n北坝|老坝' });
  const terms: Record<string, number> =
    code === '9901' ? { 宪法: 2, 宣传: 3, 调解: 40 } : { 宪法: 1, 调解: 1 };
  return { code, name, root, names: namesIn(index), notices: 50, terms };
}

const cities = [
  city('9901', '南山市', 'https://a.example.gov.cn/'),
  city('9902', '北山市', 'https://b.example.gov.cn/sfs/'),
];
const shards = [...placeShards(cities)];
const asked: string[] = [];
const ask = (key: string) => {
  asked.push(key);
  const file = shards[shardOf(key, shards.length)];
  return Promise.resolve(decodePlaces(JSON.parse(JSON.stringify(file))));
};
const answers = async (text: string) => {
  asked.length = 0;
  const { found, rest } = await findInRegion(text, ask);
  return { found: found.map((one) => `${one.county} ${one.name} ${one.url ?? one.path}`), rest };
};

describe('notices of all cities', () => {
  it('a text leads to the cities whose notices speak of all of it, the most telling first', async () => {
    const found = async (text: string) =>
      (await citiesSpeakingOf(text, ask)).map(({ name, notices }) => `${name}${notices}`);
    expect(await found('宪法')).toEqual(['南山市2', '北山市1']);
    expect(await found('宪法宣传')).toEqual(['南山市2']);
    expect(await found('宪法火灾')).toEqual([]);
  });

  it('words that few notices of the region have weigh more than words of many', async () => {
    const cities = [
      { ...city('9901', '南山市', 'https://a.example.gov.cn/'), terms: { 调解: 40, 宪法: 1 } },
      { ...city('9902', '北山市', 'https://b.example.gov.cn/'), terms: { 调解: 20, 宪法: 2 } },
    ];
    const files = [...placeShards(cities)];
    const found = await citiesSpeakingOf('宪法调解', (key) =>
      Promise.resolve(decodePlaces(files[shardOf(key, files.length)]!)),
    );
    expect(found.map(({ name }) => name)).toEqual(['北山市', '南山市']);
  });
});

describe('one box for all places of a region', () => {
  it('a name that several cities have is answered with each, city and county said', async () => {
    const { found } = await answers('新河镇');
    expect(found).toEqual([
      '南山市东江县 新河镇司法所 https://a.example.gov.cn/offices/dong/xinhe/',
      '北山市东江县 新河镇司法所 https://b.example.gov.cn/sfs/offices/dong/xinhe/',
    ]);
  });

  it('the city or county in front narrows it down', async () => {
    expect((await answers('北山新河')).found).toEqual([
      '北山市东江县 新河镇司法所 https://b.example.gov.cn/sfs/offices/dong/xinhe/',
    ]);
    expect((await answers('南山市东江县新河镇')).found).toEqual([
      '南山市东江县 新河镇司法所 https://a.example.gov.cn/offices/dong/xinhe/',
    ]);
  });

  it('villages, former names and letters lead to the office too', async () => {
    expect((await answers('下坝村')).found[0]).toContain('大桥镇司法所');
    expect((await answers('老坝村')).found[0]).toContain('鹿山中心司法所');
    expect((await answers('旧桥乡')).found[0]).toContain('新河镇司法所');
    expect((await answers('xinhe')).found[0]).toContain('新河镇司法所');
    expect((await answers('xh')).found.join()).toContain('新河镇司法所');
  });

  it('a trouble behind a place is left for the guides', async () => {
    const { found, rest } = await answers('南山市新河镇离婚');
    expect(found).toEqual(['南山市东江县 新河镇司法所 https://a.example.gov.cn/offices/dong/xinhe/']);
    expect(rest).toBe('离婚');
    expect((await answers('新河镇法律援助')).rest).toBe('法律援助');
    expect((await answers('新河镇司法所')).rest).toBe('');
  });

  it('a city leads to its page of the region, a county to its own site', async () => {
    expect((await answers('北山市')).found).toEqual(['北山市 北山市全部司法所 /offices/9902/']);
    expect((await answers('东江县')).found).toEqual([
      '南山市东江县 南山市东江县全部司法所 https://a.example.gov.cn/offices/dong/',
      '北山市东江县 北山市东江县全部司法所 https://b.example.gov.cn/sfs/offices/dong/',
    ]);
  });

  it('one name is one shard; a place in front is one more', async () => {
    await answers('新河镇');
    expect(asked).toHaveLength(1);
    await answers('北山市新河镇');
    expect(asked).toHaveLength(2);
    expect(keyOf('新')).toBeUndefined();
  });

  it('letters are looked up by three, since two begin too many names; but by both initials of a short one', async () => {
    expect([keyOf('xinhe'), keyOf('xh'), keyOf('x')]).toEqual(['xin', 'xh', undefined]);
    for (const typed of ['xin', 'xih', 'xhe', 'xhz', 'xh'])
      expect((await answers(typed)).found.join(), typed).toContain('新河镇司法所');
    const keys = keysOf(wordOf('新河镇', parseSounds('he河xin新zhen镇')), true);
    expect(keys.toSorted()).toEqual(['xh', 'xhe', 'xhz', 'xih', 'xin', '新河']);
  });

  it('what cannot be an address of the web leads to no other site', async () => {
    const [file] = placeShards([city('9903', '东山市', 'javascript:alert(1)')]);
    const index = decodePlaces(file!);
    expect([...index.roots]).toEqual([]);
    const { found } = await findInRegion('新河镇', () => Promise.resolve(index));
    expect(found.map(({ url, path }) => [url, path])).toEqual([[undefined, '/offices/9903/']]);
  });
});
