import { describe, expect, it } from 'vitest';
import { callableParts } from '../../src/domain/callable-text.ts';

const marked = (text: string) =>
  callableParts(text)
    .map((part) => ({ words: part.text, call: `[${part.text}]`, offices: `<${part.text}>` })[part.kind])
    .join('');

describe('a sentence that tells whom to call', () => {
  it.each([
    [
      '打所在地司法所的电话（见各所页面），也可以打12348。',
      '打所在地司法所的电话（见<各所页面>），也可以打[12348]。',
    ],
    ['马上打110报警，受伤的打120。', '马上打[110]报警，受伤的打[120]。'],
    ['检察热线12309；纪检12388', '检察热线[12309]；纪检[12388]'],
  ])('“%s” can be dialled from', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each(['中国法律服务网（12348.gov.cn）', '赔了120元', '编号1234567', '自收到之日起60日内'])(
    '“%s” has nothing to dial',
    (text) => {
      expect(marked(text)).toBe(text);
    },
  );

  it('loses no word', () => {
    const text = '先打12345，再看各所页面，急事打110。';
    expect(
      callableParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(callableParts('')).toEqual([]);
  });
});
