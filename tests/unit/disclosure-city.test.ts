import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { assessCatalogue } from '../../src/domain/disclosure/assess.ts';
import { compareDisclosure, isWorse } from '../../src/domain/disclosure/compare.ts';
import { cityFacts } from '../../src/domain/disclosure/facts.ts';
import { selfCheck } from '../../src/domain/disclosure/indicators.ts';
import { upkeepOf } from '../../src/domain/disclosure/upkeep.ts';
import { disclosureCsv } from '../../src/exports/disclosure-csv.ts';
import { refreshDaily } from '../../src/exports/disclosure-daily.ts';
import { disclosureFile } from '../../src/exports/disclosure.ts';
import { csv } from '../../src/exports/csv.ts';
import { disclosureView } from '../../src/views/disclosure.ts';
import { whereaboutsSource } from '../../src/views/whereabouts.ts';
import { aContent, fields, type Overrides } from '../helpers/content.ts';
import { anItem } from '../helpers/disclosure.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const AS_OF = NOW.toISOString();

const items = [
  anItem('contact', { id: 'phone', title: '办公电话' }),
  anItem('whereabouts', { id: 'whereabouts', title: '去向', disclosure: 'whereabouts', freshness: 'daily' }),
];

function city(overrides: Overrides = {}) {
  const loaded = aContent({ 'disclosure.json': { items }, ...overrides }, '2026-11-24');
  if (!loaded.catalogue) throw new Error(JSON.stringify(loaded.problems));
  return { catalogue: loaded.catalogue, problems: loaded.problems };
}

const side = (overrides: Overrides = {}) => {
  const { catalogue, problems } = city(overrides);
  return { assessment: assessCatalogue(catalogue, NOW), problems };
};

const settings = { digest: () => 'sha256:0', address: (path: string) => path, now: NOW };
const OFFICE = 'offices/dong/jia/office.json';
const verified = (on: string) => fields({ 'provenance.contact': { source: '局', verifiedOn: on } });

describe('the disclosure of a whole city', () => {
  it('says the instant it was computed for, and counts no sample', () => {
    const { catalogue } = city();
    const assessment = assessCatalogue(catalogue, NOW);
    expect(assessment).toMatchObject({ asOf: '2026-11-24T02:00:00.000Z', today: '2026-11-24' });
    const ids = assessment.counties.flatMap(({ offices }) => offices.map(({ office }) => office.id));
    expect(ids).toEqual(catalogue.offices.map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith('samples/'))).toEqual([]);
  });

  it('is worked out once for all who ask at an instant', () => {
    const { catalogue } = city();
    const [once, again] = [NOW, NOW].map((now) => assessCatalogue(catalogue, now).counties[0]?.offices);
    expect(once).toBe(again);
  });

  it('a law that comes into force after a guide was written is a change that the guide must tell', () => {
    const { catalogue } = city();
    const law = catalogue.laws[0];
    const guide = catalogue.services[0];
    if (!law || !guide) throw new Error('the small city has a law and a guide');
    const later = {
      ...law,
      record: {
        ...law.record,
        shortName: '新法',
        editions: [{ id: '2027', name: '新法', effective: '2027-01-01' }],
      },
    };
    const basis = [{ law: law.slug, articles: [] }];
    const services = [{ ...guide, data: { ...guide.data, title: '调解', updated: '2026-01-01', basis } }];
    expect(cityFacts({ ...catalogue, laws: [later], services }).services.changes).toEqual([
      { on: '2027-01-01', what: '新法施行，“调解”还没有更新' },
    ]);
  });

  it('a year without any calendar stops nothing', () => {
    const { catalogue } = city();
    expect(() => assessCatalogue({ ...catalogue, calendars: [] }, NOW)).not.toThrow();
  });
});

describe('what a change does', () => {
  it('nothing, where nothing changed', () => {
    const same = side({ [OFFICE]: verified('2026-11-01') });
    const comparison = compareDisclosure(same, same, AS_OF);
    expect(comparison.offices).toEqual([]);
    expect(isWorse(comparison)).toBe(false);
  });

  it('better and worse are told for each office touched, before and after', () => {
    const before = side({ [OFFICE]: verified('2026-01-01') });
    const after = side({ [OFFICE]: verified('2026-11-01') });
    expect(compareDisclosure(before, after, AS_OF).offices).toMatchObject([
      {
        id: 'dong/jia',
        kind: 'changed',
        cells: [
          {
            item: { id: 'phone' },
            effect: 'better',
            before: { state: 'stale' },
            after: { state: 'published' },
          },
        ],
      },
    ]);
    expect(isWorse(compareDisclosure(after, before, AS_OF))).toBe(true);
  });

  it('an item that is new in the catalogue is told as such', () => {
    const more = { 'disclosure.json': { items: [...items, anItem('hours', { id: 'hours' })] } };
    const cells = compareDisclosure(side(), side(more), AS_OF).offices.flatMap((office) => office.cells);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every(({ item, before }) => item.id === 'hours' && before === undefined)).toBe(true);
  });

  it('only problems that were not there before are told', () => {
    const { assessment } = side();
    const problem = (message: string, line: number) => ({
      kind: 'date' as const,
      severity: 'warning' as const,
      file: 'a.json',
      line,
      message,
      remedy: '…',
    });
    const before = { assessment, problems: [problem('旧', 1)] };
    const after = { assessment, problems: [problem('旧', 9), problem('新', 2)] };
    expect(compareDisclosure(before, after, AS_OF).problems.map(({ message }) => message)).toEqual(['新']);
  });
});

describe('a change that breaks the content', () => {
  it('is told by its errors: of the offices nothing can be said', () => {
    const { problems } = aContent({ [OFFICE]: fields({ name: 7 }) });
    const comparison = compareDisclosure(side(), { problems }, AS_OF);
    expect(comparison).toMatchObject({ broken: true, offices: [] });
    expect(comparison.problems.length).toBeGreaterThan(0);
  });
});

const outcomeOn = (today: string, catalogue: Catalogue, name: string) =>
  selfCheck(catalogue, [], assessCatalogue(catalogue, new Date(`${today}T02:00:00Z`))).find(
    (indicator) => indicator.name === name,
  )?.outcome;

describe('the self-check by the indicators of government sites', () => {
  const notice = (published: string, category: string) =>
    `---\ntitle: 事\ncategory: ${category}\npublished: ${published}\nsource: 局\n---\n\n内容。\n`;
  const withNews = (published: string, category = '工作动态') =>
    city({ [`affairs/${published}-shi.md`]: notice(published, category) }).catalogue;

  it('the home page fails two weeks after its newest notice', () => {
    const news = withNews('2026-11-10');
    expect(['2026-11-23', '2026-11-24'].map((day) => outcomeOn(day, news, '首页不更新'))).toEqual([
      'passed',
      'failed',
    ]);
  });

  it('columns fail from five that are late on; fewer are told, not passed over', () => {
    expect(outcomeOn('2026-11-24', withNews('2026-11-01'), '栏目不更新')).toBe('below');
  });

  it('a column fails to be updated when what it holds is overdue everywhere', () => {
    const disclosure = [
      anItem('affairs', { freshness: 'yearly', supplier: 'city', categories: ['经费装备'] }),
    ];
    const outcome = (published: string) =>
      outcomeOn('2026-11-24', { ...withNews(published, '经费装备'), disclosure }, '应更新的栏目长期不更新');
    expect([outcome('2025-11-01'), outcome('2025-12-01')]).toEqual(['below', 'passed']);
  });

  it('five blank columns fail; what is 待公开 on every page is told as well', () => {
    const { catalogue } = city();
    const blank = {
      ...catalogue,
      services: [],
      functions: [],
      rules: [],
      laws: [],
      notices: [],
      offices: [],
    };
    expect(outcomeOn('2026-11-24', { ...blank, counties: [] }, '空白栏目')).toBe('failed');
    const disclosure = [anItem('affairs', { title: '经费装备', categories: ['经费装备'] })];
    const assessment = assessCatalogue({ ...catalogue, disclosure }, NOW);
    const owed = selfCheck(catalogue, [], assessment).find(({ name }) => name === '空白栏目');
    expect(owed).toMatchObject({ outcome: 'below', found: expect.stringContaining('待公开：经费装备') });
  });

  it('five guides that lack four elements fail, four do not', () => {
    const { catalogue } = city();
    const [guide] = catalogue.services;
    if (!guide) throw new Error('the small city has a guide');
    const poor = { ...guide, data: { ...guide.data, basis: [], conditions: [], materials: [], steps: [] } };
    const services = (bad: number, good: number) => [
      ...Array.from({ length: bad }, () => poor),
      ...Array.from({ length: good }, () => guide),
    ];
    const outcome = (bad: number, good: number) =>
      outcomeOn('2026-11-24', { ...catalogue, services: services(bad, good) }, '服务不实用');
    expect([outcome(5, 9), outcome(4, 9), outcome(4, 0), outcome(0, 0)]).toEqual([
      'failed',
      'below',
      'failed',
      'failed',
    ]);
    const told = (list: readonly unknown[]) => {
      const from = { ...catalogue, services: list } as Catalogue;
      const table = selfCheck(from, [], assessCatalogue(from, NOW));
      return table.find(({ name }) => name === '服务不实用');
    };
    const lacksOne = { ...guide, data: { ...guide.data, steps: [] } };
    expect(told([poor, lacksOne, guide])).toMatchObject({
      outcome: 'below',
      found: '3份指南，缺要素的2份，缺4类以上的1份',
    });
    expect(told([guide])?.outcome).toBe('passed');
  });

  it('a dead link in the content is a fault, and no other problem is one', () => {
    const { catalogue } = city();
    const problem = (kind: 'reference' | 'date') => ({
      ...({ kind, severity: 'error', file: 'a.json', message: '', remedy: '' } as const),
    });
    const links = (...kinds: ('reference' | 'date')[]) =>
      selfCheck(catalogue, kinds.map(problem), assessCatalogue(catalogue, NOW)).find(
        ({ name }) => name === '不可用链接',
      );
    expect(links('reference', 'date', 'reference')).toMatchObject({ outcome: 'below', found: '内容里有2个' });
    expect(links('date')).toMatchObject({ outcome: 'passed', found: expect.stringContaining('内容里没有') });
  });

  it('says when the newest notice was', () => {
    const home = (catalogue: Catalogue) =>
      selfCheck(catalogue, [], assessCatalogue(catalogue, NOW)).find(({ name }) => name === '首页不更新')
        ?.found;
    expect(home(withNews('2026-11-10'))).toBe('公告和动态最近一次是2026年11月10日');
    expect(home({ ...city().catalogue, notices: [], offices: [] })).toBe('公告和动态还没有内容');
  });
});

describe('the upkeep report', () => {
  const upkeep = (verifiedOn: string, days: number) =>
    upkeepOf(side({ [OFFICE]: verified(verifiedOn) }).assessment, days).offices.find(
      ({ id }) => id === 'dong/jia',
    );

  it('lists what is stale already, since when', () => {
    expect(upkeep('2026-01-01', 0)?.stale[0]).toMatchObject({
      item: { id: 'phone' },
      evidence: { since: '2026-04-02' },
    });
  });

  it('lists what becomes stale within the term, and nothing later', () => {
    // Verified on 1 September for 90 days: good to 30 November, stale on 1 December.
    expect(upkeep('2026-09-01', 7)?.soon).toMatchObject([{ evidence: { until: '2026-11-30' } }]);
    expect(upkeep('2026-09-01', 6)?.soon ?? []).toEqual([]);
  });

  it('the self-check names each threshold with its source, and never passes what it cannot see', () => {
    const { catalogue, problems } = city();
    const table = selfCheck(catalogue, problems, assessCatalogue(catalogue, NOW));
    expect(
      table.every(({ threshold, source }) => threshold !== '' && source.includes('国办秘函〔2019〕19号')),
    ).toBe(true);
    expect(table.filter(({ outcome }) => outcome === 'unseen').map(({ name }) => name)).toContain(
      '互动回应差',
    );
    const empty = { ...catalogue, notices: [], offices: [] };
    const home = (today: string, from = catalogue) => outcomeOn(today, from, '首页不更新');
    expect(home('2026-11-24', empty)).toBe('failed');
    expect(home('2036-01-01')).toBe('failed');
  });
});

describe('the files of disclosure', () => {
  it('JSON and page say the same of every cell', () => {
    const { catalogue } = city({ [OFFICE]: verified('2026-01-01') });
    const file = disclosureFile(catalogue, settings);
    const view = disclosureView(assessCatalogue(catalogue, NOW));
    const shown = view.counties.flatMap(({ rows }) =>
      rows.map(({ id, cells }) => [id, cells.map(({ item, state, link }) => [item, state, link])]),
    );
    expect(
      file.offices.map(({ id, cells }) => [id, cells.map((one) => [one.item, one.state, one.link])]),
    ).toEqual(shown);
    expect(file.counts.stale).toBe(view.counts.stale);
  });

  it('CSV opens in Excel: a mark for UTF-8, quotes where needed, no formula', () => {
    expect(
      csv(
        ['甲', '乙'],
        [
          ['=1+1', 'a,"b"'],
          [3, undefined],
        ],
      ),
    ).toBe('\uFEFF甲,乙\r\n\'=1+1,"a,""b"""\r\n3,\r\n');
  });

  it('fresh whereabouts renew the cells of the day and nothing else', () => {
    const { catalogue } = city({ [OFFICE]: verified('2026-01-01') });
    const file = disclosureFile(catalogue, settings);
    const office = catalogue.offices.find(({ id }) => id === 'dong/jia');
    const worker = office?.staff?.people[0]?.id;
    if (!office || !worker) throw new Error('the small city has an office with staff');
    const entries = [{ date: '2026-11-25', person: worker, session: '09:00-17:00', state: '在岗' as const }];
    const source = { ...whereaboutsSource(office, catalogue), whereabouts: { entries } };
    const next = refreshDaily(file, [source], {
      now: new Date('2026-11-25T01:00:00Z'),
      digest: () => 'sha256:1',
    });
    const cells = next.offices.find(({ id }) => id === 'dong/jia')?.cells;
    expect(cells?.find(({ item }) => item === 'whereabouts')).toMatchObject({
      state: 'published',
      until: '2026-11-25',
      link: '/offices/dong/jia/#whereabouts',
    });
    expect(cells?.find(({ item }) => item === 'phone')).toEqual(
      file.offices.find(({ id }) => id === 'dong/jia')?.cells.find(({ item }) => item === 'phone'),
    );
    expect(next).toMatchObject({ asOf: file.asOf, daily: { asOf: '2026-11-25T01:00:00.000Z' } });
    expect(disclosureCsv(next).split('\r\n')).toHaveLength(2 + catalogue.offices.length * items.length);
  });
});
