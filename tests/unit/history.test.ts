/** What is told of an office's past, and what never is. */
import { describe, expect, it } from 'vitest';
import type { History, OfficeSnapshot } from '../../src/domain/history.ts';
import { NO_HISTORY, pastOf } from '../../src/domain/history.ts';
import { pastFields, pastInherited } from '../../src/domain/office-fields.ts';
import { tell } from '../../src/domain/suppression.ts';
import { paths } from '../../src/domain/urls.ts';
import { exportsOf } from '../../src/exports/table.ts';
import type { OfficeRecord } from '../../src/schemas/office.ts';
import { historyView } from '../../src/views/history/page.ts';
import { officePast } from '../../src/views/history/pasts.ts';
import { fingerprint, namedUuid } from '../../src/catalogue/revision.ts';
import { aContent } from '../helpers/content.ts';
import { filesNow, historyOf } from '../helpers/history.ts';

const ID = 'dong/jia';
const { catalogue: city } = aContent();
if (!city) throw new Error('the usual content has errors');
const office = city.offices.find(({ id }) => id === ID)!;
const now = filesNow(office);

const withRecord = (changes: Partial<OfficeRecord>): OfficeSnapshot => ({
  ...now,
  record: { ...office.record, ...changes },
});

/** The past of the office: what it was at some releases, before it became what it is. */
const history = (
  past: Readonly<Record<string, OfficeSnapshot | undefined>>,
  withdrawn: Readonly<Record<string, History['moments'][number]['withdrawn']>> = {},
): History => {
  const states = Object.entries(past);
  return historyOf(
    city,
    [...states.map(([date]) => date), undefined].map((date) => ({
      date,
      withdrawn: withdrawn[date ?? 'now'] ?? [],
    })),
    (at, same, id) => (id === ID && at < states.length ? states[at]?.[1] : same),
  );
};

const view = (of: History, catalogue = city) => historyView(office, catalogue, of);
const linesOf = (of: History, catalogue = city) =>
  view(of, catalogue).releases.map(({ title, lines }) => [title, ...lines.map(({ text }) => text)]);

const context = {
  address: (path: string) => path,
  within: (path: string) => path,
  digest: fingerprint,
  uuid: namedUuid,
  now: new Date('2026-11-28T02:00:00Z'),
};

type Taken = NonNullable<OfficeSnapshot['inherited']>;
const taken = now.inherited!;
const withCounty = (changes: Partial<Taken['county']>, more: Partial<Taken> = {}): OfficeSnapshot => ({
  ...now,
  inherited: { ...taken, ...more, county: { ...taken.county, ...changes } },
});
const withBureau = (changes: Partial<Taken['county']['bureau']>) =>
  withCounty({ bureau: { ...taken.county.bureau, ...changes } });

const withPhone = (number: string, source = '示例县司法局', verifiedOn = '2026-11-18') =>
  withRecord({
    phones: [{ number, use: 'consult', note: '找示例丁' }],
    provenance: { ...office.record.provenance, contact: { source, verifiedOn } },
  });

describe('what changed in an office', () => {
  it('is told in plain words, with the day it was published and whose word it is', () => {
    const of = history({ '2026-11-02': withPhone('0833-0000001'), '2026-11-20': withPhone('0833-0000002') });
    expect(view(of).releases.at(-1)).toEqual({
      date: '2026-11-20',
      title: '2026年11月20日',
      lines: [
        {
          text: '咨询电话由0833-0000001改为0833-0000002',
          from: '来源：示例县司法局，2026年11月18日核实',
          path: undefined,
        },
      ],
    });
  });

  it.each<[string, Partial<OfficeRecord>, Partial<OfficeRecord>, string[]]>([
    ['a new fact', {}, { email: 'sfs@example.gov.cn' }, ['公布了电子邮箱：sfs@example.gov.cn']],
    [
      'a fact taken back',
      { email: 'a@example.gov.cn' },
      {},
      ['不再公布电子邮箱（原来是“a@example.gov.cn”）'],
    ],
    [
      'things of a list',
      { plates: ['甲', '乙'] },
      { plates: ['乙', '丙'] },
      ['加挂牌子增加了丙', '加挂牌子去掉了甲'],
    ],
    [
      'a state with its days',
      {},
      { status: { state: 'limited', text: '示例丁说', from: '2026-12-01', until: '2026-12-31' } },
      ['状态由“正常办公”改为“服务受限（2026年12月1日至2026年12月31日）”', '状态的说明有更新'],
    ],
    ['words of the author’s own', { note: '找示例丁' }, { note: '找示例戊' }, ['补充说明有更新']],
    ['nothing', { note: '同' }, { note: '同' }, []],
  ])('of %s', (_, was, is, lines) => {
    const of = history({ '2026-11-02': withRecord(was), '2026-11-20': withRecord(is) });
    expect(
      linesOf(of)
        .find(([title]) => title === '2026年11月20日')
        ?.slice(1) ?? [],
    ).toEqual(lines);
  });

  it('also where somebody looked again and found everything as it was', () => {
    const of = history({
      '2026-11-02': withPhone('0833-0000001'),
      '2026-11-20': withPhone('0833-0000001', '示例县司法局', '2026-11-19'),
    });
    expect(linesOf(of).at(-1)).toEqual(['2026年11月20日', '核对了联系方式，没有变化']);
  });

  it('is told without a day while it is not released', () => {
    const of = history({ '2026-11-02': withPhone('0833-0000001') });
    expect(linesOf(of)[0]?.[0]).toBe('还没有发布日期的修改');
  });

  it('does not publish personal data once more that was put right since', () => {
    const leak = '13800138000';
    const was = withRecord({
      place: { address: `镇1号，电话${leak}` },
      provenance: { ...office.record.provenance, place: { source: `向${leak}问的` } },
    });
    const of = history({ '2026-11-02': was, '2026-11-20': withRecord({ place: { address: '镇1号' } }) });
    expect(linesOf(of).at(-1)?.[1]).toMatch(/不重复/);
    const back = history({ '2026-11-02': now, '2026-11-20': was });
    for (const one of [of, back]) {
      const files = exportsOf(city, { ...context, history: one }).filter(({ path }) =>
        /changes|history/.test(path),
      );
      expect([JSON.stringify(view(one)), ...files.map(({ build }) => build())].join()).not.toContain(leak);
    }
  });

  it('names nobody who left, wherever the name stood', () => {
    const was = {
      ...withRecord({
        place: { address: '镇1号，示例辛家楼下' },
        provenance: { ...office.record.provenance, place: { source: '示例辛核对' } },
      }),
      people: ['示例甲', '示例辛'],
    };
    const is = withRecord({ place: { address: '镇1号' } });
    for (const past of [
      { '2026-11-02': was, '2026-11-20': is },
      { '2026-11-02': is, '2026-11-20': was },
    ]) {
      const of = history(past);
      const files = exportsOf(city, { ...context, history: of }).filter(({ path }) =>
        /changes|history/.test(path),
      );
      expect([JSON.stringify(view(of)), ...files.map(({ build }) => build())].join()).not.toContain('示例辛');
    }
  });

  it('tells of the standards only where the city publishes them', () => {
    const of = history({ '2026-11-02': now, '2026-11-20': withRecord({ standards: { registered: true } }) });
    expect(linesOf(of).find(([day]) => day === '2026年11月20日')).toEqual([
      '2026年11月20日',
      '规范化建设有更新',
    ]);
    const { site } = city;
    const silent = { ...city, site: { ...site, features: { ...site.features, standards: false } } };
    expect(linesOf(of, silent).map(([day]) => day)).not.toContain('2026年11月20日');
  });

  it('says of figures which months, of no count what it was, of a change that nobody may see nothing', () => {
    const figures = (consultations: number, month = '2026-09') => ({
      ...now,
      statistics: tell({ months: [{ month, consultations }], provenance: { source: '所' } }),
    });
    const texts = (a: OfficeSnapshot, b: OfficeSnapshot) =>
      linesOf(history({ '2026-11-02': a, '2026-11-20': b })).find(([day]) => day === '2026年11月20日');
    expect(texts(figures(12), figures(13))).toEqual(['2026年11月20日', '更正了2026年9月的工作量']);
    expect(texts({ ...now, statistics: undefined }, figures(3))).toEqual([
      '2026年11月20日',
      '公布了2026年9月的工作量',
    ]);
    expect(texts(figures(3), figures(4))).toBeUndefined();
  });
});

describe('what an office takes from its county', () => {
  const supervision = (number: string) => ({ number, use: 'supervision' as const, note: '找示例丁' });
  const holiday = (to: string) => ({ name: '示例节', from: '2026-12-01', to, source: '示例县' });
  const named = (name: string) => [{ code: taken.places[0]!.code, name }];

  it.each<[string, OfficeSnapshot, OfficeSnapshot, string[]]>([
    [
      'a telephone of the bureau',
      withBureau({ phones: [supervision('0833-0000001')] }),
      withBureau({ phones: [supervision('0833-0000002')] }),
      ['县级司法局的监督电话由0833-0000001改为0833-0000002'],
    ],
    [
      'its hours and address',
      now,
      withBureau({ hours: office.record.hours!, address: '示例路1号' }),
      ['公布了县级司法局的地址：示例路1号', '公布了县级司法局的办公时间：周一至周五08:30—12:00，14:00—18:00'],
    ],
    [
      'holidays of the county',
      withCounty({ localHolidays: [holiday('2026-12-02')] }),
      withCounty({ localHolidays: [holiday('2026-12-03')] }),
      ['本县的地方假日由“2026年12月1日至2026年12月2日”改为“2026年12月1日至2026年12月3日”'],
    ],
    [
      'the name of a township',
      withCounty({}, { places: named('甲乡') }),
      withCounty({}, { places: named('甲镇'), former: ['甲乡'] }),
      ['服务区域由“甲乡”改为“甲镇”', '公布了以前的地名：甲乡'],
    ],
    [
      'words of the author’s own',
      now,
      withCounty({ language: { text: '可以请翻译', law: '示例条例' } }),
      ['说自己的语言、请翻译的权利有更新'],
    ],
    [
      'a source, and nothing else',
      now,
      withBureau({ provenance: { source: '示例县司法局' } }),
      ['主管的司法局的来源有更新'],
    ],
  ])('is told: %s', (_, was, is, lines) => {
    const of = history({ '2026-11-02': was, '2026-11-20': is });
    expect(
      linesOf(of)
        .find(([title]) => title === '2026年11月20日')
        ?.slice(1),
    ).toEqual(lines);
  });

  it('names nobody who left any of its offices', () => {
    const leaving = { source: '示例辛核对', verifiedOn: '2026-11-18' };
    const of = historyOf(
      city,
      ['2026-11-02', '2026-11-20', undefined].map((date) => ({ date, withdrawn: [] })),
      (at, same, id) => {
        if (at === 0 && id !== ID) return { ...same, people: ['示例辛'] };
        return at === 1 && id === ID ? withBureau({ address: '示例辛家楼下', provenance: leaving }) : same;
      },
    );
    const files = exportsOf(city, { ...context, history: of }).filter(({ path }) =>
      /changes|history/.test(path),
    );
    const all = [JSON.stringify(view(of)), ...files.map(({ build }) => build())].join();
    expect(all).toContain('这里不重复');
    expect(all).not.toContain('示例辛');
  });
});

describe('documents that notices carry along', () => {
  const path = paths.attachment(ID, 'jihua.pdf');
  const data = { ...office.notices[0]!.data };
  const notice = {
    ...office.notices[0]!,
    attachments: [{ title: '培训计划', path, size: 1, read: () => new Uint8Array() }],
  };
  const carrying = {
    ...city,
    offices: city.offices.map((one) => (one === office ? { ...office, notices: [notice] } : one)),
  };
  const files = (...documents: readonly (readonly [string, string])[]) => ({ ...now, documents });
  const days = (of: History, catalogue = carrying) =>
    historyView(
      catalogue.offices.find(({ id }) => id === ID)!,
      catalogue,
      of,
    )
      .releases.filter(({ date }) => date !== undefined)
      .map(({ lines }) => lines.map(({ text, path: leads }) => [text, leads]));

  it('are told by their title of today: added, replaced, gone', () => {
    const of = history({
      '2026-11-02': files(['files/old.pdf', 'o']),
      '2026-11-20': files(['files/old.pdf', 'o'], ['files/jihua.pdf', 'a']),
      '2026-11-21': files(['files/jihua.pdf', 'b']),
    });
    const way = paths.notice(ID, notice.slug);
    expect(days(of)).toEqual([
      [
        [`公告《${data.title}》换了新的附件《培训计划》`, way],
        ['撤下了一份附件', undefined],
      ],
      [[`公告《${data.title}》增加了附件《培训计划》`, way]],
    ]);
  });

  it('of a text of the county are told likewise, and those taken down not at all', () => {
    const place = { level: 'county', county: 'dong' } as const;
    const address = paths.attachment('dong', 'luyin.mp3');
    const spoken = { title: '彝语', path: address, size: 1, read: () => new Uint8Array() };
    const record = { adapts: 'mediation@2026-11-01', updated: '2026-11-02', source: '局', above: {} };
    const text = { file: 'counties/dong/services/mediation.md', place, data: record, html: '' };
    const speaking = { ...carrying, adaptations: [{ ...text, attachments: [spoken] }] };
    const of = history({
      '2026-11-02': { ...files(), texts: [...now.texts, ['county/services/mediation.md', 'a']] },
      '2026-11-20': {
        ...files(['county/files/luyin.mp3', 'a'], ['county/files/mishi.mp3', 'a']),
        texts: [...now.texts, ['county/services/mediation.md', 'a']],
      },
      '2026-11-21': {
        ...files(['county/files/luyin.mp3', 'a']),
        texts: [...now.texts, ['county/services/mediation.md', 'a']],
      },
    });
    const url = paths.attachment('dong', 'mishi.mp3');
    const cut = {
      ...speaking,
      withdrawn: [{ url, on: '2026-11-19', reason: 'privacy' as const, number: 1 }],
    };
    const title = city.services.find(({ slug }) => slug === 'mediation')?.data.title;
    expect(days(of, cut).flat()).toEqual([
      [`本县的办事写法《${title}》增加了附件《彝语》`, paths.service('mediation')],
    ]);
    expect(days(of, speaking)[0]).toEqual([['撤下了一份附件', undefined]]);
  });

  it('come with a notice that is new', () => {
    const of = history({
      '2026-11-02': { ...files(), texts: [] },
      '2026-11-20': files(['files/jihua.pdf', 'a']),
    });
    expect(
      days(of)
        .flat()
        .map(([text]) => text),
    ).toEqual([`发布了公告《${data.title}》`]);
  });

  it('that were taken down are told nowhere, neither that they came nor that they went', () => {
    const of = history({
      '2026-11-01': files(),
      '2026-11-02': files(['files/mishi-jihua.pdf', 'a']),
      '2026-11-03': files(['files/mishi-jihua.pdf', 'b']),
      '2026-11-20': files(),
    });
    const url = paths.attachment(ID, 'mishi-jihua.pdf');
    const cut = {
      ...carrying,
      withdrawn: [{ url, on: '2026-11-19', reason: 'privacy' as const, number: 1 }],
    };
    expect(days(of, cut)).toEqual([]);
    const told = exportsOf(cut, { ...context, history: of }).filter(({ path: one }) =>
      /changes|history/.test(one),
    );
    expect(told.map(({ build }) => build()).join()).not.toMatch(/mishi|撤下了/);
  });
});

describe('notices', () => {
  const notice = office.notices[0]!;
  const file = notice.file.slice(`offices/${ID}/`.length);
  const texts = (...names: readonly (readonly [string, string])[]) => ({ ...now, texts: names });

  it('are told by their title of today, with a way to them', () => {
    const of = history({
      '2026-11-02': texts(),
      '2026-11-20': texts([file, 'a']),
      '2026-11-21': texts([file, 'b']),
    });
    const told = view(of).releases.flatMap(({ lines }) => lines);
    expect(told.map(({ text }) => text)).toEqual(
      ['更新', '更新', '发布'].map((does) => `${does}了公告《${notice.data.title}》`),
    );
    expect(told[0]?.path).toBe(paths.notice(ID, notice.slug));
  });

  it('that are gone are told without a word of theirs; those taken down not at all', () => {
    const gone = 'affairs/2026-11-01-mishi.md';
    const of = history({ '2026-11-02': texts([gone, 'a']), '2026-11-20': texts() });
    const lines = (catalogue = city) => linesOf(of, catalogue).find(([day]) => day === '2026年11月20日');
    expect(lines()).toEqual(['2026年11月20日', '撤下了一份公告']);
    const url = paths.notice(ID, '2026-11-01-mishi');
    const withdrawn = [{ url, on: '2026-11-19', reason: 'privacy' as const, number: 1 }];
    expect(lines({ ...city, withdrawn })).toBeUndefined();
    const longer = history({
      '2026-11-01': texts(),
      '2026-11-02': texts([gone, 'a']),
      '2026-11-20': texts(),
    });
    expect(
      JSON.stringify([view(longer), officePast(city, longer, ID).releases.map(({ lines }) => lines)]),
    ).not.toContain('mishi');
  });
});

describe('how far back it goes', () => {
  const twice = { '2026-11-02': withPhone('0833-0000001'), '2026-11-20': withPhone('0833-0000002') };

  it('is said: from the first release on, in part, or not at all', () => {
    const of = history(twice);
    expect(view(of).reach).toEqual(['从2026年11月2日发布的一版起可查。']);
    expect(view({ ...of, known: 'part' }).reach[1]).toMatch(/只取到一部分/);
    expect(view(NO_HISTORY)).toMatchObject({
      same: false,
      releases: [],
      reach: [expect.stringMatching(/没有带上修改记录/)],
    });
    expect(view(history({})).reach[0]).toMatch(/还没有发布记录/);
  });

  it('ends where the page itself was named by a withdrawal, until the releases that know of it', () => {
    const entry = {
      url: paths.history(ID),
      on: '2026-11-19',
      reason: 'wrong' as const,
      number: 2,
      mention: true as const,
    };
    const cut = { ...city, withdrawn: [entry] };
    const known = history(twice, { '2026-11-20': [entry], now: [entry] });
    expect(JSON.stringify(view(known, cut))).not.toContain('0833-0000001');
    expect(view(known, cut).reach).toEqual(['从2026年11月20日发布的一版起可查。', '更早的不再提供。']);
    const earlier = { ...entry, number: 1 };
    const unknown = history(twice, { '2026-11-20': [earlier], now: [earlier] });
    expect(view(unknown, cut)).toMatchObject({ releases: [], reach: [expect.stringMatching(/不再提供/)] });
  });

  it('ends where a file was written in a way that this program does not read', () => {
    const of = history({
      '2026-11-01': now,
      '2026-11-02': { ...now, record: undefined },
      ...{ '2026-11-20': now },
    });
    expect(pastOf(of, ID, paths.history(ID), [])).toMatchObject({ since: '2026-11-20' });
  });
});

describe('replaying the history', () => {
  const past = {
    '2026-11-02': withPhone('0833-0000001'),
    '2026-11-03': withRecord({ email: 'sfs@example.gov.cn', note: '找示例丁' }),
    '2026-11-19': withBureau({ phones: [{ number: '0833-0000009', use: 'consult', note: '找示例丁' }] }),
    '2026-11-20': withRecord({ status: { state: 'closed', text: '示例丁退休', since: '2026-11-19' } }),
    '2026-11-21': undefined,
  };
  const of = history(past);
  const files = exportsOf(city, { ...context, history: of });
  const texts = new Map(files.map(({ path, build }) => [path, build()]));
  interface Day {
    offices: { id: string; record: object | null; changes: { text: string }[] }[];
  }
  const read = (path: string) => JSON.parse(texts.get(path) ?? 'null') as Day;
  const days = Object.keys(past);

  it('gives the public record of the office at each release, without people and without free text', () => {
    let record: object | null = null;
    for (const day of days) {
      record = read(`/data/changes/${day}.json`).offices.find(({ id }) => id === ID)?.record ?? null;
      const was = past[day as keyof typeof past];
      const fields = was?.record && { ...pastFields(was.record), ...pastInherited(was.inherited!) };
      expect(record).toEqual(fields ? JSON.parse(JSON.stringify(fields)) : null);
    }
    const all = [...texts].filter(([path]) => /changes|history/.test(path)).join();
    expect(all).not.toMatch(/示例丁/);
  });

  it('says the same as the page, the feed and the list of days', () => {
    const dated = view(of).releases.filter(({ date }) => date !== undefined);
    const told = dated.map(({ date, lines }) => [date, ...lines.map(({ text }) => text)]);
    const data = days
      .slice(1)
      .toReversed()
      .map((day) => [
        day,
        ...(read(`/data/changes/${day}.json`).offices.find(({ id }) => id === ID)?.changes ?? []).map(
          ({ text }) => text,
        ),
      ]);
    expect(data).toEqual(told);
    const feed = texts.get(`${paths.history(ID)}feed.xml`) ?? '';
    expect([...feed.matchAll(/<updated>([^T]*)/g)].slice(1).map(([, day]) => day)).toEqual(
      dated.map(({ date }) => date),
    );
    const index = JSON.parse(texts.get('/data/changes/index.json') ?? '') as {
      days: { date: string; inputsDigest: string }[];
    };
    expect(index.days.map(({ date }) => date)).toEqual(days);
    expect(
      index.days.map(
        ({ date, inputsDigest }) =>
          inputsDigest ===
          (read(`/data/changes/${date}.json`) as unknown as { inputsDigest: string }).inputsDigest,
      ),
    ).not.toContain(false);
  });
});
