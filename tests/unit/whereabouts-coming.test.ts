import { describe, expect, it } from 'vitest';
import {
  comingWhereabouts,
  phoneToAsk,
  type WhereaboutsSource,
} from '../../src/domain/whereabouts-coming.ts';
import { absentSubstitute, overlap, rowsOn } from '../../src/domain/whereabouts.ts';
import { year2026 } from '../helpers/calendars.ts';
import { file, type Row, row } from '../helpers/rows.ts';

describe('the rows of a day', () => {
  it('go by the hour, then by the person', () => {
    const rows = [row('2026-11-23', 'yi', '14:00-17:00'), row('2026-11-23', 'yi'), row('2026-11-23', 'jia')];
    for (const given of [rows, rows.toReversed()])
      expect(rowsOn(file(...given), '2026-11-23').map((one) => `${one.session} ${one.person}`)).toEqual([
        '09:00-12:00 jia',
        '09:00-12:00 yi',
        '14:00-17:00 yi',
      ]);
  });

  it('the plan holds on its first and its last day', () => {
    const week = [{ person: 'jia', days: [1], session: '09:00-12:00', state: '在岗' as const }];
    const plan = { from: '2026-11-23', until: '2026-11-30', week };
    const days = ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'];
    expect(days.map((date) => rowsOn({ entries: [], plan }, date).length)).toEqual([0, 1, 1, 0]);
  });

  it('two rows that touch share no minute; those that cannot be read share none', () => {
    const shared = (a: string, b: string) =>
      overlap(row('2026-11-23', 'jia', a), row('2026-11-23', 'jia', b));
    expect(shared('09:00-12:00', '11:59-13:00')).toBe(true);
    expect(shared('11:59-13:00', '09:00-12:00')).toBe(true);
    for (const [a, b] of [
      ['09:00-12:00', '12:00-13:00'],
      ['12:00-13:00', '09:00-12:00'],
      ['上午', '09:00-12:00'],
      ['09:00-12:00', '上午'],
    ] as const)
      expect(shared(a, b), `${a} ${b}`).toBe(false);
  });

  it('a substitute who is away at that hour stands in for nobody', () => {
    const away = { ...row('2026-11-23'), substitute: 'yi' };
    const of = (...rows: Row[]) => absentSubstitute(away, rows)?.session;
    expect(of(row('2026-11-23', 'yi', '11:00-13:00'))).toBe('11:00-13:00');
    expect(of(row('2026-11-23', 'yi', '13:00-14:00'))).toBeUndefined();
    expect(of(row('2026-11-23', 'yi', '11:00-13:00', '在岗'))).toBeUndefined();
    expect(of(row('2026-11-23', 'bing', '11:00-13:00'), away)).toBeUndefined();
    expect(absentSubstitute({ ...away, substitute: 'jia' }, [away])).toBeUndefined();
  });
});

describe('what is published of the coming days', () => {
  const person = (id: string) => ({ id, name: `示例${id}`, post: '科员' });
  const staff = (...ids: string[]) => ({ people: ids.map(person) }) as unknown as WhereaboutsSource['staff'];
  const source = (one: Partial<WhereaboutsSource>): WhereaboutsSource => ({
    id: 'samples/a',
    record: { name: '示例所', status: { state: 'normal' } } as WhereaboutsSource['record'],
    work: { calendars: [year2026] },
    ...one,
  });
  const now = new Date('2026-11-23T01:00:00Z');
  const entry = { ...row('2026-11-23'), back: '12:00', substitute: 'yi' };
  const entriesOf = (one: Partial<WhereaboutsSource>) => comingWhereabouts(source(one), now).entries;

  it('of an office of several: hours, return, and a substitute who is one of them', () => {
    const whereabouts = file(entry);
    expect(entriesOf({ staff: staff('jia', 'yi'), whereabouts })).toEqual([entry]);
    const { substitute: _, ...without } = entry;
    expect(entriesOf({ staff: staff('jia', 'bing'), whereabouts })).toEqual([without]);
    expect(entriesOf({ staff: staff('jia', 'yi'), whereabouts: file(row('2026-11-23')) })).toEqual([
      row('2026-11-23'),
    ]);
  });

  it('of one who works alone neither when he is away nor when he is back', () => {
    const { session: _, back: __, substitute: ___, ...told } = entry;
    expect(entriesOf({ staff: staff('jia'), whereabouts: file(entry) })).toEqual([told]);
    const present = row('2026-11-23', 'jia', '09:00-12:00', '在岗');
    expect(entriesOf({ staff: staff('jia'), whereabouts: file(present) })).toEqual([present]);
  });

  it('nothing of people who are not published, of a closed office, or where nothing was entered', () => {
    expect(entriesOf({ staff: staff('bing', 'ding'), whereabouts: file(entry) })).toEqual([]);
    expect(entriesOf({ whereabouts: file(entry) })).toEqual([]);
    expect(entriesOf({ staff: staff('jia') })).toEqual([]);
    const record = { name: '示例所', status: { state: 'closed' } } as unknown as WhereaboutsSource['record'];
    const closed = comingWhereabouts(
      source({ record, staff: staff('jia', 'yi'), whereabouts: file(entry) }),
      now,
    );
    expect([closed.people, closed.entries, closed.alone]).toEqual([[], [], false]);
  });

  it('the number to ask is the one for consultation, and no other', () => {
    const phones = [
      { use: 'supervise', number: '0833-0000001' },
      { use: 'consult', number: '0833-0000002' },
    ] as unknown as WhereaboutsSource['record']['phones'];
    expect(phoneToAsk({ phones })).toBe('0833-0000002');
    expect(phoneToAsk({ phones: phones?.slice(0, 1) })).toBeUndefined();
    expect(phoneToAsk({})).toBeUndefined();
  });
});
