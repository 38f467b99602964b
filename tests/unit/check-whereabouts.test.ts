import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { peopleView } from '../../src/views/people.ts';
import { whereaboutsView } from '../../src/views/whereabouts.ts';
import { aContent, fields, problemsOf, row, TODAY, withContent } from '../helpers/content.ts';

const STAFF = 'offices/dong/jia/staff.json';
const FILE = 'offices/dong/jia/whereabouts.json';

const entry = (more: object = {}) => ({
  date: '2026-11-24',
  person: 'jia',
  session: '09:00-12:00',
  state: '公出',
  ...more,
});
const week = (more: object = {}) => ({
  person: 'jia',
  days: [1, 2],
  session: '09:00-12:00',
  state: '公出',
  ...more,
});
const planned = (...rows: object[]) => ({
  entries: [],
  plan: { from: '2026-11-23', until: '2026-12-31', week: rows },
});

describe('the check of whereabouts', () => {
  it('refuses every word beyond the six states, and says why', () => {
    expect(
      problemsOf({
        [FILE]: { entries: [entry({ reason: '看病', place: '甲一村3组' })], note: '张三家' },
      }),
    ).toEqual([
      'offices/dong/jia/whereabouts.json:8:7 unknownField | 去向 entries[0].reason | 没有“reason”这个字段：去向只写六类，不写地点、原因、对象 | 删掉它；这里还可以写：back、substitute',
      'offices/dong/jia/whereabouts.json:9:7 unknownField | 去向 entries[0].place | 没有“place”这个字段：去向只写六类，不写地点、原因、对象 | 删掉它；这里还可以写：back、substitute',
      'offices/dong/jia/whereabouts.json:12:3 unknownField | note | 没有“note”这个字段：去向只写六类，不写地点、原因、对象 | 删掉它；这里还可以写：plan',
    ]);
    expect(problemsOf({ [FILE]: planned(week({ note: '走访' })) })[0]).toContain('去向只写六类');
    expect(problemsOf({ [FILE]: { entries: [entry({ state: '去医院' })] } })[0]).toContain(
      '可以写：在岗、入户走访、会议培训、公出、休假、其他公务',
    );
  });

  it('lets no plan hold longer than two months, or end before it begins', () => {
    const until = (day: string) => ({
      entries: [],
      plan: { from: '2026-11-23', until: day, week: [week()] },
    });
    expect(problemsOf({ [FILE]: until('2027-01-24') })).toEqual([]);
    expect(problemsOf({ [FILE]: until('2027-01-25') })[0]).toContain('最多管 62 天');
    expect(problemsOf({ [FILE]: until('2026-11-22') })[0]).toContain('早于起始日');
  });

  it('wants the people of a plan to exist, once in each hour', () => {
    expect(
      problemsOf({
        [FILE]: planned(
          week(),
          week({ days: [2, 3], session: '11:00-15:00' }),
          week({ person: 'bing', days: [4] }),
          week({ days: [5], substitute: 'jia' }),
        ),
      }).map((line) => line.split(' | ').slice(1).join(' | ')),
    ).toEqual([
      '每周安排·一周安排·时段 plan.week[1].session | 与第 1 条是同一人同一天，时段重叠 | 改成不重叠的时段，或删掉其中一条',
      '每周安排·一周安排·人员编号 plan.week[2].person | 没有“bing”这个人员，页面上不显示 | 可以写：jia、yi；人已离岗的，删掉第 25 行起的这一条',
      '每周安排·一周安排·接替人 plan.week[3].substitute | 接替人不能是本人 | 写另一个人的编号',
    ]);
  });

  it('reminds of a substitute who is away himself, by the day or by the week', () => {
    const away = { person: 'yi', state: '休假' };
    const said = '! offices/dong/jia/whereabouts.json';
    const daily = problemsOf({ [FILE]: { entries: [entry({ substitute: 'yi' }), entry(away)] } });
    const weekly = problemsOf({ [FILE]: planned(week({ substitute: 'yi' }), week(away)) });
    const mixed = problemsOf({ [FILE]: { ...planned(week(away)), entries: [entry({ substitute: 'yi' })] } });
    for (const found of [daily, weekly, mixed]) {
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(said);
      expect(found[0]).toContain('接替人自己也不在（休假）');
    }
  });

  it('reminds that an office of one tells no return time', () => {
    const one = fields({
      'people[0].deputy': undefined,
      people: [{ id: 'jia', name: '示例甲', post: '所长', role: 'head', duties: ['接待'] }],
      vacancies: undefined,
    });
    expect(problemsOf({ [STAFF]: one, [FILE]: { entries: [entry({ back: '11:00' })] } })).toEqual([
      '! offices/dong/jia/whereabouts.json:8:7 value | 去向·预计返回 entries[0].back | 只有一名工作人员的所不公布返回时间，页面只写“请先电话联系” | 删掉这一项',
    ]);
  });

  it('lets an office of several tell when somebody is back', () => {
    expect(problemsOf({ [FILE]: { entries: [entry({ back: '11:00' })] } })).toEqual([]);
  });

  it('says which lines to take out when somebody has left', () => {
    const left = problemsOf({ [STAFF]: fields({ 'people[1].id': 'wu' }) });
    expect(left.map((line) => line.replace(/^.*；/, ''))).toEqual([
      '人已离岗的，删掉第 11 行',
      '人已离岗的，删掉第 28 行',
      '人已离岗的，删掉第 8 行',
    ]);
  });

  it('a bad file in a folder of their own stops no build: it is left out and told, the others are used', () => {
    const theirs = {
      [FILE]: { entries: [entry({ state: '看病' })] },
      'offices/dong/yi/whereabouts.json': '{',
      'offices/xi/bing/whereabouts.json': { entries: [] },
    };
    withContent({ [FILE]: null }, (content) =>
      withContent(theirs, (whereabouts) => {
        const load = (sparing: boolean) => loadContent(content, { today: TODAY, whereabouts, sparing });
        const { catalogue, leftOut, problems } = load(true);
        const faulty = ['offices/dong/jia/whereabouts.json', 'offices/dong/yi/whereabouts.json'];
        expect(leftOut.map((file) => file.replace(/^.*?offices/, 'offices'))).toEqual(faulty);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect([...new Set(errors.map(({ file }) => file))]).toEqual(leftOut);
        const there = (id: string) =>
          catalogue?.offices.find((one) => one.id === id)?.whereabouts !== undefined;
        expect(['dong/jia', 'dong/yi', 'xi/bing'].map(there)).toEqual([false, false, true]);
        expect(load(false).catalogue).toBeUndefined();
      }),
    );
  });

  it('reads whereabouts from a folder of their own, and none from the content then', () => {
    const theirs = { [FILE]: { entries: [entry({ state: '休假' })] }, 'offices/dong/jia/staff.json': '{' };
    const bare = Object.fromEntries(Object.entries(theirs));
    withContent({ [FILE]: { entries: [entry({ person: 'nobody' })] } }, (content) =>
      withContent(bare, (whereabouts) => {
        const loaded = loadContent(content, { today: TODAY, whereabouts });
        expect(loaded.problems.filter(({ severity }) => severity === 'error').map(row)).toEqual([]);
        const office = loaded.catalogue?.offices.find(({ id }) => id === 'dong/jia');
        expect(office?.whereabouts?.entries.map(({ state }) => state)).toEqual(['休假']);
        expect(loaded.problems.every(({ file }) => !file.includes('whereabouts.json'))).toBe(true);
      }),
    );
  });

  it.each([
    ['a place', { place: '甲一村3组12号' }],
    ['a name of somebody visited', { visited: '张三' }],
    ['a reason', { state: '看病' }],
    ['a reason behind the state', { state: '休假（住院）' }],
    ['a place behind the hours', { session: '09:00-12:00 甲一村' }],
    ['an identity number for the hours', { session: '11010519491231002X' }],
    ['a telephone for the return', { back: '13800138000' }],
    ['a sentence for the return', { back: '看完病回来' }],
    ['a name for the person', { person: '示例甲' }],
    ['a place behind the date', { date: '2026-11-24 县医院' }],
  ])('publishes nothing that carries %s', (_, more) => {
    const { catalogue, problems } = aContent({ [FILE]: { entries: [entry(more)] } });
    expect(catalogue).toBeUndefined();
    // What looks like a number of a person is told a second time, as that.
    const errors = problems.filter(({ severity, kind }) => severity === 'error' && kind !== 'privacy');
    expect(errors).toHaveLength(1);
    expect(problems.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  it('keeps movement out of the sentences beside the hours, and says where it belongs', () => {
    const exception = (reason: string) =>
      problemsOf({
        'offices/dong/jia/office.json': fields({
          'hours.exceptions': [{ from: '2026-12-01', to: '2026-12-01', sessions: [], reason }],
        }),
      });
    for (const [text, found] of [
      ['示例甲下乡', '工作人员的姓名“示例甲”'],
      ['所长住院', '“住院”'],
      ['到甲一村3组12号走访', '“组12号”'],
      ['到李四家里走访', '“四家里”'],
      ['请拨 138 0013 8000', '手机号'],
      ['１１０１０５１９４９１２３１００２Ｘ', '身份证号'],
    ])
      expect(exception(text ?? '').join()).toContain(
        `写了${found}：个人的去向、原因和住址不能公开 | 只写窗口是否办公`,
      );
    for (const text of [
      '全所到集市宣传，请到集市咨询点',
      '参加宪法日活动',
      '搬到公示路18号，请拨0833-2123456',
    ])
      expect(exception(text)).toEqual([]);
  });

  it('lets somebody leave with one edit: the rest of the site goes on, and shows them nowhere', () => {
    const people = (text: string) => {
      const data = JSON.parse(text) as { people: { id: string }[] };
      return { ...data, people: data.people.filter(({ id }) => id !== 'yi') };
    };
    const { catalogue, problems } = aContent({ [STAFF]: people });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
    const view = office && catalogue && peopleView(office, catalogue);
    expect(view?.people.map(({ id, deputyName }) => [id, deputyName])).toEqual([['jia', undefined]]);
    expect(view?.vacancies[0]?.actingName).toBeUndefined();
    const now = new Date(`${TODAY}T00:00:00Z`);
    const published = office && catalogue && whereaboutsView(office, catalogue, now);
    expect(JSON.stringify(published)).not.toMatch(/"yi"|示例乙/);
  });
});
