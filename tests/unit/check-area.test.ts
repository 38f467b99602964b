import { describe, expect, it } from 'vitest';
import { fields, problemsOf } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';

describe('the check of areas and points', () => {
  it('tells the nearest code for one that is not of the county', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ serves: ['991101109'] }),
        'offices/xi/bing/office.json': fields({ serves: ['991102100', '991101101', '991102100'] }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:9:5 reference | 服务区域·区划代码 serves[0] | 本县没有区划代码 991101109 | 是不是 "991101100"（甲镇）',
      'offices/xi/bing/office.json:10:5 reference | 服务区域·区划代码 serves[1] | 991101101 属于 dong，不在本县 | 司法所只服务本县的乡镇、村，删掉这一项',
      'offices/xi/bing/office.json:11:5 duplicate | 服务区域·区划代码 serves[2] | 区划代码“991102100”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项',
    ]);
  });

  it('leaves a code of the wrong form to the form, and names the nearest of the same length', () => {
    expect(
      problemsOf({ [OFFICE]: fields({ serves: ['99110110', 7, '991101100203', '881102100'] }) }),
    ).toEqual([
      'offices/dong/jia/office.json:9:5 value | 服务区域·区划代码 serves[0] | 应为 9 位（乡镇街道）或 12 位（村、社区）区划代码 | 例如写 "990101101"',
      'offices/dong/jia/office.json:10:5 value | 服务区域·区划代码 serves[1] | 应为 9 位（乡镇街道）或 12 位（村、社区）区划代码 | 例如写 "990101101"',
      'offices/dong/jia/office.json:11:5 reference | 服务区域·区划代码 serves[2] | 本县没有区划代码 991101100203 | 是不是 "991101100201"（甲一村）',
      'offices/dong/jia/office.json:12:5 reference | 服务区域·区划代码 serves[3] | 本县没有区划代码 881102100 | 在 divisions/ 里查这个乡镇、村的代码',
    ]);
  });

  it('wants a code once in all counties', () => {
    const found = problemsOf({
      'counties/xi.json': fields({ code: '991101' }),
      'divisions/xi.json': fields({ code: '991101', 'townships[0].code': '991101100' }),
    });
    expect(found.filter((line) => line.includes(' duplicate '))).toEqual([
      'counties/xi.json:2:3 duplicate | 区划代码 code | 区划代码 991101 重复，counties/dong.json 第 2 行已经用过 | 核对两处的代码，改正写错的一个',
      'divisions/xi.json:7:7 duplicate | 乡镇、街道·区划代码 townships[0].code | 区划代码 991101100 重复，divisions/dong.json 第 7 行已经用过 | 核对两处的代码，改正写错的一个',
    ]);
  });

  it('names a township without office once', () => {
    expect(problemsOf({ 'offices/dong/yi/office.json': null })).toEqual([
      'divisions/dong.json:23:5 coverage | 乡镇、街道 townships[1] | 乙镇（991101101）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101101" 加进 "serves"',
    ]);
  });

  it('names a village that is left out', () => {
    expect(problemsOf({ [OFFICE]: fields({ serves: ['991101100201'] }) })).toEqual([
      'divisions/dong.json:16:9 coverage | 乡镇、街道·村、社区 townships[0].communities[1] | 甲二村（991101100202）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101100202" 加进 "serves"',
    ]);
  });

  it('lets an office claim a village of another one’s township', () => {
    expect(
      problemsOf({ 'offices/dong/yi/office.json': fields({ serves: ['991101101', '991101100201'] }) }),
    ).toEqual([]);
  });

  it('wants a rule of each office that shares a village', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ serves: ['991101100', '991101100201'] }),
        'offices/dong/yi/office.json': fields({ serves: ['991101101', '991101100201'] }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:10:5 coverage | 服务区域·区划代码 serves[1] | 甲一村（991101100201）也由 dong/yi 服务 | 只留一个司法所写它；确实共同服务的，每个所都写 "sharedRule": "按户籍所在村民小组划分"',
      'offices/dong/yi/office.json:10:5 coverage | 服务区域·区划代码 serves[1] | 甲一村（991101100201）也由 dong/jia 服务 | 只留一个司法所写它；确实共同服务的，每个所都写 "sharedRule": "按户籍所在村民小组划分"',
    ]);
  });

  it('wants a rule of each office that shares a township', () => {
    expect(
      problemsOf({
        'offices/dong/yi/office.json': fields({
          serves: ['991101101', '991101100'],
          sharedRule: '按户籍划分',
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:9:5 coverage | 服务区域·区划代码 serves[0] | 甲镇（991101100）也由 dong/yi 服务 | 只留一个司法所写它；确实共同服务的，每个所都写 "sharedRule": "按户籍所在村民小组划分"',
    ]);
  });

  it('does not take villages for unserved where the office cannot be read', () => {
    expect(problemsOf({ [OFFICE]: '{', 'offices/dong/yi/office.json': null })).toEqual([
      'divisions/dong.json:23:5 coverage | 乡镇、街道 townships[1] | 乙镇（991101101）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101101" 加进 "serves"',
      'offices/dong/jia/office.json:1:1 syntax | - | 缺少 } | 在这里补上 }',
    ]);
  });

  it('does not count a closed office', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          status: { state: 'closed', text: '撤并', since: '2026-01-01', successor: 'dong/yi' },
        }),
      }),
    ).toEqual([
      'divisions/dong.json:6:5 coverage | 乡镇、街道 townships[0] | 甲镇（991101100）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101100" 加进 "serves"',
    ]);
  });

  it('does not take offices for dangling where divisions cannot be read', () => {
    expect(problemsOf({ 'divisions/dong.json': '{' })).toEqual([
      'divisions/dong.json:1:1 syntax | - | 缺少 } | 在这里补上 }',
    ]);
  });

  it('wants codes and slugs once, and beginning with those above', () => {
    expect(
      problemsOf({
        'divisions/dong.json': fields({
          'townships[1].slug': 'jia',
          'townships[0].communities[1].code': '991101100201',
          'townships[1].communities[0].code': '991101999201',
        }),
      }),
    ).toEqual([
      'divisions/dong.json:17:11 duplicate | 乡镇、街道·村、社区·区划代码 townships[0].communities[1].code | 区划代码 991101100201 重复，divisions/dong.json 第 12 行已经用过 | 核对两处的代码，改正写错的一个',
      'divisions/dong.json:26:7 duplicate | 乡镇、街道·网址名 townships[1].slug | 乡镇的网址名“jia”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项',
      'divisions/dong.json:29:11 value | 乡镇、街道·村、社区·区划代码 townships[1].communities[0].code | 代码 991101999201 不以上一级的 991101101 开头 | 核对代码，或放到它所属的上一级下面',
    ]);
  });

  it('wants the two files of a county to agree, and to be of the city', () => {
    expect(
      problemsOf({
        'divisions/xi.json': fields({ name: '西 县' }),
        'counties/xi.json': fields({ code: '881102' }),
      }),
    ).toEqual([
      'counties/xi.json:2:3 value | 区划代码 code | 代码 881102 不属于本市（9911） | 核对代码，本市的县以 9911 开头',
      'divisions/xi.json:2:3 value | 区划代码 code | “991102”与 counties/xi.json 里的“881102”不同 | 改成 "code": "881102"，或改 counties/xi.json',
      'divisions/xi.json:3:3 value | 名称 name | “西 县”与 counties/xi.json 里的“西县”不同 | 改成 "name": "西县"，或改 counties/xi.json',
    ]);
  });

  it('names a point outside the city', () => {
    expect(problemsOf({ [OFFICE]: fields({ 'place.point.lon': 113.9 }) })).toEqual([
      'offices/dong/jia/office.json:18:5 geography | 地点·位置 place.point | （113.9, 29.3）不在本市范围内 | 重新量取，本市在东经 102.2—104.3、北纬 28.4—30',
    ]);
  });

  it('lets a sample lie anywhere: it is of no city, and another city takes it along as it is', () => {
    const point = { lon: 113.75, lat: 23.04, crs: 'WGS84', precision: 'office', source: '虚构' };
    expect(
      problemsOf({
        'samples/county.json': fields({ 'seat.lon': 113.7, 'seat.lat': 23.0 }),
        'samples/shili/office.json': fields({ 'place.point': point }),
      }),
    ).toEqual([]);
  });

  it('tells exchanged axes', () => {
    expect(problemsOf({ [OFFICE]: fields({ 'place.point.lon': 29.3, 'place.point.lat': 103.9 }) })).toEqual([
      'offices/dong/jia/office.json:18:5 geography | 地点·位置 place.point | 经度、纬度写反了：纬度不超过 90 | 改成 "lon": 103.9, "lat": 29.3',
    ]);
  });

  it('tells exchanged axes where both could be latitudes', () => {
    expect(
      problemsOf({
        'site.json': fields({ 'city.box': { west: 79, south: 28, east: 104.3, north: 40 } }),
        [OFFICE]: fields({ 'place.point.lon': 30, 'place.point.lat': 80 }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:18:5 geography | 地点·位置 place.point | 经度、纬度写反了 | 改成 "lon": 80, "lat": 30',
    ]);
  });

  it('names a point too far from its county seat', () => {
    expect(problemsOf({ [OFFICE]: fields({ 'place.point.lon': 102.3, 'place.point.lat': 28.5 }) })).toEqual([
      'offices/dong/jia/office.json:18:5 geography | 地点·位置 place.point | 离县城 174 公里，超过 100 公里 | 核对坐标；确实这么远的，在 site.json 的 city 里改 "maxKmFromSeat"',
    ]);
  });
});
