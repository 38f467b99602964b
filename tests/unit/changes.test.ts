import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween } from '../../src/domain/changes.ts';
import { merge } from '../../src/domain/merge.ts';

const people = [
  { id: 'jia', name: '示例甲' },
  { id: 'yi', name: '示例乙' },
];

describe('the steps from one value to another', () => {
  it('name the one field that differs', () => {
    expect(changesBetween({ people }, { people: [people[0], { id: 'yi', name: '示例丙' }] })).toEqual([
      { does: 'set', path: ['people', 1, 'name'], before: '示例乙', after: '示例丙' },
    ]);
  });

  it('tell who went, not that everyone below became another', () => {
    expect(changesBetween(people, people.slice(1))).toEqual([
      { does: 'remove', path: [0], before: people[0] },
    ]);
  });

  it.each<[string, unknown[], unknown[], unknown[]]>([
    ['gone from the front', [{ a: 1 }, { a: 2 }], [{ a: 2 }], ['remove 0']],
    ['gone from the end', ['甲', '乙', '丙'], ['甲', '乙'], ['remove 2']],
    ['come in between', [{ a: 1 }, { a: 3 }], [{ a: 1 }, { a: 2 }, { a: 3 }], ['insert 1']],
    ['come in front', [{ a: 3 }], [{ a: 1 }, { a: 2 }, { a: 3 }], ['insert 0', 'insert 1']],
    ['one of two alike gone', ['甲', '甲'], ['甲'], ['remove 1']],
    ['one more of its like', ['甲'], ['甲', '甲'], ['insert 1']],
    ['another in its place', ['甲', '乙', '丙'], ['甲', '丁', '丙'], ['set 1']],
    ['another that has got an id', [{ a: 1 }], [{ id: 'x', a: 1 }], ['remove 0', 'insert 0']],
    ['another that has lost its id', [{ id: 'x', a: 1 }], [{ a: 1 }], ['remove 0', 'insert 0']],
  ])('are the fewest in a list: %s', (_, before, after, steps) => {
    const found = changesBetween(before, after);
    expect(found.map(({ does, path }) => `${does} ${path.join('.')}`)).toEqual(steps);
    expect(applyChanges(before, found)).toStrictEqual(after);
  });

  it('are left out where their place is no longer there; what is taken away is gone', () => {
    const set = (...path: string[]) => [{ does: 'set', path, after: 1 } as const];
    for (const value of [{ a: 1 }, { a: null }, { a: '甲' }, {}])
      for (const steps of [set('a', 'b'), set('a', 'b', 'c'), set('z', 'b')])
        expect(applyChanges(value, steps)).toStrictEqual(value);
    expect(applyChanges({ a: 1, b: 2 }, [{ does: 'remove', path: ['a'], before: 1 }])).toStrictEqual({
      b: 2,
    });
  });

  it('tell what is new and what is no longer said', () => {
    expect(changesBetween({ a: 1 }, { b: 2 })).toEqual([
      { does: 'remove', path: ['a'], before: 1 },
      { does: 'insert', path: ['b'], after: 2 },
    ]);
  });

  it('can be taken on a value that has moved on meanwhile', () => {
    const mine = changesBetween({ phone: '1', place: { a: 1 } }, { phone: '2', place: { a: 1 } });
    expect(applyChanges({ phone: '1', place: { a: 9 } }, mine)).toEqual({ phone: '2', place: { a: 9 } });
  });

  it('lead there, whatever the two values', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('甲', '乙', '', 1, 0, true, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'a', 'b', 'c'), tie('value'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      ),
    }));
    const leads = (a: unknown, b: unknown) => {
      expect(applyChanges(a, changesBetween(a, b))).toEqual(b);
    };
    fc.assert(fc.property(value, value, leads), { numRuns: 500 });
  });
});

describe('changes of one’s own on what others have changed meanwhile', () => {
  const before = {
    phones: [
      { number: '1', use: 'consult' },
      { number: '2', use: 'fax' },
    ],
    note: '甲',
  };

  it('are kept beside theirs', () => {
    const mine = { ...before, note: '乙' };
    const theirs = { ...before, phones: [{ number: '9', use: 'consult' }, before.phones[1]] };
    expect(merge(before, mine, theirs)).toEqual({ value: { ...theirs, note: '乙' }, conflicts: [] });
  });

  it('find their entry again where others have moved it', () => {
    const mine = { ...before, phones: [before.phones[0], { number: '3', use: 'fax' }] };
    const theirs = { ...before, phones: [before.phones[1]] };
    expect(merge(before, mine, theirs).value).toEqual({ ...before, phones: [{ number: '3', use: 'fax' }] });
  });

  it('are told where both changed the same, and theirs stands', () => {
    const { value, conflicts } = merge(before, { ...before, note: '乙' }, { ...before, note: '丙' });
    expect(value).toEqual({ ...before, note: '丙' });
    expect(conflicts).toEqual([{ does: 'set', path: ['note'], before: '甲', after: '乙' }]);
  });

  it('know an entry by its telephone number, wherever others have moved it and whatever they have said of it', () => {
    const mine = { ...before, phones: [before.phones[0], { number: '2', use: 'hotline' }] };
    const theirs = {
      ...before,
      phones: [
        { number: '2', use: 'fax', note: '总机转' },
        { number: '7', use: 'consult' },
        before.phones[0],
      ],
    };
    expect(merge(before, mine, theirs)).toEqual({
      value: {
        ...theirs,
        phones: [{ number: '2', use: 'hotline', note: '总机转' }, ...theirs.phones.slice(1)],
      },
      conflicts: [],
    });
  });

  it('know a month by its name, when others have added and corrected months meanwhile', () => {
    const months = [
      { month: '2026-09', lectures: 6 },
      { month: '2026-10', lectures: 7 },
    ];
    const mine = [months[0], { month: '2026-10', lectures: 8 }];
    const theirs = [
      { month: '2026-08', lectures: 5 },
      { month: '2026-10', lectures: 7, consultations: 30 },
      { month: '2026-09', lectures: 6 },
    ];
    expect(merge({ months }, { months: mine }, { months: theirs })).toEqual({
      value: { months: [theirs[0], { month: '2026-10', lectures: 8, consultations: 30 }, theirs[2]] },
      conflicts: [],
    });
  });

  const LISTS = { list: ['甲', '乙', '丙'], of: { a: 1 } };

  it.each<[string, unknown, unknown, unknown]>([
    ['an entry more', { list: ['甲', '丁', '乙', '丙'] }, { list: ['甲'] }, { list: ['甲', '丁'] }],
    ['an entry less', { list: ['甲', '丙'] }, { list: ['丙', '乙'] }, { list: ['丙'] }],
    [
      'an entry at the end',
      { list: ['甲', '乙', '丙', '丁'] },
      { list: ['甲', '乙', '戊'] },
      { list: ['甲', '乙', '戊', '丁'] },
    ],
    ['a field more', { of: { a: 1, b: 2 } }, { of: { a: 1, c: 3 } }, { of: { a: 1, b: 2, c: 3 } }],
    ['a field more on the outside', { note: '乙' }, { list: [] }, { list: [], note: '乙' }],
    ['a field less', { of: {} }, { of: { a: 1, c: 3 } }, { of: { c: 3 } }],
    [
      'an entry changed in its place',
      { list: ['甲', '丁', '丙'] },
      { list: ['甲', '乙', '戊'] },
      { list: ['甲', '丁', '戊'] },
    ],
    ['the same as theirs', { of: { a: 1, b: 2 } }, { of: { a: 1, b: 2 } }, { of: { a: 1, b: 2 } }],
    [
      'the same entry as theirs',
      { list: ['甲', '丁', '乙', '丙'] },
      { list: ['丁', '甲', '乙'] },
      { list: ['丁', '甲', '乙'] },
    ],
  ])('are taken where they fit: %s', (_, mine, theirs, result) => {
    const made = (more: unknown) => ({ ...LISTS, ...(more as object) });
    expect(merge(LISTS, made(mine), made(theirs))).toEqual({ value: made(result), conflicts: [] });
  });

  it.each<[string, unknown, unknown]>([
    ['both added the same field', { of: { a: 1, b: 2 } }, { of: { a: 1, b: 9 } }],
    ['theirs took away what mine changed', { of: { a: 2 } }, { of: {} }],
    ['theirs took away what mine is added to', { of: { a: 1, b: 2 } }, { of: null }],
    ['theirs has no list where mine adds to one', { list: ['甲', '乙', '丙', '丁'] }, { list: '无' }],
    ['theirs changed what mine takes away', { of: {} }, { of: { a: 2 } }],
  ])('are told where they do not fit: %s', (_, mine, theirs) => {
    const made = (more: unknown) => ({ ...LISTS, ...(more as object) });
    const { value, conflicts } = merge(LISTS, made(mine), made(theirs));
    expect(value).toEqual(made(theirs));
    expect(conflicts).toHaveLength(1);
  });

  it('are all of it where others changed nothing, nothing where mine is the same, and never doubled', () => {
    const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.constantFrom('甲', '乙') });
    const list = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 4 });
    const value = fc.record({ list, note: fc.constantFrom('甲', '乙') }, { requiredKeys: ['list'] });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(merge(one, other, one)).toEqual({ value: other, conflicts: [] });
        expect(merge(one, one, other)).toEqual({ value: other, conflicts: [] });
        expect(merge(one, other, other).value).toEqual(other);
      }),
    );
  });

  it('never touch an entry that is another one', () => {
    const mine = { ...before, phones: [{ number: '5', use: 'consult' }, before.phones[1]] };
    const theirs = { ...before, phones: [before.phones[1]] };
    expect(merge(before, mine, theirs)).toMatchObject({ value: theirs, conflicts: [{ after: '5' }] });
  });
});
