import { describe, expect, it } from 'vitest';
import { fromGbk, toGbk } from '../../src/domain/gbk.ts';

describe('a list in GBK', () => {
  it('says what it said, whatever characters it holds', () => {
    const all = Array.from({ length: 0x1_00_00 }, (_, at) => String.fromCharCode(at)).join('');
    for (const value of [all, { '漹城 “𠮷” €\n': ['荍', 1, true] }])
      expect(JSON.parse(fromGbk(toGbk(JSON.stringify(value))))).toEqual(value);
  });

  it('takes two bytes a character, also of the rare ones in names here', () => {
    for (const text of ['司法所', '漹荍轸雩', '，。：“”']) expect(toGbk(text)).toHaveLength(text.length * 2);
    expect([...toGbk('中a')]).toEqual([0xd6, 0xd0, 0x61]);
  });
});
