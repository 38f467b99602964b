import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { assess } from '../../src/domain/disclosure/assess.ts';
import {
  type Evidence,
  type FoundItem,
  noteOf,
  thenOf,
  wordOf,
} from '../../src/domain/disclosure/evidence.ts';
import { cityFacts, factsOf } from '../../src/domain/disclosure/facts.ts';
import { assessFreshness, dueAfter } from '../../src/domain/disclosure/fresh.ts';
import type { DisclosureItem } from '../../src/schemas/disclosure.ts';
import { aContent } from '../helpers/content.ts';
import {
  aCity,
  anItem,
  aNotice,
  anOffice,
  aStaff,
  person,
  TODAY,
  withRecord,
} from '../helpers/disclosure.ts';

const { work } = anOffice();
const on = (today: string, freshness: DisclosureItem['freshness'], found: Partial<FoundItem>): Evidence =>
  assessFreshness({ state: 'found', link: '#x', ...found }, freshness, today, work);
const noteOn = (...args: Parameters<typeof on>) => noteOf(on(...args));

describe('beside its state a reader is told', () => {
  it('until when a change must be told, from the day of the change on', () => {
    const found = { changes: [{ on: '2026-09-25', what: '所长预计已到岗' }] };
    const said = '所长预计已到岗，应不迟于2026年10月29日更新';
    for (const day of ['2026-09-25', '2026-10-29', '2026-10-30'])
      expect(noteOn(day, '20-working-days', found)).toBe(said);
    expect(noteOn('2026-09-24', '20-working-days', found)).toBeUndefined();
    expect(noteOn('2026-10-29', '20-working-days', { ...found, note: '统一内容' })).toBe(`统一内容；${said}`);
    expect(wordOf(on('2026-10-30', '20-working-days', found))).toBe('待更新');
  });

  it('the earliest and the latest end where a year has no calendar, and holds until the next of both', () => {
    const due = dueAfter('2026-12-20', work);
    const found = { changes: [{ on: '2026-12-20', what: '新法施行' }] };
    const until = (day: string) => on(day, '20-working-days', found);
    expect(due.latest > due.earliest).toBe(true);
    expect(until(due.earliest)).toMatchObject({ until: due.earliest });
    expect(until(due.latest)).toMatchObject({ state: 'published', until: due.latest });
    expect(noteOf(until(due.latest))).toMatch(
      /^新法施行；没有2027年的放假安排，更新期限最早2027年.+、最迟2027年.+日$/,
    );
  });

  it('of figures the last month, once the next has ended', () => {
    const said = '最近一个月是2026年9月，应不迟于2026年11月27日更新';
    expect(noteOn('2026-10-31', 'monthly', { month: '2026-09' })).toBeUndefined();
    expect(noteOn('2026-11-01', 'monthly', { month: '2026-09' })).toBe(said);
    expect(noteOn('2026-11-28', 'monthly', { month: '2026-09' })).toBe(said);
  });

  it('for how long nobody renewed, confirmed or prolonged it', () => {
    const verified = { provenance: { source: '局', verifiedOn: '2026-01-01' }, days: 90 };
    expect(noteOn(TODAY, 'verified', { verified })).toBe('核实已超过90天');
    expect(noteOn(TODAY, 'yearly', { on: '2025-01-01' })).toBe('超过一年没有更新');
    expect(noteOn(TODAY, 'six-months', { on: '2025-01-01' })).toBe('超过半年没有更新');
    const expired = { on: '2026-01-05', expires: '2026-03-02' };
    expect(noteOn('2026-03-31', '20-working-days', expired)).toBe('已经失效，应不迟于2026年3月30日更新');
    expect(wordOf(on(TODAY, 'yearly', expired))).toBe('待更新');
  });

  it('nothing of an end where it bears no date', () => {
    for (const freshness of ['yearly', 'six-months', 'monthly', '20-working-days', 'none'] as const) {
      expect(on(TODAY, freshness, {})).toEqual({ state: 'published', link: '#x' });
      expect(thenOf(on(TODAY, freshness, {}))).toBeUndefined();
    }
  });

  it('a word for each state, why it is not owed, and nothing of what is missing altogether', () => {
    const closed = withRecord({ status: { state: 'closed', text: '并入', since: '2026-06-30' } });
    const cells = [closed, anOffice()].map((facts) => assess(anItem('contact'), facts, TODAY));
    expect(cells.map(wordOf)).toEqual(['不适用', '待公开']);
    expect(cells.map(noteOf)).toEqual(['司法所已关闭', undefined]);
    expect(cells.map(thenOf)).toEqual([undefined, undefined]);
    const unverified = withRecord({ phones: [{ number: '0833-2123456', use: 'consult' }] });
    const stale = assess(anItem('contact'), unverified, TODAY);
    expect([wordOf(stale), thenOf(stale)]).toEqual(['待核实', undefined]);
  });
});

describe('what is found of an office', () => {
  it('a telephone to ask at counts among others', () => {
    const phones = (['fax', 'consult'] as const).map((use) => ({ number: '0833-2123456', use }));
    expect(assess(anItem('contact'), withRecord({ phones }), TODAY)).toMatchObject({ state: 'stale' });
  });

  it('a deputy who has left is none, and nobody’s deputy is no deputy of some', () => {
    const deputies = (...people: ReturnType<typeof person>[]) =>
      assess(anItem('deputies'), anOffice({ staff: aStaff(people) }), TODAY);
    expect(deputies(person('a', 'gone'), person('b', 'gone'))).toEqual({ state: 'missing' });
    expect(deputies(person('a', 'b'), person('b', 'gone'))).toMatchObject({
      note: '2人里有1人没有写由谁代岗',
    });
    expect(deputies(person('a', 'b'), person('b', 'a'))).toMatchObject({ link: '#staff' });
    expect(assess(anItem('people'), anOffice({ staff: aStaff([person('a')]) }), TODAY)).toMatchObject({
      link: '#staff',
    });
  });

  it('the supervision phone is its own, or else said to be that of the bureau', () => {
    const provenance = { source: '县司法局', verifiedOn: '2026-11-01' };
    const phones = [{ number: '0833-2123456', use: 'supervision' as const }];
    const inherited = anOffice({ bureau: { name: '甲县司法局', phones, provenance } });
    expect(assess(anItem('supervision'), inherited, TODAY)).toMatchObject({
      link: '#contact',
      note: '县级司法局的监督电话',
    });
  });

  it('the newest notice, from the day it is dated to the last of its validity', () => {
    const notices = [
      aNotice('2026-11-01', { link: '/old/' }),
      aNotice(TODAY, { link: '/new/', expires: TODAY }),
      aNotice('2026-10-01', { link: '/older/' }),
    ];
    const look = (day: string) =>
      assess(anItem('affairs', { freshness: 'yearly' }), anOffice({ notices }), day);
    expect([look(TODAY), look('2026-11-25'), look('2026-11-23')]).toMatchObject([
      { link: '/new/', on: TODAY },
      { link: '/old/' },
      { link: '/old/' },
    ]);
    const renewed = aNotice('2026-01-01', { link: '/renewed/', updated: '2026-11-20' });
    const facts = anOffice({ notices: [notices[0] ?? renewed, renewed] });
    expect(assess(anItem('affairs', { freshness: 'yearly' }), facts, TODAY)).toMatchObject({
      link: '/renewed/',
      on: '2026-11-20',
    });
  });

  it('which guides lack what they must say', () => {
    const services = { count: 5, incomplete: ['法律援助', '人民调解'], changes: [] };
    const facts = anOffice({ city: aCity({ services }) });
    expect(noteOf(assess(anItem('cityServices'), facts, TODAY))).toBe('缺要素的2篇：法律援助、人民调解');
  });
});

describe('what is taken of the content', () => {
  const { catalogue } = aContent();
  const [guide] = catalogue?.services ?? [];
  if (!catalogue || !guide) throw new Error('the small city has a guide');
  const services = (...more: readonly object[]) => {
    const documents = more.map((one) => ({ ...guide, data: { ...guide.data, ...one } }));
    return cityFacts({ ...catalogue, services: documents } as Catalogue).services;
  };

  it('how many guides there are, the newest date of them, and those that lack something', () => {
    expect(
      services(
        { updated: '2026-03-01' },
        { title: '调解', updated: '2026-10-01', steps: [] },
        { updated: '2026-01-01' },
      ),
    ).toMatchObject({ count: 3, on: '2026-10-01', incomplete: ['调解'] });
    expect(services().on).toBeUndefined();
    expect(cityFacts(catalogue).functions).toMatchObject({ incomplete: [], on: undefined });
  });

  it('no change of a law that there is not, or that has no day to begin on', () => {
    const cited = (law: string) =>
      services({ updated: '2001-01-01', basis: [{ law, articles: [] }] }).changes;
    expect(cited('nowhere')).toEqual([]);
    const [law] = catalogue.laws;
    const undated = law && {
      ...law,
      record: { ...law.record, editions: [{ id: 'next', name: '修订草案' }] },
    };
    const basis = [{ law: law?.slug ?? '', articles: [] }];
    const pages = [{ ...guide, data: { ...guide.data, updated: '2001-01-01', basis } }];
    expect(
      cityFacts({ ...catalogue, laws: [undated], services: pages } as Catalogue).services.changes,
    ).toEqual([]);
  });

  it('each notice with the address where it is read', () => {
    const office = catalogue.offices.find(({ id }) => id === 'dong/jia');
    const links = office && factsOf(office, catalogue).notices.map(({ link }) => link);
    expect(links).toEqual(['/offices/dong/jia/affairs/2026-11-02-tongzhi/']);
  });
});
