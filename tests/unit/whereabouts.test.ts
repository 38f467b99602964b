import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comingWhereabouts } from '../../src/domain/whereabouts-coming.ts';
import { absentSubstitute, lastDate, prune, resolve, restDays } from '../../src/domain/whereabouts.ts';
import { whereaboutsFile } from '../../src/exports/whereabouts.ts';
import { whereabouts, WHEREABOUTS_STATES, type Whereabouts } from '../../src/schemas/whereabouts.ts';
import { whereaboutsView } from '../../src/views/whereabouts.ts';
import { year2026 } from '../helpers/calendars.ts';
import { catalogue } from '../helpers/finder.ts';

const work = { calendars: [year2026] };
const row = (date: string, person = 'jia', state: Whereabouts['entries'][number]['state'] = '在岗') => ({
  date,
  person,
  session: '09:00-17:00',
  state,
});
const planned = (person: string, days: number[]) => ({
  person,
  days,
  session: '09:00-17:00',
  state: '在岗' as const,
});
const plan = {
  from: '2026-09-21',
  until: '2026-10-16',
  week: [planned('jia', [1, 2, 3, 4, 5]), planned('yi', [1, 6])],
};
const told = (file: Whereabouts, from: string, days: number) =>
  resolve(file, from, days, work).map((one) => `${one.date} ${one.person} ${one.state}`);

it('the city’s hotline is named for who is in where an office has no number: the one for law knows nothing of it', () => {
  const silent = catalogue.offices.find(({ record }) => !record.phones);
  const view = silent && whereaboutsView(silent, catalogue, new Date('2026-11-28T02:00:00Z'));
  expect(view?.ask).toMatchObject({ number: '12345', href: 'tel:12345' });
});

describe('where people are', () => {
  it('follows the weekly plan on workdays only: no holiday, no weekend, a make-up day only where it is named', () => {
    expect(told({ entries: [], plan }, '2026-09-25', 16)).toEqual([
      '2026-09-28 jia 在岗',
      '2026-09-28 yi 在岗',
      '2026-09-29 jia 在岗',
      '2026-09-30 jia 在岗',
      '2026-10-08 jia 在岗',
      '2026-10-09 jia 在岗',
      // A Saturday worked in place of a holiday.
      '2026-10-10 yi 在岗',
    ]);
  });

  it('lets an entry of the day take the place of the plan, for that person alone', () => {
    const file = { entries: [row('2026-09-28', 'jia', '公出')], plan };
    expect(told(file, '2026-09-28', 2)).toEqual([
      '2026-09-28 jia 公出',
      '2026-09-28 yi 在岗',
      '2026-09-29 jia 在岗',
    ]);
  });

  it('keeps entries of rest days: somebody may be on duty', () => {
    expect(told({ entries: [row('2026-10-01')], plan }, '2026-10-01', 1)).toEqual(['2026-10-01 jia 在岗']);
  });

  it('guesses nothing of a year without a calendar', () => {
    const long = { ...plan, from: '2026-12-28', until: '2027-01-31' };
    expect(told({ entries: [row('2027-01-05')], plan: long }, '2027-01-01', 14)).toEqual([
      '2027-01-05 jia 在岗',
    ]);
    expect(restDays('2027-01-01', 14, work)).toEqual([]);
  });

  it('ends with the plan', () => {
    expect(told({ entries: [], plan }, '2026-10-16', 5)).toEqual(['2026-10-16 jia 在岗']);
    expect(lastDate({ entries: [row('2026-10-20')], plan })).toBe('2026-10-20');
    expect(lastDate({ entries: [] })).toBeUndefined();
  });

  it('says nothing of past days, whatever the file holds', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
    const dates = fc.array(date, { maxLength: 20 });
    fc.assert(
      fc.property(dates, date, (all, today) => {
        const file = { entries: all.map((one) => row(one)) };
        const left = prune(file, today).entries.map((one) => one.date);
        expect(left).toEqual(all.filter((one) => one >= today));
        expect(resolve(file, today, 40, work).map((one) => one.date)).toEqual([...left].sort());
      }),
    );
  });

  it('drops a plan that has ended, and only then', () => {
    const file = { entries: [row('2026-10-16'), row('2026-10-17')], plan };
    expect(prune(file, '2026-10-16')).toEqual(file);
    expect(prune(file, '2026-10-17')).toEqual({ entries: [row('2026-10-17')] });
  });

  it('finds a substitute who is away himself', () => {
    const away = { ...row('2026-11-24', 'yi', '休假'), session: '09:00-12:00' };
    const mine = { ...row('2026-11-24', 'jia', '公出'), substitute: 'yi' };
    expect(absentSubstitute({ ...mine, session: '08:00-10:00' }, [away])).toBe(away);
    expect(absentSubstitute({ ...mine, session: '12:00-17:00' }, [away])).toBeUndefined();
    expect(absentSubstitute(mine, [{ ...away, state: '在岗' }])).toBeUndefined();
  });
});

const person = (id: string) => ({
  id,
  name: `示例${id}`,
  post: '所长',
  role: 'staff' as const,
  duties: ['接待'],
});
const source = (people: string[], entries: Whereabouts['entries']) => ({
  id: 'dong/jia',
  record: {
    name: '甲镇司法所',
    phones: [{ number: '0833-2123456', use: 'consult' as const }],
    status: { state: 'normal' as const },
  },
  staff: { people: people.map(person), provenance: { source: '测试' } },
  whereabouts: { entries },
  work,
});
const now = new Date('2026-11-23T16:30:00Z');

describe('what is published of it', () => {
  it('begins with the day in Shanghai, not in London, and reaches fourteen days', () => {
    const dates = ['2026-11-23', '2026-11-24', '2026-12-07', '2026-12-08'];
    const { entries, asOf } = comingWhereabouts(
      source(
        ['jia'],
        dates.map((date) => row(date)),
      ),
      now,
    );
    expect(entries.map((one) => one.date)).toEqual(['2026-11-24', '2026-12-07']);
    expect(asOf).toBe('2026-11-23T16:30:00.000Z');
  });

  it('tells neither a return time nor the hours of an absence where only one person works', () => {
    const entries = [{ ...row('2026-11-24', 'jia', '公出'), back: '16:00' }, row('2026-11-25', 'jia')];
    const told = comingWhereabouts(source(['jia'], entries), now);
    expect(told.alone).toBe(true);
    expect(told.entries).toEqual([
      { date: '2026-11-24', person: 'jia', state: '公出' },
      row('2026-11-25', 'jia'),
    ]);
    expect(comingWhereabouts(source(['jia', 'yi'], entries), now)).toMatchObject({ alone: false, entries });
  });

  it('names no substitute who has left', () => {
    const entries = [{ ...row('2026-11-24', 'jia', '公出'), substitute: 'wu' }];
    expect(comingWhereabouts(source(['jia', 'yi'], entries), now).entries).toEqual([
      row('2026-11-24', 'jia', '公出'),
    ]);
  });

  it('is a file with revision, licence and number, the same bytes for the same facts', () => {
    const stamp = { now, digest: () => 'sha256:1', licence: 'CC BY 4.0' };
    const text = whereaboutsFile(source(['jia'], [row('2026-11-24')]), stamp);
    expect(whereaboutsFile(source(['jia'], [row('2026-11-24')]), stamp)).toBe(text);
    expect(JSON.parse(text)).toEqual({
      office: 'dong/jia',
      name: '甲镇司法所',
      phone: '0833-2123456',
      alone: true,
      asOf: '2026-11-23T16:30:00.000Z',
      inputsDigest: 'sha256:1',
      licence: 'CC BY 4.0',
      people: [{ id: 'jia', name: '示例jia', post: '所长' }],
      entries: [row('2026-11-24')],
      restDays: ['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06'],
    });
  });

  it('has no field in which anything but the six states could be written', () => {
    const plain = { entries: [row('2026-11-24')], plan };
    expect(whereabouts.safeParse(plain).success).toBe(true);
    for (const extra of ['place', 'reason', 'note', 'visited'])
      expect(whereabouts.safeParse({ entries: [{ ...row('2026-11-24'), [extra]: '某村3组' }] }).success).toBe(
        false,
      );
    expect(whereabouts.safeParse({ entries: [{ ...row('2026-11-24'), state: '去医院' }] }).success).toBe(
      false,
    );
    expect(WHEREABOUTS_STATES).toHaveLength(6);
  });
});
