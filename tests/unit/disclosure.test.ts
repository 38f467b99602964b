import { describe, expect, it } from 'vitest';
import { assess, tally } from '../../src/domain/disclosure/assess.ts';
import type { OfficeFacts } from '../../src/domain/disclosure/evidence.ts';
import type { DisclosureItem, EvidenceKey } from '../../src/schemas/disclosure.ts';

const TODAY = '2026-11-22';
const unknown: OfficeFacts = {
  record: {
    name: '甲县乙镇司法所',
    shortName: '乙镇司法所',
    kind: 'township',
    status: { state: 'normal' },
    serves: ['511123101'],
    provenance: { establishment: { source: '待核实' } },
  },
  bureauPhones: [],
  affairs: [],
  city: { functions: 5, services: 10, rules: 17 },
  intervals: { contactDays: 90, hoursDays: 180, placeDays: 365, staffDays: 90 },
};
const item = (evidence: EvidenceKey, supplier: DisclosureItem['supplier'] = 'office'): DisclosureItem => ({
  id: evidence.toLowerCase(),
  title: evidence,
  disclosure: 'people',
  expects: '…',
  supplier,
  freshness: 'none',
  basis: '…',
  evidence,
});
const withContact = (verifiedOn?: string): OfficeFacts => ({
  ...unknown,
  record: {
    ...unknown.record,
    phones: [{ number: '0833-2123456', use: 'consult' }],
    provenance: {
      ...unknown.record.provenance,
      contact: { source: '县司法局', ...(verifiedOn && { verifiedOn }) },
    },
  },
});
const person = (id: string, deputy?: string) => ({
  id,
  name: id,
  post: '工作人员',
  role: 'staff' as const,
  duties: ['接待'],
  ...(deputy && { deputy }),
});
const withStaff = (people: ReturnType<typeof person>[]): OfficeFacts => ({
  ...unknown,
  staff: { people, provenance: { source: '县司法局', verifiedOn: '2026-11-01' } },
});

describe('an item of the four disclosures', () => {
  it('is missing while nobody has told it', () => {
    const own = [
      'place',
      'contact',
      'hours',
      'people',
      'deputies',
      'supervision',
      'whereabouts',
      'affairs',
      'statistics',
    ] as const;
    expect(own.map((key) => assess(item(key), unknown, TODAY).state)).toEqual(own.map(() => 'missing'));
  });

  it('that the city supplies counts as the city content it is', () => {
    expect(assess(item('cityRules', 'city'), unknown, TODAY)).toEqual({
      state: 'published',
      link: '/rules/',
      note: '全市统一内容',
    });
  });

  it('is published while verified, stale once the interval is over, stale when never verified', () => {
    const state = (verifiedOn?: string) => assess(item('contact'), withContact(verifiedOn), TODAY).state;
    expect([state('2026-08-24'), state('2026-08-23'), state()]).toEqual(['published', 'stale', 'stale']);
  });

  it('says since when it is stale', () => {
    expect(assess(item('contact'), withContact('2026-08-23'), TODAY)).toMatchObject({ since: '2026-11-22' });
  });

  it('asks for deputies only where there is more than one person', () => {
    const state = (people: ReturnType<typeof person>[]) =>
      assess(item('deputies'), withStaff(people), TODAY).state;
    expect(state([person('a')])).toBe('not-applicable');
    expect(state([person('a', 'b'), person('b')])).toBe('missing');
    expect(state([person('a', 'b'), person('b', 'a')])).toBe('published');
  });

  it('accepts the supervision phone of the bureau', () => {
    const facts = { ...unknown, bureauPhones: [{ number: '0833-2123456', use: 'supervision' as const }] };
    expect(assess(item('supervision'), facts, TODAY).state).toBe('published');
  });

  it('never takes past whereabouts for current ones', () => {
    const facts = (date: string): OfficeFacts => ({
      ...unknown,
      whereabouts: { entries: [{ date, person: 'a', session: '09:00-17:00', state: '在岗' }] },
    });
    expect(assess(item('whereabouts'), facts('2026-11-23'), TODAY).state).toBe('published');
    expect(assess(item('whereabouts'), facts('2026-11-21'), TODAY)).toMatchObject({
      state: 'stale',
      since: '2026-11-22',
    });
  });

  it('is not owed by a closed office, except what the city supplies', () => {
    const closed: OfficeFacts = {
      ...unknown,
      record: { ...unknown.record, status: { state: 'closed', text: '并入', since: '2026-06-30' } },
    };
    expect(assess(item('contact'), closed, TODAY)).toEqual({ state: 'not-applicable', why: '司法所已关闭' });
    expect(assess(item('cityFunctions', 'city'), closed, TODAY).state).toBe('published');
  });

  it('is counted by state', () => {
    const assessed = (['cityRules', 'contact', 'hours'] as const).map((key) => {
      const one = item(key, key === 'cityRules' ? 'city' : 'office');
      return { item: one, evidence: assess(one, unknown, TODAY) };
    });
    expect(tally(assessed)).toEqual({ published: 1, stale: 0, missing: 2, 'not-applicable': 0 });
  });
});
