import { describe, expect, it } from 'vitest';
import { assessDay } from '../../src/domain/disclosure/daily.ts';
import type { WhereaboutsEntry } from '../../src/schemas/whereabouts.ts';
import { anOffice, aStaff, person, withRecord } from '../helpers/disclosure.ts';

const entry = (date: string, who = 'a'): WhereaboutsEntry => ({
  date,
  person: who,
  session: '09:00-17:00',
  state: '在岗',
});

const told = (today: string, ...entries: WhereaboutsEntry[]) =>
  assessDay(anOffice({ staff: aStaff([person('a')]), whereabouts: { entries } }), today);

describe('whereabouts hold for the day they are told of', () => {
  it('on a workday: that very day, and no longer', () => {
    expect(told('2026-11-24', entry('2026-11-24'))).toEqual({
      state: 'published',
      link: '#whereabouts',
      on: '2026-11-24',
      until: '2026-11-24',
    });
  });

  it('past ones are never taken for current ones', () => {
    expect(told('2026-11-25', entry('2026-11-23'))).toMatchObject({
      state: 'stale',
      reason: 'update',
      since: '2026-11-24',
      note: '没有2026年11月25日的去向',
    });
  });

  it('those of later days do not stand for a day that was left out', () => {
    expect(told('2026-11-24', entry('2026-11-26'))).toMatchObject({ state: 'stale', since: '2026-11-24' });
  });

  it('on a rest day those of the last workday hold until the next begins', () => {
    expect(told('2026-11-21', entry('2026-11-20'))).toMatchObject({
      state: 'published',
      until: '2026-11-22',
    });
    expect(told('2026-11-22', entry('2026-11-19'))).toMatchObject({ state: 'stale', since: '2026-11-20' });
  });

  it('on a rest day nothing is owed where the days to come are told already', () => {
    expect(told('2026-11-22', entry('2026-11-23'))).toMatchObject({
      state: 'published',
      until: '2026-11-22',
    });
  });

  it('a make-up Saturday is a workday', () => {
    expect(told('2026-10-10', entry('2026-10-09')).state).toBe('stale');
  });

  it('in a year without a calendar a day without entry is stale, and the page says why it cannot know', () => {
    expect(told('2027-01-02', entry('2027-01-02')).state).toBe('published');
    expect(told('2027-01-02', entry('2026-12-31'))).toMatchObject({
      state: 'stale',
      note: expect.stringContaining('没有2027年的放假安排') as string,
    });
  });

  it('entries of people who do not work there are none', () => {
    expect(told('2026-11-24', entry('2026-11-24', 'gone')).state).toBe('stale');
    expect(assessDay(anOffice({ whereabouts: { entries: [entry('2026-11-24')] } }), '2026-11-24').state).toBe(
      'missing',
    );
  });

  it('a closed office owes none', () => {
    const closed = withRecord({ status: { state: 'closed', text: '并入', since: '2026-06-30' } });
    expect(assessDay(closed, '2026-11-24').state).toBe('not-applicable');
  });
});
