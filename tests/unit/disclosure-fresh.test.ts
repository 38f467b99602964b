import { describe, expect, it } from 'vitest';
import type { Evidence, FoundItem } from '../../src/domain/disclosure/evidence.ts';
import type { OfficeFacts } from '../../src/domain/disclosure/facts.ts';
import { FRESHNESS, assessFreshness, dueAfter } from '../../src/domain/disclosure/fresh.ts';
import type { DisclosureItem } from '../../src/schemas/disclosure.ts';
import { assess } from '../../src/domain/disclosure/assess.ts';
import { anItem, aNotice, anOffice, aStaff, person, withRecord } from '../helpers/disclosure.ts';

const { work } = anOffice();

/** One thing found, assessed by one rule on one day. */
const on = (today: string, freshness: DisclosureItem['freshness'], found: Partial<FoundItem>): Evidence =>
  assessFreshness({ state: 'found', link: '#x', ...found }, freshness, today, work);

describe('how long something published counts as published', () => {
  it('there is a rule for each kind of freshness', () => {
    expect(Object.keys(FRESHNESS)).toHaveLength(7);
  });

  it('none: always', () => {
    expect(on('2036-01-01', 'none', { on: '2020-01-01' }).state).toBe('published');
  });

  it('verified: up to the last day of its interval, stale from the day after', () => {
    const verified = { provenance: { source: '局', verifiedOn: '2026-08-24' }, days: 90 };
    expect(on('2026-11-22', 'verified', { verified })).toMatchObject({
      state: 'published',
      until: '2026-11-22',
    });
    expect(on('2026-11-23', 'verified', { verified })).toMatchObject({
      state: 'stale',
      reason: 'verification',
      since: '2026-11-23',
    });
  });

  it('verified: without a date it never was', () => {
    const verified = { provenance: { source: '局' }, days: 90 };
    expect(on('2026-11-22', 'verified', { verified })).toEqual({
      state: 'stale',
      link: '#x',
      reason: 'verification',
      note: '没有核实日期',
    });
  });

  it('yearly: twelve months from its date', () => {
    expect(on('2026-11-22', 'yearly', { on: '2025-11-22' })).toMatchObject({
      state: 'published',
      until: '2026-11-22',
    });
    expect(on('2026-11-23', 'yearly', { on: '2025-11-22' })).toMatchObject({
      state: 'stale',
      reason: 'update',
      since: '2026-11-23',
    });
  });

  it('six months: to the last day of the month where there is no such day', () => {
    expect(on('2026-02-28', 'six-months', { on: '2025-08-31' })).toMatchObject({
      state: 'published',
      until: '2026-02-28',
    });
    expect(on('2026-03-01', 'six-months', { on: '2025-08-31' }).state).toBe('stale');
  });

  it('20 working days after a change, holidays left out and make-up days counted (条例第二十六条)', () => {
    const changes = [{ on: '2026-09-25', what: '所长预计已到岗' }];
    // From Monday 28 September: 3 days, then the holidays, 8 and 9, the make-up Saturday 10, and on to the 29th.
    expect(dueAfter('2026-09-25', work)).toEqual({ earliest: '2026-10-29', latest: '2026-10-29' });
    expect(on('2026-09-24', '20-working-days', { changes })).not.toHaveProperty('until');
    expect(on('2026-10-29', '20-working-days', { changes })).toMatchObject({
      state: 'published',
      until: '2026-10-29',
    });
    expect(on('2026-10-30', '20-working-days', { changes })).toMatchObject({
      state: 'stale',
      since: '2026-10-30',
    });
  });

  it('into a year without a calendar: both ends are said and nothing is called stale before the later', () => {
    const changes = [{ on: '2026-12-20', what: '新法施行' }];
    const due = dueAfter('2026-12-20', work);
    expect(due.unknown).toBe(2027);
    expect(due.earliest < due.latest).toBe(true);
    expect(on(due.latest, '20-working-days', { changes })).toMatchObject({
      state: 'published',
      note: expect.stringContaining('没有2027年的放假安排') as string,
    });
    expect(on(`2027-06-01`, '20-working-days', { changes }).state).toBe('stale');
  });

  it('the first change that was not told decides since when', () => {
    const changes = [
      { on: '2026-09-25', what: '甲' },
      { on: '2026-03-02', what: '乙' },
    ];
    expect(on('2026-11-22', '20-working-days', { changes })).toMatchObject({ since: '2026-03-31' });
  });

  it('monthly: a month’s figures are due 20 working days after it ends', () => {
    expect(on('2026-10-30', 'monthly', { month: '2026-09' })).toMatchObject({
      state: 'published',
      until: '2026-11-27',
    });
    expect(on('2026-11-27', 'monthly', { month: '2026-09' }).state).toBe('published');
    expect(on('2026-11-28', 'monthly', { month: '2026-09' })).toMatchObject({
      state: 'stale',
      since: '2026-11-28',
    });
  });

  it('what its author limited ends with that day', () => {
    expect(on('2026-11-22', 'yearly', { on: '2026-11-01', expires: '2026-11-22' })).toMatchObject({
      state: 'published',
      until: '2026-11-22',
    });
    expect(on('2026-11-23', 'yearly', { on: '2026-11-01', expires: '2026-11-22' })).toMatchObject({
      state: 'stale',
      note: '2026年11月22日已经失效',
    });
  });

  it('where 20 working days are given, they run from the end of validity', () => {
    const found = { on: '2026-01-05', expires: '2026-03-02' };
    expect(on('2026-03-30', '20-working-days', found)).toMatchObject({
      state: 'published',
      until: '2026-03-30',
    });
    expect(on('2026-03-31', '20-working-days', found)).toMatchObject({ state: 'stale', since: '2026-03-31' });
  });

  it('of two that lapsed the earlier is told, and before both what nobody ever verified', () => {
    const found = { on: '2025-06-01', expires: '2025-09-01' };
    expect(on('2026-11-22', 'six-months', found)).toMatchObject({ since: '2025-09-02' });
    const verified = { provenance: { source: '局' }, days: 90 };
    expect(on('2026-11-22', 'six-months', { ...found, verified })).toMatchObject({ note: '没有核实日期' });
  });

  it('the nearer of two ends is the one that is told', () => {
    const verified = { provenance: { source: '局', verifiedOn: '2026-11-01' }, days: 365 };
    expect(on('2026-11-22', 'yearly', { on: '2025-12-01', verified })).toMatchObject({ until: '2026-12-01' });
  });
});

describe('what must be told anew', () => {
  it('a vacancy that should be filled is a change of staff, 20 working days later stale', () => {
    const staff = aStaff([person('a')], {
      vacancies: [{ post: '司法助理员', since: '2026-01-01', until: '2026-09-25' }],
      provenance: { source: '局', verifiedOn: '2026-09-01' },
    });
    const item = anItem('people', { freshness: '20-working-days' });
    expect(assess(item, anOffice({ staff }), '2026-10-29').state).toBe('published');
    expect(assess(item, anOffice({ staff }), '2026-10-30')).toMatchObject({
      state: 'stale',
      note: '司法助理员预计已到岗，应不迟于2026年10月29日更新',
    });
  });

  it('a valid notice stands before an expired one that is newer', () => {
    const notices = [
      aNotice('2026-11-01', { expires: '2026-11-10', link: '/new/' }),
      aNotice('2026-06-01', { link: '/old/' }),
    ];
    const found = assess(anItem('affairs', { freshness: 'six-months' }), anOffice({ notices }), '2026-11-22');
    expect(found).toMatchObject({ state: 'published', link: '/old/', until: '2026-12-01' });
  });

  it('where all notices have expired, the one that was valid last stands', () => {
    const notices = ['2026-09-01', '2026-10-01', '2026-08-01'].map((expires) =>
      aNotice('2026-06-01', { expires, link: `/${expires}/` }),
    );
    const found = assess(anItem('affairs', { freshness: 'yearly' }), anOffice({ notices }), '2026-11-22');
    expect(found).toMatchObject({ state: 'stale', link: '/2026-10-01/', since: '2026-10-02' });
  });

  it('figures are those of the last month that is told, in whatever order they stand', () => {
    const months = ['2026-10', '2026-08', '2026-09'].map((month) => ({ month }));
    const item = anItem('statistics', { freshness: 'monthly' });
    const told = (list: readonly object[]) =>
      assess(item, anOffice({ statistics: { months: list } as OfficeFacts['statistics'] }), '2026-11-22');
    expect(told(months)).toMatchObject({ state: 'published', link: '#statistics', on: '2026-10' });
    expect(told([])).toEqual({ state: 'missing' });
    expect(assess(item, anOffice(), '2026-11-22')).toEqual({ state: 'missing' });
  });

  it('an office phone or place without a source was never verified, and leads to where it stands', () => {
    const phones = [{ number: '0833-2123456', use: 'supervision' as const }];
    expect(assess(anItem('supervision'), withRecord({ phones }), '2026-11-22')).toEqual({
      state: 'stale',
      link: '#contact',
      reason: 'verification',
      note: '没有核实日期',
    });
  });

  it('a vacancy that was to be filled before the list was verified is told by the list', () => {
    const staff = (verifiedOn?: string) =>
      aStaff([person('a')], {
        vacancies: [
          { post: '司法助理员', since: '2026-01-01', until: '2026-09-25' },
          { post: '门卫', since: '2026-01-01' },
        ],
        provenance: { source: '局', ...(verifiedOn && { verifiedOn }) },
      });
    const item = anItem('people', { freshness: '20-working-days' });
    const note = (verifiedOn?: string) =>
      JSON.stringify(assess(item, anOffice({ staff: staff(verifiedOn) }), '2026-11-22'));
    expect(note('2026-09-26')).not.toContain('司法助理员');
    expect(note('2026-09-25')).toContain('司法助理员预计已到岗');
    expect(note()).toContain('没有核实日期');
  });
});
