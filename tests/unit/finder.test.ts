import { describe, expect, it } from 'vitest';
import { decodeTownships, addVillages } from '../../src/domain/finder/decode.ts';
import { packVillage, unpackVillage } from '../../src/domain/finder/files.ts';
import { find } from '../../src/domain/finder/find.ts';
import { formatSounds, parseSounds } from '../../src/domain/finder/sounds.ts';
import { townshipsFile, villagesFile } from '../../src/exports/finder.ts';
import { aContent, fields } from '../helpers/content.ts';
import { ask, catalogue, early, files, formsOf, index, leads, seen, weight } from '../helpers/finder.ts';

const townships = catalogue.offices.flatMap((office) =>
  office.townships.map(({ record }) => ({
    id: office.id,
    county: office.county.record.name,
    name: record.name,
    former: record.former ?? [],
    formerVillages: record.formerVillages ?? [],
  })),
);

const villages = catalogue.counties
  .flatMap((county) => county.townships.flatMap((township) => township.communities))
  .map(({ record, township, offices }) => ({
    name: record.name,
    former: record.former ?? [],
    county: township.county.record.name,
    township: township.record.name,
    ids: offices.map(({ id }) => id),
  }));

describe('a township', () => {
  const forms = townships.map(({ id, name, county }) => ({ id, typed: formsOf(name, county) }));

  it.each(Object.keys(formsOf('苏稽镇', '市中区')))('is found by its %s, each of the 132', (form) => {
    const missed = forms.filter(({ id, typed }) => !leads(typed[form] ?? '', id, 5));
    expect(forms).toHaveLength(132);
    expect(missed.map(({ id, typed }) => `${typed[form]} → ${id}`)).toEqual([]);
  });

  it('is found in the same ways before the villages have come', () => {
    const missed = forms.flatMap(({ id, typed }) =>
      Object.values(typed).filter((text) => !find(early, text).some(({ path }) => path.includes(`/${id}/`))),
    );
    expect(missed).toEqual([]);
  });

  it('is found by every name it had before it was merged or renamed', () => {
    const old = townships.flatMap(({ id, former }) => former.map(({ name }) => ({ id, name })));
    expect(old.length).toBeGreaterThan(100);
    expect(old.filter(({ id, name }) => !leads(name, id, 5))).toEqual([]);
    expect(old.filter(({ id, name }) => !leads(name.replace(/(?:街道|镇|乡)$/, ''), id, 5))).toEqual([]);
  });
});

describe('a village or community', () => {
  it('leads to its office by its name and county, each of the 1371', () => {
    const missed = villages.filter(
      ({ county, name, ids }) => !ids.every((id) => leads(county + name, id, 8)),
    );
    expect(villages).toHaveLength(1371);
    expect(missed).toEqual([]);
  });

  it('leads to its office by its name, also where several places share it', () => {
    expect(villages.filter(({ name, ids }) => !ids.every((id) => leads(name, id, Infinity)))).toEqual([]);
  });

  it('leads to its office by its name behind the township’s, or without 村', () => {
    const typed = villages.map((one) => ({ ...one, text: `${one.township}${one.name}` }));
    expect(typed.filter(({ text, ids }) => !leads(text, ids[0] ?? '', 8))).toEqual([]);
    const bare = villages.map((one) => ({ ...one, text: one.name.replace(/(?:村|社区)$/, '') }));
    expect(bare.filter(({ text, ids }) => !leads(text, ids[0] ?? '', Infinity))).toEqual([]);
  });

  it('that is gone or has another name now leads there too', () => {
    const old = [
      ...villages.flatMap(({ former, ids }) => former.map((name) => ({ name, id: ids[0] ?? '' }))),
      ...townships.flatMap(({ id, formerVillages, former }) =>
        [...formerVillages, ...former.flatMap((one) => one.villages ?? [])].map((name) => ({ name, id })),
      ),
    ];
    expect(old.length).toBeGreaterThan(1000);
    expect(old.filter(({ name, id }) => !leads(name, id, Infinity))).toEqual([]);
  });
});

describe('the box understands', () => {
  it.each([
    ['what an input method is composing', "hei'zhu'g", '黑竹沟镇司法所 — 峨边彝族自治县 · 拼音相符'],
    ['composing with narrow spaces', 'hei\u2006zhu\u2006gou', '黑竹沟镇司法所 — 峨边彝族自治县 · 拼音相符'],
    ['characters and letters mixed', '苏ji', '苏稽镇司法所 — 市中区'],
    ['full-width letters', 'ｓｕｊｉ', '苏稽镇司法所 — 市中区 · 拼音相符'],
    ['a township that was merged away', '童家', '白马镇司法所 — 市中区 · 原童家镇'],
    ['a question', '请问苏稽镇司法所电话是多少', '苏稽镇司法所 — 市中区'],
    ['the police station of the township', '罗城派出所电话', '罗城镇司法所 — 犍为县'],
    ['half of 司法所', '黑竹沟镇司', '黑竹沟镇司法所 — 峨边彝族自治县'],
    ['司法所 in pinyin', 'sujisifasuo', '苏稽镇司法所 — 市中区 · 拼音相符'],
    ['a county without the people in it', '峨边县黑竹沟', '黑竹沟镇司法所 — 峨边彝族自治县'],
    ['such a county alone', '马边县', '马边彝族自治县全部司法所 — 马边彝族自治县 · 15个'],
    ['a county of the same sound', '木川县', '沐川县全部司法所 — 沐川县 · 13个'],
    ['a county as it is spoken', 'jingkouhe', '金口河区全部司法所 — 金口河区 · 5个'],
    ['what travellers call it', '罗城古镇', '罗城镇司法所 — 犍为县'],
    ['where someone lives', '我住在苏稽镇新联村归哪个司法所', '苏稽镇司法所 — 市中区 · 村：新联村'],
    ['whose village it is', '哪个司法所管任家坝村', '大佛街道司法所 — 市中区 · 村：任家坝村'],
    ['a name without the people in it', '金口河和平乡', '和平彝族乡司法所 — 金口河区'],
    ['city, county and township', '乐山市犍为县罗城镇', '罗城镇司法所 — 犍为县'],
    ['the wrong kind of place', '苏稽乡', '苏稽镇司法所 — 市中区'],
    ['a stranger’s reading', 'jianwei', '犍为县全部司法所 — 犍为县 · 15个'],
    ['a usual misspelling', '荞坝', '荍坝镇司法所 — 马边彝族自治县 · 荍坝镇，常误写作荞坝镇'],
    ['a character of the same sound', '苏基镇', '苏稽镇司法所 — 市中区 · 读音相近：苏稽镇'],
    ['another', '武于镇', '舞雩镇司法所 — 犍为县 · 读音相近：舞雩镇'],
    ['pinyin as it is spoken in Sichuan', 'sujizen', '苏稽镇司法所 — 市中区 · 读音相近：苏稽镇'],
  ])('%s', (_, typed, answer) => {
    expect(seen(typed)[0]).toBe(answer);
  });

  it('a county: its list first, then offices of it', () => {
    const [first, ...others] = ask('沐川县');
    expect(first?.path).toBe('/offices/muchuan/');
    expect(new Set(others.map(({ county }) => county))).toEqual(new Set(['沐川县']));
  });

  it('a name of several places as all of them', () => {
    expect(seen('红星村')).toHaveLength(5);
    expect(seen('公平乡')).toHaveLength(2);
    expect(seen('公平乡').filter((label) => !label.endsWith('原公平乡'))).toEqual([]);
  });

  it('every misspelling that content lists', () => {
    const listed = Object.entries(catalogue.readings?.misspellings ?? {});
    const missed = listed.flatMap(([right, wrong]) =>
      wrong.filter(
        (text) => !seen(text).some((label) => label.includes(right) || label.includes(`原${text}`)),
      ),
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });

  it.each(['', ' ', 'x', '乐山市', '离婚', '老板不发工资怎么办', '12348', '!!!', 'zzzzzz', '法律援助'])(
    'that “%s” is no place',
    (typed) => {
      expect(seen(typed)).toEqual([]);
    },
  );
});

describe('every answer', () => {
  it('names the office, the county and, unless the name says it, the reason', () => {
    const labels = townships.flatMap(({ name }) => seen(name));
    expect(labels.filter((label) => !/^\S+司法所 — \S+?[区县市]/.test(label))).toEqual([]);
  });
});

describe('on a weak signal the names', () => {
  it.each([
    ['townships', 4],
    ['villages', 16],
    ['homophones', 8],
  ] as const)('%s.json weigh at most %i kB', (name, limit) => {
    expect(weight(files[name])).toBeLessThanOrEqual(limit * 1024);
  });
});

const shared = aContent({
  'offices/dong/yi/office.json': (text) => ({
    ...(JSON.parse(text) as object),
    serves: ['991101101', '991101100201'],
    sharedRule: '按村民小组分',
  }),
  'offices/dong/jia/office.json': (text) => ({
    ...(JSON.parse(text) as object),
    serves: ['991101100202', '991101100201'],
    sharedRule: '按村民小组分',
  }),
}).catalogue;

describe('another city', () => {
  const small = shared && addVillages(decodeTownships(townshipsFile(shared)), villagesFile(shared));

  it('whose offices share a village gets both', () => {
    expect(small && find(small, '甲一村').map(({ path }) => path)).toEqual([
      '/offices/dong/jia/',
      '/offices/dong/yi/',
    ]);
  });

  it('finds an office by its published telephone', () => {
    expect(small && find(small, '2123456').map(({ why }) => why)[0]).toContain('电话0833-2123456');
    expect(small && find(small, '(0833) 2123456')).toHaveLength(3);
  });

  it('is not mixed with the villages of an older build', () => {
    expect(() => shared && addVillages(index, villagesFile(shared))).toThrow('another build');
  });
});

describe('a number in the box', () => {
  it('that is the division code of a township, or of a village in it, leads to the office', () => {
    const codes = catalogue.offices.flatMap(({ id, townships: own }) =>
      own.flatMap(({ record, communities }) =>
        [record.code, communities[0]?.record.code ?? record.code].map((code) => ({ id, code })),
      ),
    );
    expect(codes.filter(({ id, code }) => !leads(code, id, 1))).toEqual([]);
    expect(seen('511123105')).toEqual(['罗城镇司法所 — 犍为县 · 区划代码511123105']);
  });

  it('that is the code of a county leads to its offices', () => {
    expect(ask('511123')[0]?.path).toBe('/offices/qianwei/');
  });

  it('that is a postcode leads to every office that states it', () => {
    const { catalogue: small } = aContent({
      'offices/dong/jia/office.json': fields({ 'place.postcode': '614001' }),
    });
    const told = (text: string) =>
      small ? find(decodeTownships(townshipsFile(small)), text).map(({ why }) => why) : [];
    expect(told('614001')).toEqual(['邮编614001']);
    expect(told('614002')).toEqual([]);
  });
});

describe('the files are read as they were written', () => {
  it.each(['新华村', '甘江社区', '五通桥居委会', '河畔 农场'])('%s', (name) => {
    expect(unpackVillage(packVillage(name))).toBe(name.replace(' ', ''));
  });

  it('with all readings', () => {
    const table = 'bai柏bo柏ji稽su苏';
    expect(formatSounds(parseSounds(table))).toBe(table);
    expect(parseSounds(table).get('柏')).toEqual(['bai', 'bo']);
  });
});
