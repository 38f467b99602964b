import { describe, expect, it } from 'vitest';
import {
  countyBase,
  townshipBase,
  townshipName,
  villageKind,
  villageName,
} from '../../src/scaffold/city/names.ts';
import { bureauName, shortName } from '../../src/scaffold/city/records.ts';
import { distinctSlugs, readingsFor, slugOf, syllables } from '../../src/scaffold/city/slugs.ts';
import { KNOWN_READINGS } from '../../src/scaffold/city/known-readings.ts';

describe('villages bear the name that people say', () => {
  it.each([
    ['严龙村委会', '严龙村'],
    ['同心村民委员会', '同心村'],
    ['红星村村民委员会', '红星村'],
    ['流村村委会', '流村'],
    ['瓢咡井村民委员会', '瓢咡井村'],
    ['李庄子村村民委会会', '李庄子村'],
    ['较场坝社区居委会', '较场坝社区'],
    ['较场坝社区居民委员会', '较场坝社区'],
    ['阿奎利亚社区居委员', '阿奎利亚社区'],
    ['十家子社区村民委员会', '十家子社区'],
    ['西厂居民委员会', '西厂居委会'],
    ['西厂居委会', '西厂居委会'],
    ['梅林营子嘎查委员会', '梅林营子嘎查'],
    ['卜尔汉图嘎查', '卜尔汉图嘎查'],
    ['第一街委员会', '第一街'],
    ['海滨林场', '海滨林场'],
    ['新月村委会（新月工业小区）', '新月村（新月工业小区）'],
    ['松山湖虚拟社区', '松山湖虚拟社区'],
  ])('%s is called %s', (official, said) => {
    expect(villageName(official)).toBe(said);
  });

  it('a name that repeats the whole path from the province is cut to what a field can hold', () => {
    const long = '内蒙古自治区赤峰冶金化工开发区管理委员会巴林右旗产业园管理办公室虚拟社区';
    expect(villageName(long)).toHaveLength(30);
    expect(long.endsWith(villageName(long))).toBe(true);
  });

  it('the code tells a village from a community', () => {
    expect(villageKind('511123105201')).toBe('village');
    expect(villageKind('511123105001')).toBe('community');
    expect(villageKind('511123105498')).toBe('community');
  });
});

describe('a place name loses what says its kind', () => {
  it.each([
    ['峨边彝族自治县', '峨边'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['察布查尔锡伯自治县', '察布查尔'],
    ['东乡族自治县', '东乡'],
    ['凉山彝族自治州', '凉山'],
    ['管城回族区', '管城'],
    ['市中区', '市中'],
    ['神农架林区', '神农架'],
    ['浦东新区', '浦东'],
    ['城区', '城区'],
    ['峨眉山市', '峨眉山'],
  ])('county %s is %s', (name, base) => {
    expect(countyBase(name)).toBe(base);
  });

  it.each([
    ['罗城镇', '罗城'],
    ['和平彝族乡', '和平'],
    ['查巴奇鄂温克民族乡', '查巴奇'],
    ['大佛街道', '大佛'],
    ['赵镇', '赵镇'],
    ['赵镇街道', '赵镇'],
    ['城南经济新区（车逻镇）', '城南经济新区'],
    ['红旗农场', '红旗农场'],
  ])('township %s is %s', (name, base) => {
    expect(townshipBase(name)).toBe(base);
  });

  it('the older list is read with the names of today', () => {
    expect(townshipName('大佛街道办事处')).toBe('大佛街道');
  });

  it('short names are those people use', () => {
    expect(['犍为县', '马边彝族自治县', '市中区'].map(shortName)).toEqual(['犍为', '马边', '市中区']);
  });

  it("a district's bureau bears the city's name, a county's does not", () => {
    const city = { code: '5111', name: '乐山市', counties: [] };
    const bureau = (name: string) => bureauName({ code: '', name, townships: [] }, city);
    expect(bureau('市中区')).toBe('乐山市市中区司法局');
    expect(bureau('犍为县')).toBe('犍为县司法局');
    expect(bureau('乐山高新区')).toBe('乐山高新区司法局');
  });
});

describe('addresses are pinyin', () => {
  const readings = readingsFor([{ code: '5111', name: '犍为荍坝漹城新都' }], KNOWN_READINGS, {});

  it.each([
    ['犍为', 'qianwei'],
    ['荍坝', 'qiaoba'],
    ['漹城', 'yancheng'],
    ['新都', 'xindu'],
    ['绿心', 'lvxin'],
    ['舞雩', 'wuyu'],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name, readings)).toBe(slug);
  });

  it('a reading corrected by a person wins over the longest known one', () => {
    expect(syllables('大堡镇', { 大堡: 'da pu', 堡: 'bao' })).toEqual(['da', 'pu', 'zhen']);
    expect(readingsFor([{ code: '5111', name: '犍为县' }], KNOWN_READINGS, { 犍为: 'jian wei' })).toEqual({
      犍为: 'jian wei',
    });
  });

  it('a local reading holds only where it is spoken', () => {
    const at = (code: string) => readingsFor([{ code, name: '六合区' }], KNOWN_READINGS, {});
    expect(at('320116')).toEqual({ 六合: 'lu he' });
    expect(at('511102')).toEqual({});
  });

  it('places of one county that sound alike get different addresses', () => {
    const names = ['太平镇', '太坪乡', '太平街道', '太坪镇', '泰平镇', '㯊'];
    const places = names.map((name, at) => ({ code: `51112310${at}`, name }));
    expect([...distinctSlugs(places, townshipBase).values()]).toEqual([
      'taiping',
      'taiping-xiang',
      'taiping-jiedao',
      'taiping-zhen',
      'taiping-zhen-2',
      'd511123105',
    ]);
  });

  it('the longest name still makes a valid address', () => {
    expect(slugOf('哈尔滨市政府亚布力滑雪旅游度假区管理委员会').length).toBeLessThanOrEqual(60);
  });
});
