import { describe, expect, it } from 'vitest';
import { aContent, fields, problemsOf, replaced, row } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const STAFF = 'offices/dong/jia/staff.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const WEEK = [{ days: [1], sessions: ['08:30-12:00'] }];

describe('the check of dates and hours', () => {
  it('wants every day in exactly one season', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          'hours.seasons': [
            { name: '夏', from: '05-01', to: '09-30', week: WEEK },
            { name: '冬', from: '09-30', to: '04-15', week: WEEK },
          ],
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:27:5 hours | 办公时间·季节 hours.seasons | 4月16日至4月30日没有写在任何一季里 | 各季首尾相接，例如 "from": "05-01", "to": "09-30" 和 "from": "10-01", "to": "04-30"',
      'offices/dong/jia/office.json:27:5 hours | 办公时间·季节 hours.seasons | 9月30日同时写在两季里 | 改其中一季的起止日，每一天只属于一季',
    ]);
  });

  it('wants each weekday once, and sessions one after the other', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          'hours.seasons[0].week': [
            { days: [1, 2], sessions: ['14:00-18:00', '08:30-12:00'] },
            { days: [2, 3], sessions: ['08:30-12:00', '11:00-15:00'] },
          ],
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:40:15 hours | 办公时间·季节·每周安排·办公时段·时段 hours.seasons[0].week[0].sessions[1] | 早于前一个时段 | 按先后写，后一段不早于前一段结束，例如 ["08:30-12:00", "14:00-18:00"]',
      'offices/dong/jia/office.json:45:15 hours | 办公时间·季节·每周安排·星期 hours.seasons[0].week[1].days[0] | 星期 2 写了两次 | 只保留一处',
      'offices/dong/jia/office.json:50:15 hours | 办公时间·季节·每周安排·办公时段·时段 hours.seasons[0].week[1].sessions[1] | 与前一个时段重叠 | 按先后写，后一段不早于前一段结束，例如 ["08:30-12:00", "14:00-18:00"]',
    ]);
  });

  it('lets nothing be verified, published or counted in the future', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ 'provenance.contact.verifiedOn': '2026-11-23' }),
        [AFFAIR]: replaced('published: 2026-11-02', 'published: 2026-11-02\nupdated: 2027-01-01'),
        'offices/dong/jia/statistics.json': fields({ 'months[0].month': '2026-12' }),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:5:1 date | 更新日期 updated | 2027-01-01 还没有到（今天是 2026-11-22） | 写实际的日期，不晚于今天，例如 updated: 2026-11-22',
      'offices/dong/jia/office.json:60:7 date | 来源与核实·联系方式·核实日期 provenance.contact.verifiedOn | 2026-11-23 还没有到（今天是 2026-11-22） | 写实际的日期，不晚于今天，例如 "verifiedOn": "2026-11-22"',
      'offices/dong/jia/statistics.json:4:7 date | 各月·月份 months[0].month | 2026-12 还没有到 | 删掉还没到的月份',
    ]);
  });

  it('wants a notice and a calendar named after their date', () => {
    expect(
      problemsOf({
        [AFFAIR]: replaced('published: 2026-11-02', 'published: 2026-11-03'),
        'calendar/2026.json': fields({
          year: 2025,
          off: [{ name: '元旦', from: '2025-01-01', to: '2025-01-01' }],
          work: [],
        }),
      }),
    ).toEqual([
      'calendar/2026.json:2:3 date | 年份 year | 年份 2025 与文件名 2026.json 不同 | 改成 "year": 2026，或改文件名',
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:4:1 date | 发布日期 published | 发布日期 2026-11-03 与文件名里的 2026-11-02 不同 | 改成 published: 2026-11-02，或把文件改名为 2026-11-03-tongzhi.md',
    ]);
  });

  it('reminds of what has run out', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          status: { state: 'limited', text: '装修', from: '2026-10-01', until: '2026-11-01' },
          'hours.exceptions': [{ from: '2026-10-01', to: '2026-10-02', sessions: [], reason: '学习' }],
        }),
        [STAFF]: fields({ 'vacancies[0].until': '2026-11-01' }),
      }),
    ).toEqual([
      '! offices/dong/jia/office.json:9:5 date | 状态·截止日 status.until | 限制办理到 2026-11-01 为止，已经过去 | 恢复正常的，改成 "status": { "state": "normal" }；还没恢复的，改截止日',
      '! offices/dong/jia/office.json:52:5 date | 办公时间·特殊日期 hours.exceptions | 1 个特殊日期都已经过去 | 删掉已经过去的',
      '! offices/dong/jia/staff.json:27:7 date | 空缺岗位·预计到岗 vacancies[0].until | 预计 2026-11-01 到岗，已经过去 | 已到岗的，删掉这个空缺，把人写进 people；没到岗的，改预计日期',
    ]);
  });

  it('does not take what lasts to this day for over, nor what is dated today for the future', () => {
    const today = '2026-11-22';
    const exceptions = ['2026-10-02', today].map((to) => ({
      from: '2026-10-01',
      to,
      sessions: [],
      reason: '学习',
    }));
    expect(
      problemsOf({
        [OFFICE]: fields({
          'provenance.contact.verifiedOn': today,
          status: { state: 'limited', text: '装修', from: '2026-10-01', until: today },
          'hours.exceptions': exceptions,
        }),
        [STAFF]: fields({ 'vacancies[0].until': today }),
      }),
    ).toEqual([]);
  });

  it('lets a session begin when another ends, and a weekday come again in another season', () => {
    const sessions = ['08:30-12:00', '12:00-15:00'];
    expect(
      problemsOf({
        [OFFICE]: fields({
          'hours.seasons': [
            { name: '夏', from: '05-01', to: '09-30', week: [{ days: [1, 2], sessions }] },
            { name: '冬', from: '10-01', to: '04-30', week: WEEK },
          ],
        }),
      }),
    ).toEqual([]);
  });

  it('looks at hours wherever they stand: special days, market days, those of the bureau', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          'hours.exceptions': [
            {
              from: '2026-12-01',
              to: '2026-12-02',
              sessions: ['14:00-18:00', '08:30-12:00'],
              reason: '学习',
            },
          ],
          'hours.marketDays': {
            calendar: 'solar',
            digits: [1, 4, 7],
            sessions: ['08:30-12:00', '11:00-12:30'],
          },
        }),
        'counties/dong.json': fields({
          'bureau.hours': { seasons: [{ name: '夏', from: '05-01', to: '09-30', week: WEEK }] },
        }),
      }),
    ).toEqual([
      'counties/dong.json:20:7 hours | 司法局·办公时间·季节 bureau.hours.seasons | 1月1日至4月30日、10月1日至12月31日没有写在任何一季里 | 各季首尾相接，例如 "from": "05-01", "to": "09-30" 和 "from": "10-01", "to": "04-30"',
      'offices/dong/jia/office.json:55:11 hours | 办公时间·特殊日期·办公时段（不办公写 []）·时段 hours.exceptions[0].sessions[1] | 早于前一个时段 | 按先后写，后一段不早于前一段结束，例如 ["08:30-12:00", "14:00-18:00"]',
      'offices/dong/jia/office.json:69:9 hours | 办公时间·赶场日·办公时段·时段 hours.marketDays.sessions[1] | 与前一个时段重叠 | 按先后写，后一段不早于前一段结束，例如 ["08:30-12:00", "14:00-18:00"]',
    ]);
  });

  it('wants an end that is not before its beginning, be it a holiday or a vacancy', () => {
    const holiday = { name: '火把节', source: '通知' };
    const from = (day: string) => ({ ...holiday, from: day, to: '2026-08-03' });
    expect(
      problemsOf({
        [STAFF]: fields({ 'vacancies[0].since': '2027-03-01', 'vacancies[0].until': '2027-02-01' }),
        'counties/dong.json': fields({ localHolidays: [from('2026-08-03'), from('2026-08-05')] }),
      }),
    ).toEqual([
      'counties/dong.json:31:7 date | 地方假日·截止日 localHolidays[1].to | 2026-08-03 早于起始的 2026-08-05 | 写不早于 2026-08-05 的日期，例如 "to": "2026-08-05"',
      'offices/dong/jia/staff.json:27:7 date | 空缺岗位·预计到岗 vacancies[0].until | 2027-02-01 早于起始的 2027-03-01 | 写不早于 2027-03-01 的日期，例如 "until": "2027-03-01"',
    ]);
  });

  it('tells of a date that is none once, and draws nothing further from it', () => {
    expect(
      problemsOf({
        [AFFAIR]: replaced('published: 2026-11-02', 'published: 2026-13-02'),
        [STAFF]: fields({ 'vacancies[0].until': '2020-13-01' }),
        [OFFICE]: fields({ 'hours.seasons[0].from': '13-01' }),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:4:1 value | 发布日期 published | 不是日历上有的日期 | 例如写 published: 2026-11-22',
      'offices/dong/jia/office.json:30:9 value | 办公时间·季节·起 hours.seasons[0].from | 不是“月-日” | 例如写 "from": "05-01"',
      'offices/dong/jia/staff.json:27:7 value | 空缺岗位·预计到岗 vacancies[0].until | 不是日历上有的日期 | 例如写 "until": "2026-11-22"',
    ]);
  });

  it('asks for the next calendar from 60 days before the last day that is known', () => {
    const asked = (today: string, overrides = {}) =>
      aContent(overrides, today)
        .problems.map(row)
        .filter((line) => line.includes('new:calendar'));
    // The base knows 2026 and 2027.
    expect(asked('2027-10-31')).toEqual([]);
    expect(asked('2027-11-01')).toEqual([
      '! calendar/2027.json:2:3 date | 年份 year | 离2027年结束还有60天，还没有2028年的放假安排；没有它，2028-01-01起不再显示是否办公 | 国务院办公厅发布通知后，运行 npm run new:calendar -- 2028 --from 放假表.csv',
    ]);
    expect(asked('2028-01-01')).toHaveLength(1);
    expect(asked('2028-01-01')[0]).toContain('没有2028年（今年）的放假安排，现在不显示是否办公');
    // A later year does not stand in for the one that is missing.
    const gap = {
      'calendar/2027.json': null,
      'calendar/2028.json': {
        year: 2028,
        source: '测试',
        off: [{ name: '元旦', from: '2028-01-01', to: '2028-01-01' }],
        work: [],
      },
    };
    expect(asked('2026-11-22', gap)[0]).toContain('还没有2027年的放假安排');
    // Nor does the coming year for the current one.
    expect(asked('2026-11-22', { 'calendar/2026.json': null })[0]).toContain('没有2026年（今年）');
  });
});
