import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { kilometresBetween } from '../../src/domain/geo.ts';
import { ROOT } from '../../scripts/lib/command.ts';
import { planPlaces } from '../../scripts/lib/places/plan.ts';
import { readList } from '../../scripts/lib/places/read-list.ts';
import { tellPlan } from '../../scripts/lib/places/report.ts';
import type { Defaults } from '../../scripts/lib/places/understand.ts';
import { draftFiles, edited, fileOf, writeAll } from '../../scripts/lib/places/write.ts';
import { fields, type Overrides, TODAY, usual, withContent } from '../helpers/content.ts';

const JIA = 'offices/dong/jia/office.json';
const fixture = (name: string) => readFileSync(join(ROOT, 'tests/fixtures/places', name));
const bytes = (text: string) => new TextEncoder().encode(text);
const GIVEN: Defaults = { crs: 'WGS84', precision: 'office', source: '示例市司法局', today: TODAY };
const BARE: Defaults = { today: TODAY };

function catalogueOf(folder: string): Catalogue {
  const { catalogue, problems } = loadContent(folder, { today: TODAY });
  if (!catalogue) throw new Error(problems.map(({ message }) => message).join());
  return catalogue;
}

/** What a list leads to in the small city: changes by office, and what is said about lines. */
function plan(list: string | Uint8Array, defaults: Defaults = GIVEN, overrides: Overrides = {}) {
  return withContent(overrides, (folder) => {
    const { rows, findings, encoding } = readList(typeof list === 'string' ? bytes(list) : list);
    const made = planPlaces(rows, catalogueOf(folder), defaults);
    const said = [...findings, ...made.findings].map(
      ({ line, severity, message }) => `${line} ${severity === 'error' ? '✗' : '!'} ${message}`,
    );
    return {
      ...made,
      encoding,
      said,
      points: made.changes.map(({ office, after }) => [office.id, after] as const),
    };
  });
}

const rows = (...lines: readonly string[]) => ['code,name,county,lon,lat', ...lines].join('\n');

describe('an operator’s list of places', () => {
  it('as Excel saves it in UTF-8 with Chinese headings', () => {
    const { encoding, points, said, empty } = plan(fixture('utf8.csv'), BARE);
    const [lon, lat] = gcoord.transform([103.94512, 29.20988], gcoord.GCJ02, gcoord.WGS84);
    expect([encoding, said, empty]).toEqual(['UTF-8', [], 1]);
    expect(points).toEqual([
      [
        'dong/jia',
        {
          lon: Number(lon.toFixed(6)),
          lat: Number(lat.toFixed(6)),
          crs: 'WGS84',
          precision: 'office',
          source: '示例市司法局量取',
        },
      ],
      [
        'xi/bing',
        { lon: 103.55, lat: 29.25, crs: 'WGS84', precision: 'township', source: '示例市司法局量取' },
      ],
    ]);
  });

  it('in GB18030, matched by name and county', () => {
    const { encoding, points } = plan(fixture('gb18030.csv'));
    expect([encoding, points.map(([id]) => id)]).toEqual(['GB18030', ['dong/jia', 'xi/bing']]);
  });

  it('as GeoJSON in BD-09, which is some hundred metres away from where it says', () => {
    const { points, said } = plan(fixture('points.geojson'), BARE);
    expect(said).toEqual([]);
    const [, after] = points[0]!;
    const moved = kilometresBetween(after, { lon: 103.95, lat: 29.21 });
    expect(moved).toBeGreaterThan(0.5);
    expect(moved).toBeLessThan(2);
  });

  it('a township’s seat keeps two decimals: more would be a precision nobody has', () => {
    const { points } = plan(rows('991101100,,,103.94512,29.20988'), { ...GIVEN, precision: 'township' });
    expect(points[0]?.[1]).toMatchObject({ lon: 103.95, lat: 29.21, precision: 'township' });
  });

  it('what is already so is no change', () => {
    const list = 'code,lon,lat,crs,precision,source\n991101100,103.9,29.3,WGS84,township,测试';
    expect(plan(list, BARE)).toMatchObject({ changes: [], same: 1, said: [] });
  });
});

describe('is refused, with every reason at its line,', () => {
  it('when it does not say its datum, precision or source', () => {
    expect(plan(rows('991101100,,,103.9,29.3'), BARE).said).toEqual([
      '2 ✗ 没有写坐标系：加一列 crs，或用 --crs WGS84|GCJ02|BD09 说明',
      '2 ✗ 没有写精度：加一列 precision，或用 --precision office|township 说明',
      '2 ✗ 没有写来源：加一列 source，或用 --source 说明',
    ]);
  });

  it('when points lie outside the city or have exchanged axes', () => {
    expect(plan(rows('991101100,,,113.9,29.3', '991101101,,,29.3,103.9')).said).toEqual([
      '2 ✗ （113.9, 29.3）不在本市范围内（东经 102.2—104.3、北纬 28.4—30）',
      '3 ✗ 经度、纬度写反了：（29.3, 103.9）',
    ]);
  });

  it('when nothing or more than one thing is meant', () => {
    expect(
      plan(
        rows(
          '991101109,,,103.9,29.3',
          ',丁镇,,103.9,29.3',
          '991101100,乙镇,,103.9,29.3',
          ',,,103.9,29.3',
          ',甲镇,西县,103.9,29.3',
        ),
      ).said,
    ).toEqual([
      '2 ✗ 没有找到区划代码 991101109 的司法所',
      '3 ✗ 没有找到“丁镇”的司法所',
      '4 ✗ 区划代码 991101100 是甲镇司法所，与名称“乙镇”对不上',
      '5 ✗ 没有写区划代码，也没有写名称',
      '6 ✗ 没有找到“西县甲镇”的司法所',
    ]);
  });

  it('when two lines speak of one office', () => {
    expect(plan(rows('991101100,,,103.9,29.31', ',甲镇,,103.9,29.32')).said).toEqual([
      '3 ✗ 甲镇司法所在第 2 行已经写过',
    ]);
  });

  it('when numbers, dates or columns are not as they must be', () => {
    expect(plan(rows('991101100,,,103°54′,29.3')).said[0]).toContain('应为十进制度数');
    expect(plan(rows('991101100,,,103.9,')).said[0]).toContain('纬度“”');
    expect(plan(rows('991101100,,,103.9,29.3'), { ...GIVEN, verifiedOn: '2027-01-01' }).said).toEqual([
      '2 ✗ 核实日期 2027-01-01 还没有到',
    ]);
    expect(plan('name,lon\n甲镇,103.9').said).toEqual(['1 ✗ 表头缺少：纬度（lat）']);
    expect(plan(rows('991101100,,,103.9,29.3,x')).said[0]).toBe('2 ✗ 有 6 格，表头有 5 格');
  });

  it('when a point is farther from the county’s seat than the content check allows; half as far is told', () => {
    expect(plan(rows('991101100,,,102.3,28.5', '991101101,,,103.3,29.0')).said).toEqual([
      '2 ✗ 甲镇司法所离东县县城 174 公里，请核对',
      '3 ! 乙镇司法所离东县县城 62 公里，请核对',
    ]);
  });
});

describe('what is written', () => {
  it('touches only the numbers that differ', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'), {
      ...GIVEN,
      precision: 'township',
      source: '测试',
    });
    const text = `${JSON.stringify(usual(JIA), null, 2)}\n`;
    expect(edited(text, changes[0]!)).toBe(text.replace('"lon": 103.9,', '"lon": 103.91,'));
  });

  it('adds lines and changes none where there was no point', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'), GIVEN, { [JIA]: fields({ place: undefined }) });
    const made = (text: string) => edited(text, { ...changes[0]!, verifiedOn: '2026-11-20' });
    const long =
      '{\n  "serves": ["991101100"],\n  "provenance": {\n    "contact": { "source": "甲" }\n  }\n}\n';
    const kept = made(long).split('\n');
    expect(long.split('\n').filter((line) => !kept.includes(line) && !kept.includes(`${line},`))).toEqual([]);
    const short = '{ "serves": ["991101100"], "provenance": { "contact": { "source": "甲" } } }\r\n';
    expect(made(short)).toBe(
      '{ "serves": ["991101100"], "place": { "point": { "lon": 103.91, "lat": 29.3, "crs": "WGS84", "precision": "office", "source": "示例市司法局" } }, "provenance": { "contact": { "source": "甲" }, "place": { "source": "示例市司法局", "verifiedOn": "2026-11-20" } } }\r\n',
    );
  });

  it('takes the date of a list into the provenance of a place that is only a point', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'));
    const text = JSON.stringify(
      { place: { point: changes[0]!.before }, provenance: { place: { source: '旧' } } },
      null,
      2,
    );
    const after = JSON.parse(edited(text, { ...changes[0]!, verifiedOn: '2026-11-20' })) as object;
    expect(after).toMatchObject({
      provenance: { place: { source: '示例市司法局', verifiedOn: '2026-11-20' } },
    });
  });

  it('puts a new point before the provenance, with the date of checking, and passes the check', () => {
    withContent({ [JIA]: fields({ place: undefined }) }, (folder) => {
      const list = readList(bytes(rows('991101100,,,103.91,29.3')));
      const made = planPlaces(list.rows, catalogueOf(folder), { ...GIVEN, verifiedOn: '2026-11-20' });
      writeAll(draftFiles(folder, made.changes));
      const { problems } = loadContent(folder, { today: TODAY });
      expect(problems).toEqual([]);
      const text = readFileSync(join(folder, fileOf(made.changes[0]!)), 'utf8');
      expect(text.indexOf('"place"')).toBeLessThan(text.indexOf('"provenance"'));
      expect(JSON.parse(text)).toMatchObject({
        place: { point: { lon: 103.91, lat: 29.3, precision: 'office' } },
        provenance: { place: { source: '示例市司法局', verifiedOn: '2026-11-20' } },
      });
    });
  });

  it('is nothing at all when one file cannot be written', () => {
    withContent({}, (folder) => {
      const list = readList(bytes(rows('991101100,,,103.91,29.3', '991101101,,,103.92,29.3')));
      const drafts = draftFiles(folder, planPlaces(list.rows, catalogueOf(folder), GIVEN).changes);
      const before = drafts.map(({ path }) => readFileSync(path, 'utf8'));
      const broken = [...drafts, { path: join(folder, 'no/such/folder.json'), before: '', after: '' }];
      expect(() => writeAll(broken)).toThrow('已全部恢复原样');
      expect(drafts.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(before);
      expect(drafts.filter(({ path }) => existsSync(`${path}.new`))).toEqual([]);
    });
  });

  it('is told before: old and new, and how far it moves', () => {
    const made = plan(rows('991101100,,,103.91,29.31'));
    expect(tellPlan(made, made.findings)).toContain(
      '第 2 行 甲镇司法所：移动约1.5公里\n      （103.9, 29.3）乡镇驻地 → （103.91, 29.31）实测',
    );
  });
});

const LESHAN = join(ROOT, '../shared/data/leshan-townships.csv');
const present = existsSync(LESHAN);
if (!present) console.log(`跳过乐山名单的测试：没有 ${LESHAN}`);

it.skipIf(!present)('the whole list of Leshan is understood: every row its office, none out of place', () => {
  const { rows: list } = readList(readFileSync(LESHAN));
  const made = planPlaces(list, catalogueOf(join(ROOT, 'content')), { crs: 'WGS84', today: TODAY });
  expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(list).toHaveLength(132);
  expect(made.changes.length + made.same + made.empty).toBe(132);
});
