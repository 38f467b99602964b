import { describe, expect, it } from 'vitest';
import { assess, assessAll, linkOf, tally } from '../../src/domain/disclosure/assess.ts';
import { thenOf } from '../../src/domain/disclosure/evidence.ts';
import type { OfficeFacts } from '../../src/domain/disclosure/facts.ts';
import type { Staff } from '../../src/schemas/staff.ts';
import { EVIDENCE } from '../../src/schemas/disclosure.ts';
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

const city = ['cityFunctions', 'cityServices', 'cityRules'] as const;
const own = EVIDENCE.filter((key) => !city.some((one) => one === key));

const withContact = (verifiedOn?: string): OfficeFacts =>
  withRecord({
    phones: [{ number: '0833-2123456', use: 'consult' }],
    provenance: {
      establishment: { source: '待核实' },
      contact: { source: '县司法局', ...(verifiedOn && { verifiedOn }) },
    },
  });

describe('what an office publishes of the four disclosures', () => {
  it.each(own)('%s is missing while nobody has told it', (key) => {
    expect(assess(anItem(key), anOffice(), TODAY)).toEqual({ state: 'missing' });
  });

  it.each(city)('%s counts as the city content that it is', (key) => {
    expect(assess(anItem(key, { supplier: 'city' }), anOffice(), TODAY)).toMatchObject({
      state: 'published',
      inherited: true,
      note: '统一内容',
    });
  });

  it('what the city has not written is missing at every office', () => {
    const facts = anOffice({ city: aCity({ rules: { count: 0, incomplete: [], changes: [] } }) });
    expect(assess(anItem('cityRules', { supplier: 'city' }), facts, TODAY)).toEqual({ state: 'missing' });
  });

  it('a part of what the city must write is missing, and said to be', () => {
    const rules = (count: number) =>
      assess(
        anItem('cityRules', { supplier: 'city', least: 17 }),
        anOffice({ city: aCity({ rules: { count, incomplete: [], changes: [] } }) }),
        TODAY,
      );
    expect(rules(16)).toEqual({ state: 'missing', note: '只写了16篇，应有17篇' });
    expect(rules(17).state).toBe('published');
  });

  it('a guide that lacks an element is no disclosed procedure', () => {
    const services = { count: 5, incomplete: ['法律援助'], changes: [] };
    const facts = anOffice({ city: aCity({ services }) });
    expect(assess(anItem('cityServices', { supplier: 'city' }), facts, TODAY)).toEqual({
      state: 'missing',
      note: '缺要素的1篇：法律援助',
    });
  });

  it('people are published with an office phone each, their own or the office’s', () => {
    const [reachable, { phone: _, ...silent }] = [person('a'), person('b')];
    const people = (list: Staff['people'], facts = anOffice()) =>
      assess(anItem('people'), { ...facts, staff: aStaff(list) }, TODAY);
    expect(people([reachable]).state).toBe('published');
    expect(people([reachable, silent])).toEqual({ state: 'missing', note: '2人里有1人没有办公电话' });
    expect(people([reachable, silent], withContact('2026-11-01')).state).toBe('published');
  });

  it('deputies of some are not deputies of all', () => {
    const facts = { ...anOffice(), staff: aStaff([person('a', 'b'), person('b')]) };
    expect(assess(anItem('deputies'), facts, TODAY)).toEqual({
      state: 'missing',
      note: '2人里有1人没有写由谁代岗',
    });
  });

  it('says what becomes of it after its last day: to be confirmed, or to be renewed', () => {
    const notice = anOffice({ notices: [aNotice('2026-11-01')] });
    const yearly = assess(anItem('affairs', { freshness: 'yearly' }), notice, TODAY);
    expect([thenOf(assess(anItem('contact'), withContact('2026-11-01'), TODAY)), thenOf(yearly)]).toEqual([
      '待核实',
      '待更新',
    ]);
  });

  it('an address, hours and people are published with the date they were verified and their end', () => {
    const provenance = { source: '县司法局', verifiedOn: '2026-11-01' };
    const facts = {
      ...withRecord({
        place: { address: '公示路1号' },
        hours: { seasons: [] },
        provenance: { establishment: provenance, place: provenance, hours: provenance },
      }),
      staff: aStaff([person('a', 'b'), person('b', 'a')]),
    };
    const until = (key: 'place' | 'hours' | 'people' | 'deputies') => assess(anItem(key), facts, TODAY);
    expect(until('place')).toEqual({
      state: 'published',
      link: '#place',
      on: '2026-11-01',
      until: '2027-11-01',
      then: 'verification',
    });
    expect(until('hours')).toMatchObject({ state: 'published', until: '2027-04-30' });
    expect(until('people')).toMatchObject({ state: 'published', until: '2027-01-30' });
    expect(until('deputies')).toMatchObject({ state: 'published', until: '2027-01-30' });
  });

  it('a telephone without a source was never verified', () => {
    const facts = withRecord({ phones: [{ number: '0833-2123456', use: 'consult' }] });
    expect(assess(anItem('contact'), facts, TODAY)).toMatchObject({ state: 'stale', reason: 'verification' });
  });

  it('a fax is no telephone to ask at', () => {
    const facts = withRecord({ phones: [{ number: '0833-2123456', use: 'fax' }] });
    expect(assess(anItem('contact'), facts, TODAY).state).toBe('missing');
  });

  it('deputies are asked for only where there is more than one person', () => {
    const state = (...people: ReturnType<typeof person>[]) =>
      assess(anItem('deputies'), anOffice({ staff: aStaff(people) }), TODAY);
    expect(state(person('a'))).toEqual({ state: 'not-applicable', why: '只有一名工作人员' });
    expect(state(person('a', 'b'), person('b')).state).toBe('missing');
  });

  it('a list of staff without anybody on it is no list', () => {
    expect(assess(anItem('people'), anOffice({ staff: aStaff([]) }), TODAY).state).toBe('missing');
  });

  it('the supervision phone of the bureau counts for its offices while it is verified', () => {
    const bureau = (verifiedOn: string) =>
      anOffice({
        bureau: {
          name: '甲县司法局',
          phones: [{ number: '0833-2123456', use: 'supervision' }],
          provenance: { source: '县司法局', verifiedOn },
        },
      });
    expect(assess(anItem('supervision'), bureau('2026-11-01'), TODAY)).toMatchObject({
      state: 'published',
      inherited: true,
      until: '2027-01-30',
    });
    expect(assess(anItem('supervision'), bureau('2026-01-01'), TODAY).state).toBe('stale');
  });

  it('notices are looked for by their category', () => {
    const facts = anOffice({ notices: [aNotice('2026-11-01', { category: '经费装备' })] });
    const look = (categories: ('经费装备' | '教育培训')[]) =>
      assess(anItem('affairs', { freshness: 'yearly', categories }), facts, TODAY).state;
    expect(look(['经费装备'])).toBe('published');
    expect(look(['教育培训'])).toBe('missing');
  });

  it('a notice of the city counts as inherited, and only where the office need not write its own', () => {
    const facts = anOffice({ city: aCity({ notices: [aNotice('2026-11-01')] }) });
    const look = (supplier: 'office' | 'county' | 'city') =>
      assess(anItem('affairs', { freshness: 'yearly', supplier }), facts, TODAY);
    expect(look('office').state).toBe('missing');
    expect(look('county')).toMatchObject({ state: 'published', inherited: true });
    expect(look('city')).toMatchObject({ state: 'published', inherited: true });
  });

  it('a notice that is dated in the future is not there yet', () => {
    const facts = anOffice({ notices: [aNotice('2026-11-25')] });
    expect(assess(anItem('affairs', { freshness: 'none' }), facts, TODAY).state).toBe('missing');
  });

  it('a closed office owes only what the city supplies', () => {
    const closed = withRecord({ status: { state: 'closed', text: '并入', since: '2026-06-30' } });
    expect(assess(anItem('contact'), closed, TODAY)).toEqual({
      state: 'not-applicable',
      why: '司法所已关闭',
    });
    expect(assess(anItem('cityFunctions', { supplier: 'city' }), closed, TODAY).state).toBe('published');
  });

  it('leads to the evidence, or to the section of the office’s page that says what is owed', () => {
    const link = (facts: OfficeFacts) => {
      const item = anItem('contact');
      return linkOf('jia/yi', { item, evidence: assess(item, facts, TODAY) });
    };
    expect(link(withContact('2026-11-01'))).toBe('/offices/jia/yi/#contact');
    expect(link(anOffice())).toBe('/offices/jia/yi/#people');
    const item = anItem('cityRules');
    expect(linkOf('jia/yi', { item, evidence: assess(item, anOffice(), TODAY) })).toBe('/rules/');
  });

  it('is counted by state, inherited content and unverified facts apart', () => {
    const closed = withRecord({ status: { state: 'closed', text: '并入', since: '2026-06-30' } });
    const old = anOffice({ notices: [aNotice('2024-01-01')] });
    const cells = [
      assess(anItem('cityRules'), anOffice(), TODAY),
      assess(anItem('contact'), withContact('2026-11-01'), TODAY),
      assess(anItem('contact'), withContact(), TODAY),
      assess(anItem('affairs', { freshness: 'yearly' }), old, TODAY),
      assess(anItem('hours'), anOffice(), TODAY),
      assess(anItem('hours'), closed, TODAY),
      { state: 'stale' as const, link: '', reason: 'update' as const, note: '', inherited: true as const },
    ].map((evidence) => ({ evidence }));
    expect(tally(cells)).toEqual({
      published: 2,
      stale: 3,
      missing: 1,
      'not-applicable': 1,
      inherited: 1,
      unverified: 1,
    });
  });

  it('stands under the four disclosures in the order of the document, each item under its own', () => {
    const items = [
      anItem('contact', { id: 'phone', disclosure: 'people' }),
      anItem('cityRules', { id: 'rules', disclosure: 'functions' }),
      anItem('hours', { id: 'hours', disclosure: 'people' }),
    ];
    const told = assessAll(items, anOffice(), TODAY).map(
      (one) => `${one.key} ${one.items.map(({ item, evidence }) => `${item.id}=${evidence.state}`).join()}`,
    );
    expect(told).toEqual([
      'functions rules=published',
      'people phone=missing,hours=missing',
      'whereabouts ',
      'affairs ',
    ]);
  });
});
