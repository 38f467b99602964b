/** Facts of one office for the tests of disclosure, and items of the catalogue. */
import type { NoticeFact, CityFacts, OfficeFacts } from '../../src/domain/disclosure/facts.ts';
import type { DisclosureItem, EvidenceKey } from '../../src/schemas/disclosure.ts';
import type { Staff } from '../../src/schemas/staff.ts';

export const TODAY = '2026-11-24';

const column = { count: 5, incomplete: [], on: '2026-05-01', changes: [] };

export const aCity = (over: Partial<CityFacts> = {}): CityFacts => ({
  functions: column,
  services: column,
  rules: column,
  notices: [],
  ...over,
});

/** An office of which nothing is known but that it exists; 2026 has a calendar, 2027 has none. */
export const anOffice = (over: Partial<OfficeFacts> = {}): OfficeFacts => ({
  record: {
    name: '甲县乙镇司法所',
    shortName: '乙镇司法所',
    kind: 'township',
    status: { state: 'normal' },
    serves: ['511123101'],
    provenance: { establishment: { source: '待核实' } },
  },
  bureau: { name: '甲县司法局', provenance: { source: '待核实' } },
  notices: [],
  city: aCity(),
  intervals: { contactDays: 90, hoursDays: 180, placeDays: 365, staffDays: 90 },
  work: {
    calendars: [
      { year: 2026, off: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }], work: ['2026-10-10'] },
    ],
  },
  ...over,
});

/** An office with more in its record. */
export const withRecord = (record: Partial<OfficeFacts['record']>): OfficeFacts => {
  const office = anOffice();
  return { ...office, record: { ...office.record, ...record } };
};

export const anItem = (evidence: EvidenceKey, over: Partial<DisclosureItem> = {}): DisclosureItem => ({
  id: 'item',
  title: '事项',
  short: '事项',
  disclosure: 'people',
  expects: '…',
  supplier: 'office',
  freshness: 'verified',
  basis: '…',
  evidence,
  ...over,
});

export const person = (id: string, deputy?: string): Staff['people'][number] => ({
  id,
  name: id,
  post: '工作人员',
  role: 'staff',
  duties: ['接待'],
  phone: '0833-2123456',
  ...(deputy !== undefined && { deputy }),
});

export const aStaff = (people: Staff['people'], over: Partial<Staff> = {}): Staff => ({
  people,
  provenance: { source: '县司法局', verifiedOn: '2026-11-01' },
  ...over,
});

export const aNotice = (published: string, over: Partial<NoticeFact> = {}): NoticeFact => ({
  category: '通知公告',
  published,
  updated: undefined,
  expires: undefined,
  link: '/a/',
  ...over,
});
