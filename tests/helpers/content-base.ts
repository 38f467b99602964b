import type { Content } from './content.ts';

/** A small valid city: every kind of file once, two counties, three townships, fictional throughout. */

const source = { source: '示例市司法局', verifiedOn: '2026-11-01' };

const site = {
  title: '示例市司法所公开',
  shortTitle: '司法所公开',
  description: '示例市各司法所公开的内容',
  city: {
    name: '示例市',
    shortName: '示例',
    code: '9911',
    areaCode: '0833',
    box: { west: 102.2, south: 28.4, east: 104.3, north: 30 },
    maxKmFromSeat: 100,
  },
  publisher: { name: '示例市司法局', confirmed: false },
  hotlines: [{ number: '12348', name: '公共法律服务热线' }],
  filings: {},
  intervals: { contactDays: 90, hoursDays: 180, placeDays: 365, staffDays: 90 },
  features: { samples: true, standards: true, national: false },
  contentLicence: 'CC BY 4.0',
  dataSources: [],
  contentVersion: 2,
};

const hours = {
  seasons: [
    {
      name: '全年',
      from: '01-01',
      to: '12-31',
      week: [{ days: [1, 2, 3, 4, 5], sessions: ['08:30-12:00', '14:00-18:00'] }],
    },
  ],
};

const county = (code: string, name: string, lon: number) => ({
  code,
  name,
  shortName: name.slice(0, 2),
  order: Number(code.slice(-1)),
  seat: { lon, lat: 29.2, crs: 'WGS84', precision: 'county', source: '测试' },
  bureau: { name: `${name}司法局`, provenance: source },
});

const village = (code: string, name: string) => ({ code, name, kind: 'village' });

const township = (code: string, name: string, slug: string, villages: readonly string[]) => ({
  code,
  name,
  slug,
  communities: villages.map((one, at) => village(`${code}20${at + 1}`, one)),
});

const office = (name: string, code: string) => ({
  name: `${name}司法所`,
  shortName: `${name}所`,
  kind: 'township',
  status: { state: 'normal' },
  serves: [code],
  phones: [{ number: '0833-2123456', use: 'consult' }],
  place: {
    point: { lon: 103.9, lat: 29.3, crs: 'WGS84', precision: 'township', source: '测试' },
  },
  hours,
  services: ['mediation'],
  provenance: { establishment: source, contact: source, hours: source },
});

const staff = {
  people: [
    { id: 'jia', name: '示例甲', post: '所长', role: 'head', duties: ['主持工作'], deputy: 'yi' },
    { id: 'yi', name: '示例乙', post: '司法助理员', role: 'assistant', duties: ['接待'] },
  ],
  vacancies: [{ post: '工作人员', since: '2026-10-01', until: '2027-03-01', acting: 'yi' }],
  provenance: source,
};

const notice = (title: string, published: string) => `---
title: ${title}
category: 通知公告
published: ${published}
source: 示例市司法局
---

## 内容

正文。
`;

const functionPage = `---
title: 指导人民调解
order: 1
summary: 邻里闹矛盾，帮您找到调解员。
since: { kind: seed, label: 方案 }
decides: { who: 调解委员会, officeRole: 指导, text: 司法所负责指导。 }
meaning: [可以来申请]
services: [mediation]
basis: [{ law: mediation-law, articles: [第五条] }]
---

## 怎么做

见[办事指南](/services/mediation/)。
`;

const service = `---
title: 申请人民调解
order: 1
aliases: [吵架, 邻居, 纠纷]
summary: 请人评理。
kind: office
defaultOffered: true
functions: [mediation]
audience: [任何人]
decides: { who: 调解委员会, note: 自愿 }
basis: [{ law: mediation-law, articles: [第五条] }]
conditions: [双方自愿]
notAccepted: []
materials: [{ name: 身份证, original: true, copies: 0, required: true, certainty: read }]
channels: [{ kind: 窗口, text: 到司法所 }]
place: 司法所
time: 工作日
steps: [{ title: 申请, actor: 您, text: 说明情况 }, { title: 调解, actor: 调解员, text: 主持调解 }]
limits: []
noLimitNote: 法律没有规定时限
fee: { free: true, text: 不收费 }
result: [调解协议书]
consult: 拨打12348
supervision: 拨打12345
remedies: [{ text: 可以起诉 }]
faqs: [{ q: 收费吗, a: 不收 }, { q: 多久, a: 看情况 }, { q: 能反悔吗, a: 签字前可以 }]
related: []
elsewhere: 到邻近的司法所
updated: 2026-11-01
source: 示例市司法局
---
`;

const rule = `---
title: 请示汇报制度
order: 1
group: general
template: true
openness: summary
purpose: 说清楚向谁汇报。
points: [按时汇报]
responsible: 所长
records: [登记本]
supervision: 拨打监督电话
basis: [{ law: mediation-law, articles: [] }]
---
`;

const law = {
  name: '示例调解法',
  shortName: '调解法',
  kind: '法律',
  issuer: '示例机关',
  status: 'in-force',
  articles: [{ article: '第五条', gist: '司法行政部门负责指导。', certainty: 'read' }],
  editions: [{ id: '2010', name: '2010年制定', effective: '2011-01-01' }],
  read: [{ edition: '2010', on: '2026-11-01', where: '测试', extent: 'full' }],
  current: '2026-11-01',
};

export const BASE: Readonly<Record<string, Content>> = {
  'site.json': site,
  'disclosure.json': {
    items: [
      {
        id: 'phone',
        title: '办公电话',
        short: '电话',
        disclosure: 'people',
        expects: '能拨通的电话',
        supplier: 'office',
        freshness: 'verified',
        basis: '方案',
        evidence: 'contact',
      },
    ],
  },
  'redirects.json': { redirects: [{ from: '/jiu/', to: '/offices/dong/', reason: '改名' }] },
  'readings.json': { readings: { 犍为: 'qian wei' } },
  'calendar/2026.json': {
    year: 2026,
    source: '通知',
    off: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }],
    work: ['2026-01-04'],
  },
  'calendar/2027.json': {
    year: 2027,
    source: '通知',
    off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
    work: [],
  },
  'counties/dong.json': county('991101', '东县', 103.9),
  'counties/xi.json': county('991102', '西县', 103.5),
  'divisions/dong.json': {
    code: '991101',
    name: '东县',
    source: '测试',
    townships: [
      township('991101100', '甲镇', 'jia', ['甲一村', '甲二村']),
      township('991101101', '乙镇', 'yi', ['乙一村', '乙二村']),
    ],
  },
  'divisions/xi.json': {
    code: '991102',
    name: '西县',
    source: '测试',
    townships: [township('991102100', '丙镇', 'bing', ['丙一村'])],
  },
  'offices/dong/jia/office.json': office('甲镇', '991101100'),
  'offices/dong/jia/staff.json': staff,
  'offices/dong/jia/whereabouts.json': {
    entries: [{ date: '2026-11-22', person: 'jia', session: '08:30-12:00', state: '在岗', substitute: 'yi' }],
  },
  'offices/dong/jia/statistics.json': { months: [{ month: '2026-10', mediations: 3 }], provenance: source },
  'offices/dong/jia/affairs/2026-11-02-tongzhi.md': notice('学法通知', '2026-11-02'),
  'offices/dong/yi/office.json': office('乙镇', '991101101'),
  'offices/xi/bing/office.json': office('丙镇', '991102100'),
  'affairs/2026-11-03-jihua.md': notice('全市计划', '2026-11-03'),
  'functions/mediation.md': functionPage,
  'services/mediation.mdx': service,
  'rules/baogao.md': rule,
  'laws/mediation-law.json': law,
  'pages/about.mdx':
    '---\ntitle: 关于本站\ndescription: 本站公开什么。\n---\n\n见[内容](#公开什么)。\n\n## 公开什么\n\n四公开。\n',
  'README.md': '给作者的说明',
  'samples/county.json': { ...county('990101', '示例县', 103.7), order: 1 },
  'samples/divisions.json': {
    code: '990101',
    name: '示例县',
    source: '虚构',
    townships: [township('990101100', '示例镇', 'shili', ['示例村'])],
  },
  'samples/shili/office.json': {
    ...office('示例镇', '990101100'),
    phones: [{ number: '0833-0100001', use: 'consult' }],
  },
};
