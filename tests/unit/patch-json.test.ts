import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchJson } from '../../src/editing/patch-json.ts';

const text = `{
  "name": "甲",
  "phones": [
    { "number": "0833-2123456", "use": "consult" },
    { "number": "0833-2123457", "use": "fax" }
  ],
  "place": {
    "address": "一号"
  },
  "rows": [{"a": 1}, {"a": 2}]
}
`;
type Data = Record<string, unknown>;
const data = () => JSON.parse(text) as Data;
const lines = (one: string) => one.split('\n');
/** The lines of the new text that the old one has not. */
const fresh = (after: string) => lines(after).filter((line) => !lines(text).includes(line));

describe('a changed record is written into its file', () => {
  it('nothing changed: not a character differs', () => {
    expect(patchJson(text, data())).toBe(text);
  });

  it('one value changed: one line differs', () => {
    const after = patchJson(text, { ...data(), place: { address: '二号' } });
    expect(fresh(after)).toEqual(['    "address": "二号"']);
  });

  it('a new element of a list is written like its neighbours', () => {
    const phones = [...(data()['phones'] as object[]), { number: '12348', use: 'duty' }];
    expect(fresh(patchJson(text, { ...data(), phones }))).toEqual([
      '    { "number": "0833-2123457", "use": "fax" },',
      '    { "number": "12348", "use": "duty" }',
    ]);
    expect(patchJson(text, { ...data(), rows: [{ a: 1 }, { a: 3 }, { a: 2 }] })).toContain(
      '[{"a": 1}, {"a": 3}, {"a": 2}]',
    );
  });

  it('an element taken out leaves the others as they were', () => {
    const phones = (data()['phones'] as object[]).slice(1);
    const after = patchJson(text, { ...data(), phones });
    expect(fresh(after)).toEqual([]);
    expect(lines(after)).toHaveLength(lines(text).length - 1);
  });

  it('a new field stands where the order of the fields wants it', () => {
    const { name, phones, place, rows } = data();
    const after = patchJson(text, { name, kind: 'area', phones, place, rows });
    expect(lines(after)[2]).toBe('  "kind": "area",');
  });

  it('a file with Windows line ends keeps them', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const after = patchJson(windows, { ...data(), kind: { deep: [1] } });
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('whatever the two records, the text says the new one, and patching back the old one', () => {
    // No schema of the content knows such a field, and plain objects cannot hold it.
    const value = fc.jsonValue({ maxDepth: 3 }).filter((one) => !JSON.stringify(one).includes('__proto__'));
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);
    const listed = fc.record({ list: fc.array(record, { maxLength: 5 }), rest: record });
    fc.assert(
      fc.property(listed, listed, fc.constantFrom(undefined, 2), (a, b, indent) => {
        const [before, after] = [a, b].map((one) => JSON.parse(JSON.stringify(one)) as unknown);
        const there = patchJson(JSON.stringify(before, null, indent), after);
        expect(JSON.parse(there)).toEqual(after);
        expect(JSON.parse(patchJson(there, before))).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});
