import { describe, expect, it } from 'vitest';
import { fields, problemsOf, replaced } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const STAFF = 'offices/dong/jia/staff.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';

describe('the check of fields', () => {
  it('tells the field that an unknown one was meant to be', () => {
    expect(
      problemsOf({
        [OFFICE]: (text) => text.replace('"shortName"', '"shortname"').replace('"phones"', '"电话"'),
        [STAFF]: fields({ 'people[0].post2': 'x', 'people[0].zzz': 1 }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:1:1 missingField | 简称 shortName | 缺少“简称” | 补上，例如 "shortName": "示例镇司法所"',
      'offices/dong/jia/office.json:3:3 unknownField | shortname | 没有“shortname”这个字段 | 是不是想写 "shortName": …',
      'offices/dong/jia/office.json:11:3 unknownField | 电话 | 没有“电话”这个字段 | 是不是想写 "phones": …',
      'offices/dong/jia/staff.json:12:7 unknownField | 人员 people[0].post2 | 没有“post2”这个字段 | 删掉它：“post”已经写了',
      'offices/dong/jia/staff.json:13:7 unknownField | 人员 people[0].zzz | 没有“zzz”这个字段 | 删掉它；这里还可以写：phone、partTime、photo、photoAlt',
    ]);
  });

  it('tells where a field belongs that stands in the wrong place', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ address: '示例镇公示路1号', 经度: 103.9, adress: '示例镇公示路1号', number: '1' }),
      }).map((line) => line.split(' | ').slice(1).join(' | ')),
    ).toEqual([
      'address | 没有“address”这个字段 | 移到 place 里面写："place": { "address": … }',
      '经度 | 没有“经度”这个字段 | 移到 place 里面写："place": { "point": { "lon": … } }',
      'adress | 没有“adress”这个字段 | 移到 place 里面写："place": { "address": … }',
      expect.stringContaining('number | 没有“number”这个字段 | 删掉它；这里还可以写：'),
    ]);
  });

  it('names a missing field with an example', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ shortName: undefined, 'provenance.establishment': undefined }),
        [AFFAIR]: replaced('category: 通知公告\npublished: 2026-11-02\n', ''),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:2:1 missingField | 发布日期 published | 缺少“发布日期” | 补上，例如 published: 2026-11-22',
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:2:1 missingField | 类别 category | 缺少“类别” | 补上，例如 category: 通知公告',
      'offices/dong/jia/office.json:1:1 missingField | 简称 shortName | 缺少“简称” | 补上，例如 "shortName": "示例镇司法所"',
      'offices/dong/jia/office.json:52:3 missingField | 来源与核实·设置 provenance.establishment | 缺少“设置” | 补上，例如 "establishment": { "source": "示例县司法局提供" }',
    ]);
  });

  it('mends full-width digits in phones', () => {
    expect(problemsOf({ [OFFICE]: fields({ 'phones[0].number': '０８３３－２１２３４５６' }) })).toEqual([
      'offices/dong/jia/office.json:13:7 value | 电话 phones[0].number | “０８３３－２１２３４５６”用了全角数字或标点 | 改成 "number": "0833-2123456"',
    ]);
  });

  it('mends phones with spaces, and refuses mobiles', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          phones: [
            { number: '(0833) 2123456', use: 'consult' },
            { number: 2123456, use: 'consult' },
            { number: '13800138000', use: 'duty' },
          ],
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:13:7 value | 电话 phones[0].number | 不是可以拨打的固定电话或热线 | 改成 "number": "0833-2123456"',
      'offices/dong/jia/office.json:17:7 value | 电话 phones[1].number | 应为文字（加引号），写的是 2123456 | 例如写 "number": "0800-2123456"',
      'offices/dong/jia/office.json:21:7 value | 电话 phones[2].number | “13800138000”是手机号，不公开 | 请写办公室的固定电话',
    ]);
  });

  it('mends full-width digits in codes, and dates in words', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          serves: ['９９１１０１１００'],
          'provenance.contact.verifiedOn': '2026年11月1日',
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:9:5 value | 服务区域·区划代码 serves[0] | “９９１１０１１００”用了全角数字或标点 | 改成 "991101100"',
      'offices/dong/jia/office.json:60:7 value | 来源与核实·联系方式·核实日期 provenance.contact.verifiedOn | 不是日历上有的日期 | 改成 "verifiedOn": "2026-11-01"',
    ]);
  });

  it('wants numbers and yes or no without quotes', () => {
    expect(
      problemsOf({
        [STAFF]: fields({ 'people[0].partTime': '是' }),
        'counties/dong.json': fields({ order: '１' }),
      }),
    ).toEqual([
      'counties/dong.json:5:3 value | 排列次序 order | “１”用了全角数字或标点 | 改成 "order": 1',
      'offices/dong/jia/staff.json:12:7 value | 人员·兼职 people[0].partTime | 应为 true 或 false（不加引号），写的是“是” | 改成 "partTime": true',
    ]);
  });

  it('wants text with quotes', () => {
    expect(problemsOf({ [STAFF]: fields({ 'people[0].post': 7 }) })).toEqual([
      'offices/dong/jia/staff.json:6:7 value | 人员·职务 people[0].post | 应为文字（加引号），写的是 7 | 改成 "post": "7"',
    ]);
  });

  it('puts a single value into the list that must be', () => {
    expect(problemsOf({ [STAFF]: fields({ 'people[0].duties': '主持工作' }) })).toEqual([
      'offices/dong/jia/staff.json:8:7 value | 人员·职责 people[0].duties | 应为列表 [ ]，写的是“主持工作” | 改成 "duties": ["主持工作"]',
    ]);
  });

  it('lists the choices for a word that is none of them', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ 'phones[0].use': 'consult ', kind: 'town', status: { state: 'Normal' } }),
        [AFFAIR]: replaced('通知公告', '通知公示'),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:3:1 value | 类别 category | 没有“通知公示”这个选项，是不是想写“通知公告”；可以写：通知公告、工作动态、经费装备、考核评议、教育培训、普法计划、工作过程、典型经验 | 改成 category: 通知公告',
      'offices/dong/jia/office.json:4:3 value | 类型 kind | 没有“town”这个选项；可以写：township、area | 例如写 "kind": "township"',
      'offices/dong/jia/office.json:6:5 value | 状态 status.state | 没有“Normal”这个选项，是不是想写“normal”；可以写：normal、limited、closed | 改成 "state": "normal"',
      'offices/dong/jia/office.json:14:7 value | 电话·用途 phones[0].use | 没有“consult ”这个选项，是不是想写“consult”；可以写：consult、duty、supervision、fax | 改成 "use": "consult"',
    ]);
  });

  it('judges a choice by what it requires', () => {
    expect(
      problemsOf({ [OFFICE]: fields({ status: { state: 'limited', text: '装修', from: '2026-11-01' } }) }),
    ).toEqual([
      'offices/dong/jia/office.json:5:3 missingField | 状态·截止日 status.until | 缺少“截止日” | 补上，例如 "until": "2026-11-22"',
    ]);
  });

  it('names impossible dates and hours', () => {
    expect(
      problemsOf({
        [STAFF]: fields({ 'vacancies[0].since': '2026-02-30' }),
        [OFFICE]: fields({
          'hours.seasons[0].week[0].sessions': ['12:00-08:30', '25:00-26:00', '8:30-12:00'],
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:42:15 value | 办公时间·季节·每周安排·办公时段·时段 hours.seasons[0].week[0].sessions[0] | 结束 08:30 不晚于开始 12:00 | 例如写 "08:30-12:00"',
      'offices/dong/jia/office.json:43:15 value | 办公时间·季节·每周安排·办公时段·时段 hours.seasons[0].week[0].sessions[1] | “25:00”不是 24 小时制的时间 | 例如写 "08:30-12:00"',
      'offices/dong/jia/office.json:44:15 value | 办公时间·季节·每周安排·办公时段·时段 hours.seasons[0].week[0].sessions[2] | “8:30”不是 24 小时制的时间 | 改成 "08:30-12:00"',
      'offices/dong/jia/staff.json:26:7 value | 空缺岗位·空缺自 vacancies[0].since | 不是日历上有的日期 | 例如写 "since": "2026-11-22"',
    ]);
  });

  it('judges rules between fields beside other faults', () => {
    expect(
      problemsOf({ [OFFICE]: fields({ 'phones[0].zzz': 1, kind: 'area', 'provenance.hours': undefined }) }),
    ).toEqual([
      'offices/dong/jia/office.json:1:1 missingField | 片区 area | 片区司法所要写片区（area） | 补上，例如 "area": { "name": "示例南部片区", "members": ["shili/jiazhen"], "matters": ["community-correction"] }',
      'offices/dong/jia/office.json:15:7 unknownField | 电话 phones[0].zzz | 没有“zzz”这个字段 | 删掉它；这里还可以写：note',
      'offices/dong/jia/office.json:54:3 missingField | 来源与核实·办公时间 provenance.hours | 写了办公时间，就要写它的来源 | 补上，例如 "hours": { "source": "示例县司法局提供" }',
    ]);
  });

  it('names texts that are too long or begin with a space', () => {
    expect(problemsOf({ [OFFICE]: fields({ shortName: ' 甲镇所', name: '很'.repeat(41) }) })).toEqual([
      'offices/dong/jia/office.json:2:3 value | 名称 name | 最多 40 个字 | 例如写 "name": "示例县示例镇司法所"',
      'offices/dong/jia/office.json:3:3 value | 简称 shortName | 首尾有空格 | 改成 "shortName": "甲镇所"',
    ]);
  });

  it('does not take null for unknown', () => {
    expect(problemsOf({ [OFFICE]: fields({ phones: null }) })).toEqual([
      'offices/dong/jia/office.json:11:3 value | 电话 phones | 不能写 null，应为列表 [ ] | 例如写 "phones": [{ "number": "0800-2123456", "use": "consult" }]',
    ]);
  });

  it('does not compare an impossible day with another', () => {
    const status = { state: 'limited', text: '装修', from: '2026-13-01', until: '2026-12-01' };
    expect(problemsOf({ [OFFICE]: fields({ status }) })).toEqual([
      expect.stringContaining('状态·起始日 status.from | 不是日历上有的日期'),
    ]);
  });

  it('gives an example for a list that must not be empty', () => {
    expect(problemsOf({ [OFFICE]: fields({ serves: [] }) })).toEqual([
      expect.stringContaining('至少写一个区划代码（只有已关闭的司法所可以不写） | 补上，例如 "serves": ["'),
    ]);
  });

  it('names an end before its start', () => {
    expect(
      problemsOf({
        [AFFAIR]: replaced('source:', 'expires: 2026-01-01\nsource:'),
        [OFFICE]: fields({
          status: { state: 'limited', text: '装修', from: '2026-12-01', until: '2026-11-30' },
        }),
        'counties/xi.json': fields({
          localHolidays: [{ name: '节', from: '2026-05-02', to: '2026-05-01', source: '依据' }],
        }),
      }),
    ).toEqual([
      'counties/xi.json:24:7 date | 地方假日·截止日 localHolidays[0].to | 2026-05-01 早于起始的 2026-05-02 | 写不早于 2026-05-02 的日期，例如 "to": "2026-05-02"',
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:5:1 value | 失效日期 expires | 失效日期早于发布日期 | 例如写 expires: 2026-11-22',
      'offices/dong/jia/office.json:9:5 value | 状态·截止日 status.until | 截止日早于起始日：写同一天或以后 | 例如写 "until": "2026-11-22"',
    ]);
  });
});
