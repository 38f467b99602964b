import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatJson } from '../../src/scaffold/city/format.ts';
import { filesOf, planCity } from '../../src/scaffold/city/plan-city.ts';
import { matchPoints, pointsByHand, type GeoNamesPlace } from '../../src/scaffold/city/points.ts';
import { buildCity, cells, type Rows } from '../../src/scaffold/city/read-divisions.ts';
import { report } from '../../src/scaffold/city/report.ts';
import type { City } from '../../src/scaffold/city/tree.ts';
import { faults, refuseFilled, writeCity } from '../../src/scaffold/city/write-city.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { CONTENT_DAY } from '../helpers/content.ts';

/** Counties by code and name, each with its townships' names. */
function cityOf(counties: Readonly<Record<string, readonly string[]>>): City {
  return {
    code: '5111',
    name: '乐山市',
    counties: Object.entries(counties).map(([key, townships]) => {
      const [code = '', name = ''] = key.split(' ');
      const township = (text: string, at: number) => ({ code: `${code}10${at}`, name: text, villages: [] });
      return { code, name, townships: townships.map(township) };
    }),
  };
}

const row = (name: string, lat = 29.38481, lon = 104.02862): GeoNamesPlace => ({ name, lat, lon });
const codes = (map: ReadonlyMap<string, unknown>) => [...map.keys()];

describe('a point is given only where nothing else can be meant', () => {
  const city = cityOf({ '511123 犍为县': ['罗城镇', '太平镇'], '511111 沙湾区': ['沙湾镇', '太平镇'] });

  it('one row and one township of that spelling make a point of two decimals', () => {
    const { townships } = matchPoints(city, undefined, [row('Luocheng')], {});
    expect(townships.get('511123100')).toMatchObject({ lon: 104.03, lat: 29.38, precision: 'township' });
  });

  it('two townships, or two rows, of one spelling make none', () => {
    expect(codes(matchPoints(city, undefined, [row('Taiping')], {}).townships)).toEqual([]);
    expect(codes(matchPoints(city, undefined, [row('Luocheng'), row('Luocheng', 30)], {}).townships)).toEqual(
      [],
    );
  });

  it('a row may stand for a county and for the township of the same name in it', () => {
    const { townships, seats } = matchPoints(city, undefined, [row('Shawan')], {});
    expect([codes(townships), codes(seats)]).toEqual([['511111100'], ['511111']]);
  });

  it('a row that names a county is not taken for a township of another county', () => {
    const other = cityOf({ '511111 沙湾区': ['铜河街道'], '511123 犍为县': ['沙湾乡'] });
    expect(codes(matchPoints(other, undefined, [row('Shawan')], {}).townships)).toEqual([]);
  });

  it('a row that may be about a township that is gone makes none', () => {
    const before = cityOf({ '511123 犍为县': ['罗城镇', '箩城乡'], '511111 沙湾区': ['沙湾镇'] });
    expect(codes(matchPoints(city, before, [row('Luocheng')], {}).townships)).toEqual([]);
  });

  it('spaces, apostrophes, accents and the nationality in a name do not hide a place', () => {
    const other = cityOf({ '511113 金口河区': ['和平彝族乡', '长安镇', '绿心街道'] });
    const rows = [row('Hepingyizu'), row('Chang’an'), row('Lüxin Jiedao')];
    expect(codes(matchPoints(other, undefined, rows, {}).townships)).toHaveLength(3);
  });

  it('what a person chose by hand is taken, and only if it is a row of the city', () => {
    const rows = [row('Luocheng'), row('Yancheng', 29.65068, 104.06723)];
    const { chosen, wrong } = pointsByHand({ '511123': '29.65068,104.06723', '511111': '1,2' }, rows);
    expect(wrong).toEqual(['511111: 1,2']);
    expect(codes(matchPoints(city, undefined, rows, {}, chosen).seats)).toEqual(['511123']);
  });
});

const dongguan: Rows = {
  provinces: [{ code: '44', name: '广东省' }],
  cities: [{ code: '4419', name: '东莞市' }],
  areas: [],
  streets: [
    { code: '441900003', name: '东城街道' },
    { code: '441900121', name: '虎门镇' },
  ],
  villages: [
    { code: '441900003001', name: '岗贝社区居委会' },
    { code: '441900121203', name: '北栅村民委员会' },
  ],
};

describe('any city can be cut from the national list', () => {
  it('a city without counties becomes one county-level unit of its own name', () => {
    const city = buildCity('4419', dongguan);
    expect(city?.counties.map(({ code, name }) => [code, name])).toEqual([['441900', '东莞市']]);
    expect(city?.counties[0]?.townships[0]?.villages).toEqual([
      { code: '441900003001', name: '岗贝社区', kind: 'community' },
    ]);
  });

  it('a municipality takes the name of its province', () => {
    const rows = {
      ...dongguan,
      provinces: [{ code: '11', name: '北京市' }],
      cities: [{ code: '1101', name: '市辖区' }],
    };
    expect(buildCity('1101', rows)?.name).toBe('北京市');
  });

  it('an unknown code makes no city', () => {
    expect(
      buildCity('9999', { provinces: [], cities: [], areas: [], streets: [], villages: [] }),
    ).toBeUndefined();
  });

  it('quoted cells of the tables keep their commas and quotes', () => {
    expect(cells('511123105,"罗城镇",51')).toEqual(['511123105', '罗城镇', '51']);
    expect(cells('1,"a,""b"""')).toEqual(['1', 'a,"b"']);
  });
});

describe('the written content', () => {
  const now = buildCity('4419', dongguan) as City;
  const plan = planCity({ now, before: undefined, places: [], readings: {}, byHand: new Map() });
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'city-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('satisfies every schema, one folder per office', () => {
    const files = filesOf(plan);
    expect(faults(files)).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual([
      'site.json',
      'readings.json',
      'redirects.json',
      'counties/dongguan.json',
      'divisions/dongguan.json',
      'offices/dongguan/dongcheng/office.json',
      'offices/dongguan/humen/office.json',
    ]);
  });

  it('says nothing about an office that is not known', () => {
    const office = filesOf(plan).at(-1)?.value;
    expect(office).toEqual({
      name: '东莞市虎门镇司法所',
      shortName: '虎门镇司法所',
      kind: 'township',
      status: { state: 'normal' },
      serves: ['441900121'],
      provenance: { establishment: { source: '一乡镇（街道）一所的建设原则，设置待核实' } },
    });
  });

  it('has one line for each village, so that a change to one is a change of one line', () => {
    const text = formatJson(filesOf(plan).find(({ kind }) => kind === 'divisions')?.value);
    expect(text).toContain('\n        { "code": "441900121203", "name": "北栅村", "kind": "village" }\n');
    const renamed = { code: '441900121203', name: '甲村', kind: 'village', former: ['乙村'] };
    expect(formatJson([renamed])).toBe(
      '[\n  { "code": "441900121203", "name": "甲村", "kind": "village", "former": ["乙村"] }\n]\n',
    );
  });

  it('leaves nothing unfinished beside it', async () => {
    const out = join(folder, 'out');
    await writeCity(filesOf(plan), out);
    expect(readFileSync(join(out, 'site.json'), 'utf8')).toContain('东莞市司法所公开');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('passes the check with the national texts beneath it, samples and all, and names no other city', async () => {
    const out = join(folder, 'out');
    const points = [row('Humen', 22.82, 113.67), row('Dongcheng', 23.03, 113.79)];
    const placed = planCity({ now, before: undefined, places: points, readings: {}, byHand: new Map() });
    await writeCity(filesOf(placed), out);
    const { contents, problems } = loadContent(out, { today: CONTENT_DAY });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const texts = contents?.entries.map(({ file, text }) => [file, text] as const) ?? [];
    expect(texts.map(([file]) => file)).toEqual(
      expect.arrayContaining(['services/legal-aid.mdx', 'disclosure.json', 'ways.json', 'site.json']),
    );
    const foreign = /乐山|犍为|乐府办函|嘉州|四川|leshan|sichuan/;
    expect(texts.filter(([, text]) => foreign.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('is not written at all when something breaks a schema', async () => {
    const files = [{ path: 'site.json', kind: 'site', value: {} } as const];
    await expect(writeCity(files, join(folder, 'out'))).rejects.toThrow('没有写入');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never overwrites a folder that holds something', async () => {
    writeFileSync(join(folder, 'mine.txt'), '');
    await expect(refuseFilled(folder)).rejects.toThrow('不会覆盖');
    await expect(refuseFilled(join(folder, 'new'))).resolves.toBeUndefined();
  });

  it('is summed up with what a person should look at', () => {
    const text = report({ ...plan, former: { ...plan.former, lost: [{ county: '东莞市', name: '旧镇' }] } });
    expect(text).toContain('乡镇街道（司法所）2 个');
    expect(text).toContain('东莞市旧镇');
    const points = { ...plan.points, unused: [row('Zhaozhen')] };
    expect(report({ ...plan, points })).toContain('Zhaozhen："29.38481,104.02862"');
  });
});
