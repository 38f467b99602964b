import { describe, expect, it } from 'vitest';
import { fields, type Overrides, problemsOf } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const YI = 'offices/dong/yi/office.json';
const BING = 'offices/xi/bing/office.json';
const STAFF = 'offices/dong/jia/staff.json';
const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';

describe('the check of references', () => {
  it('names ids of staff that are not there', () => {
    expect(
      problemsOf({
        [STAFF]: fields({ 'people[0].deputy': 'yii', 'vacancies[0].acting': 'bing' }),
        [WHEREABOUTS]: fields({ 'entries[0].person': 'ding', 'entries[0].substitute': 'jia1' }),
      }),
    ).toEqual([
      'offices/dong/jia/staff.json:11:7 reference | 人员·B 角（不在时由谁接办） people[0].deputy | 没有“yii”这个人员 | 是不是 "deputy": "yi"；人已离岗的，删掉第 11 行',
      '! offices/dong/jia/staff.json:28:7 reference | 空缺岗位·暂代的人 vacancies[0].acting | 没有“bing”这个人员，页面上不显示 | 可以写：jia、yi；人已离岗的，删掉第 28 行',
      '! offices/dong/jia/whereabouts.json:5:7 reference | 去向·人员编号 entries[0].person | 没有“ding”这个人员，页面上不显示 | 可以写：jia、yi；人已离岗的，删掉第 3 行起的这一条',
      'offices/dong/jia/whereabouts.json:8:7 reference | 去向·接替人 entries[0].substitute | 没有“jia1”这个人员 | 是不是 "substitute": "jia"；人已离岗的，删掉第 8 行',
    ]);
  });

  it('lets nobody be his own deputy or substitute', () => {
    expect(
      problemsOf({
        [STAFF]: fields({ 'people[0].deputy': 'jia' }),
        [WHEREABOUTS]: fields({ 'entries[0].substitute': 'jia' }),
      }),
    ).toEqual([
      'offices/dong/jia/staff.json:11:7 reference | 人员·B 角（不在时由谁接办） people[0].deputy | B 角不能是本人 | 写另一个人的编号',
      'offices/dong/jia/whereabouts.json:8:7 reference | 去向·接替人 entries[0].substitute | 接替人不能是本人 | 写另一个人的编号',
    ]);
  });

  it('wants each person id once', () => {
    expect(
      problemsOf({
        [STAFF]: fields({ 'people[1].id': 'jia', 'people[0].deputy': undefined, vacancies: undefined }),
        [WHEREABOUTS]: fields({ 'entries[0].substitute': undefined }),
      }),
    ).toEqual([
      'offices/dong/jia/staff.json:13:7 duplicate | 人员·编号 people[1].id | 人员编号“jia”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项',
    ]);
  });

  it('lets nobody be in two places at once', () => {
    expect(
      problemsOf({
        [WHEREABOUTS]: {
          entries: ['08:30-12:00', '11:00-15:00'].map((session) => ({
            date: '2026-11-22',
            person: 'jia',
            session,
            state: '在岗',
          })),
        },
      }),
    ).toEqual([
      'offices/dong/jia/whereabouts.json:12:7 duplicate | 去向·时段 entries[1].session | 与第 1 条是同一人同一天，时段重叠 | 改成不重叠的时段，或删掉其中一条',
    ]);
  });

  it('does not take people for missing where staff.json cannot be read', () => {
    expect(problemsOf({ [STAFF]: '{' })).toEqual([
      'offices/dong/jia/staff.json:1:1 syntax | - | 缺少 } | 在这里补上 }',
    ]);
  });

  it('wants every service that an office offers described', () => {
    expect(problemsOf({ [OFFICE]: fields({ services: ['mediaton'] }) })).toEqual([
      'offices/dong/jia/office.json:51:5 reference | 提供的服务（不写则为全部）·网址名 services[0] | 没有“mediaton”这个办事指南 | 是不是 "mediation"',
    ]);
  });

  it('wants the members and matters of an area to exist, each once', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          kind: 'area',
          area: {
            name: '片区',
            members: ['dong/yii', 'dong/jia', 'xi/bing', 'samples/shili'],
            matters: ['correction'],
          },
        }),
        'offices/dong/yi/office.json': fields({
          kind: 'area',
          area: { name: '片区', members: ['xi/bing'], matters: ['mediation'] },
        }),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:70:7 reference | 片区·成员所 area.members[0] | 没有“dong/yii”这个司法所 | 是不是 "dong/yi"',
      'offices/dong/jia/office.json:71:7 reference | 片区·成员所 area.members[1] | 成员所不能是本所 | 写另一个司法所的编号',
      'offices/dong/jia/office.json:73:7 reference | 片区·成员所 area.members[3] | 没有“samples/shili”这个司法所 | 可以写：dong/jia、dong/yi、xi/bing',
      'offices/dong/jia/office.json:76:7 reference | 片区·承担的业务·网址名 area.matters[0] | 没有“correction”这个工作职能或办事指南 | 可以写：mediation',
      'offices/dong/yi/office.json:70:7 duplicate | 片区·成员所 area.members[0] | xi/bing 已经是 dong/jia 的成员所 | 一个司法所只属于一个片区，删掉一处',
    ]);
  });

  it('sends nobody from a closed office to another closed one', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          status: { state: 'closed', text: '撤并', since: '2026-01-01', successor: 'dong/yi' },
        }),
        'offices/dong/yi/office.json': fields({
          status: { state: 'closed', text: '撤并', since: '2026-01-01', successor: 'xi/bin' },
        }),
      }),
    ).toEqual([
      'divisions/dong.json:6:5 coverage | 乡镇、街道 townships[0] | 甲镇（991101100）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101100" 加进 "serves"',
      'divisions/dong.json:23:5 coverage | 乡镇、街道 townships[1] | 乙镇（991101101）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991101101" 加进 "serves"',
      'offices/dong/jia/office.json:9:5 reference | 状态·接替的司法所 status.successor | dong/yi 也已关闭 | 写仍在办公的司法所',
      'offices/dong/yi/office.json:9:5 reference | 状态·接替的司法所 status.successor | 没有“xi/bin”这个司法所 | 是不是 "successor": "xi/bing"',
    ]);
  });

  it('names the open office at the end where it is known, and never sends an office to itself', () => {
    const closed = (successor: string) =>
      fields({ status: { state: 'closed', text: '撤并', since: '2026-01-01', successor } });
    const told = (overrides: Overrides) =>
      problemsOf(overrides).filter((line) => line.includes(' reference '));
    const path = 'status.successor';
    expect(told({ [BING]: closed('dong/yi'), [YI]: closed('dong/jia') })).toEqual([
      `${BING}:9:5 reference | 状态·接替的司法所 ${path} | dong/yi 也已关闭 | 改成 "successor": "dong/jia"`,
    ]);
    expect(told({ [BING]: closed('dong/yi'), [YI]: closed('xi/bing') })).toEqual([
      `${YI}:9:5 reference | 状态·接替的司法所 ${path} | xi/bing 也已关闭 | 写仍在办公的司法所`,
      `${BING}:9:5 reference | 状态·接替的司法所 ${path} | dong/yi 也已关闭 | 写仍在办公的司法所`,
    ]);
    expect(told({ [OFFICE]: closed('dong/jia') })).toEqual([
      `${OFFICE}:9:5 reference | 状态·接替的司法所 ${path} | 接替的不能是本所 | 写另一个司法所的编号`,
    ]);
  });

  it('wants members, services and what is said of them once in an office', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({
          services: ['mediation', 'mediation'],
          serviceNotes: ['周一', '周二'].map((time) => ({ service: 'mediation', time })),
          kind: 'area',
          area: { name: '片区', members: ['xi/bing', 'xi/bing'], matters: ['mediation'] },
        }),
      }),
    ).toEqual([
      `${OFFICE}:52:5 duplicate | 提供的服务（不写则为全部）·网址名 services[1] | 办事指南“mediation”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项`,
      `${OFFICE}:74:7 duplicate | 本所办事的不同之处·办事指南 serviceNotes[1].service | 办事指南“mediation”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项`,
      `${OFFICE}:82:7 duplicate | 片区·成员所 area.members[1] | 成员所“xi/bing”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项`,
    ]);
  });

  it('wants the guides that a question or any other text leads to to be there', () => {
    const question = `---\ntitle: 收费吗？\norder: 1\naliases: [要钱吗]\nsummary: 不收费。\nservices: [mediatoin]\nbasis: [{ law: mediation-law, articles: [第五条] }]\nupdated: 2026-11-20\n---\n\n不收费。\n`;
    expect(problemsOf({ 'questions/fees.md': question })).toEqual([
      'questions/fees.md:6:12 reference | 接下来看哪些办事指南·网址名 services[0] | 没有“mediatoin”这个办事指南 | 是不是 mediation',
    ]);
  });

  it('wants functions, services and laws to name each other rightly', () => {
    expect(
      problemsOf({
        'functions/mediation.md': (text) =>
          text.replace('services: [mediation]', 'services: [mediatoin]').replace('第五条', '第六条'),
        'services/mediation.mdx': (text) =>
          text
            .replace('related: []', 'related: [mediation, other]')
            .replace('law: mediation-law', 'law: mediation-laws'),
        'laws/mediation-law.json': fields({ successor: 'x' }),
      }),
    ).toEqual([
      'functions/mediation.md:8:12 reference | 相关服务·网址名 services[0] | 没有“mediatoin”这个办事指南 | 是不是 mediation',
      'functions/mediation.md:9:42 reference | 依据·条 basis[0].articles[0] | 没有“第六条”这个条文（laws/mediation-law.json 的 articles 里） | 可以写：第五条',
      'laws/mediation-law.json:30:3 reference | 接替的法律 successor | 没有“x”这个法律 | 可以写：mediation-law',
      'services/mediation.mdx:11:11 reference | 依据·法律（laws/ 里的文件名） basis[0].law | 没有“mediation-laws”这个法律 | 是不是 law: mediation-law',
      'services/mediation.mdx:27:22 reference | 相关事项·网址名 related[1] | 没有“other”这个办事指南 | 可以写：mediation',
    ]);
  });

  it('wants the guides that notes and questions lead to described', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ serviceNotes: [{ service: 'mediaton', time: '周一' }] }),
        'ways.json': {
          question: '什么事',
          note: '说明',
          answers: [
            { text: '甲', services: ['mediation', 'other'] },
            {
              text: '乙',
              next: { question: '再问', answers: [{ text: '丙', services: ['other'] }, { text: '丁' }] },
            },
          ],
        },
        'elsewhere.json': {
          items: [
            {
              id: 'a',
              title: '甲',
              aliases: ['甲'],
              whose: '公安机关',
              where: '派出所',
              services: ['other'],
            },
          ],
        },
      }),
    ).toEqual([
      'elsewhere.json:12:9 reference | 事项·看哪份指南·网址名 items[0].services[0] | 没有“other”这个办事指南 | 可以写：mediation',
      'offices/dong/jia/office.json:69:7 reference | 本所办事的不同之处·办事指南 serviceNotes[0].service | 没有“mediaton”这个办事指南 | 是不是 "service": "mediation"',
      'ways.json:9:9 reference | 回答·看哪份指南·网址名 answers[0].services[1] | 没有“other”这个办事指南 | 可以写：mediation',
      'ways.json:20:15 reference | 回答·看哪份指南·网址名 answers[1].next.answers[0].services[0] | 没有“other”这个办事指南 | 可以写：mediation',
    ]);
  });

  it('wants ids within a file once', () => {
    expect(
      problemsOf({
        'disclosure.json': (text) => ({
          items: [0, 1].map(() => (JSON.parse(text) as { items: unknown[] }).items[0]),
        }),
        'offices/dong/jia/statistics.json': fields({
          months: [1, 2].map((mediations) => ({ month: '2026-10', mediations })),
        }),
      }),
    ).toEqual([
      'disclosure.json:15:7 duplicate | 公开事项·编号 items[1].id | 编号“phone”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项',
      'offices/dong/jia/statistics.json:8:7 duplicate | 各月·月份 months[1].month | 月份“2026-10”重复，第 1 项已经用过 | 改成不同的，或删掉重复的一项',
    ]);
  });

  it('lets a redirect lead to a page, and not from one', () => {
    expect(
      problemsOf({
        'redirects.json': { redirects: [{ from: '/offices/xi/', to: '/offices/don/', reason: '改名' }] },
      }),
    ).toEqual([
      'redirects.json:4:7 reference | 跳转·旧地址 redirects[0].from | /offices/xi/ 现在仍是一页，不能跳走 | 删掉这一条跳转',
      'redirects.json:5:7 reference | 跳转·新地址 redirects[0].to | 站内没有 /offices/don/ 这一页 | 改成 "to": "/offices/dong/"',
    ]);
  });
});
