import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { kilometresBetween } from '../../src/domain/geo.ts';
import { ROOT } from '../../src/command/command.ts';
import { planPlaces } from '../../src/places/plan.ts';
import { readList } from '../../src/places/read-list.ts';
import type { Defaults } from '../../src/places/understand.ts';
import { CONTENT_DAY, TODAY } from '../helpers/content.ts';
import { catalogueOf, GIVEN, plan, rows } from '../helpers/places.ts';

const fixture = (name: string) => readFileSync(join(ROOT, 'tests/fixtures/places', name));
const BARE: Defaults = { today: TODAY };

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

const LESHAN = join(ROOT, 'tests/fixtures/places/leshan-townships.csv');

it('the whole list of Leshan is understood: every row its office, none out of place', () => {
  const { rows: list } = readList(readFileSync(LESHAN));
  const made = planPlaces(list, catalogueOf(join(ROOT, 'content'), CONTENT_DAY), {
    crs: 'WGS84',
    today: TODAY,
  });
  expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(list).toHaveLength(132);
  expect(made.changes.length + made.same + made.empty).toBe(132);
});
