import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween } from '../../src/domain/changes.ts';

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
