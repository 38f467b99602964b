import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePrivacy, precisionOf, recallOf } from '../../src/bench/privacy.ts';
import { hasIdentityCheck, isCreditCode, passesLuhn } from '../../src/domain/privacy/checksums.ts';
import { PRIVACY_KIND_NAMES } from '../../src/domain/privacy/kinds.ts';
import { mask } from '../../src/domain/privacy/scan.ts';
import { scanText } from '../../src/domain/privacy/scan.ts';

/** Published test numbers (facts F3–F5); they belong to nobody. */
const IDENTITIES = ['11010519491231002X', '440524188001010014'] as const;
const MOBILE = '13800138000';
const CARD = '4111111111111111';
const ALL = [...IDENTITIES, MOBILE, CARD];

const kindsIn = (text: string) => scanText(text).map(({ kind, grade }) => `${kind} ${grade}`);

describe('the personal-data guard', () => {
  it('knows the check digits of identity numbers, cards and organisations', () => {
    expect(IDENTITIES.map(hasIdentityCheck)).toEqual([true, true]);
    expect(hasIdentityCheck('110105194912310021')).toBe(false);
    expect(passesLuhn(CARD)).toBe(true);
    expect(passesLuhn('4111111111111112')).toBe(false);
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
  });

  it('grades: sure is refused, a wrong check digit, an old or half-hidden number is to be looked at', () => {
    expect(kindsIn(IDENTITIES[0])).toEqual(['identity block']);
    expect(kindsIn('110105194912310021')).toEqual(['identity warn']);
    expect(kindsIn('110105491231002')).toEqual(['identity warn']);
    expect(kindsIn('110105********002X')).toEqual(['identity warn']);
    expect(kindsIn(MOBILE)).toEqual(['mobile block']);
    expect(kindsIn(`订单号${MOBILE}`)).toEqual(['mobile warn']);
    expect(kindsIn(CARD)).toEqual(['card block']);
    expect(kindsIn('社区矫正对象张三')).toEqual(['name warn']);
    expect(kindsIn('（2099）川11刑初99999号')).toEqual(['case block']);
    expect(kindsIn('（2099）川11民初99999号')).toEqual(['case warn']);
  });

  it('takes no birthday that never was, and no province that is none', () => {
    expect(kindsIn('11010519490231002X')).toEqual([]);
    expect(kindsIn('99010519491231002X')).toEqual([]);
  });

  it('finds a number however it is written: wide, apart, hidden between, in Chinese numerals', () => {
    const chinese = (text: string) =>
      text.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '');
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const apart = fc.constantFrom(' ', '-', '·', '、', '\u200b', '\u00ad', '－', '\u3000');
    const form = fc.constantFrom<(text: string) => string>((text) => text, wide, chinese);
    const property = fc.property(fc.constantFrom(...ALL), form, apart, (number, inForm, between) => {
      const texts = [inForm(number), [...inForm(number)].join(between)];
      for (const text of texts)
        expect(scanText(`号码：${text}。`).map(({ value }) => value)).toEqual([number]);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it.each(['86', '0086', '+86', '+86 ', '0086-', '(86)', '86 '])(
    'finds a mobile number behind %s',
    (country) => {
      expect(scanText(`电话${country}${MOBILE}`)).toMatchObject([{ kind: 'mobile', grade: 'block' }]);
      expect(scanText(`${country}138 0013 8000`)).toMatchObject([{ kind: 'mobile', grade: 'block' }]);
    },
  );

  it('says where the value stands in the text as it was given', () => {
    const text = `前\u200b\u{20000}面：１３８\u200b００１３８０００，后面`;
    const [found] = scanText(text);
    expect(text.slice(found?.start, found?.end)).toBe('１３８\u200b００１３８０００');
  });

  it('finds a number anywhere among words that hold none', () => {
    const words = fc.string({ unit: fc.constantFrom('司', '法', '所', '，', '。', '：', '\n', '，电话') });
    const property = fc.property(words, fc.constantFrom(...ALL), words, (before, number, after) => {
      expect(scanText(`${before}${number}${after}`).map(({ value }) => value)).toContain(number);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('is not deceived by lists of telephones, division codes, dates, sums and coordinates', () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
    const telephone = digits(6).map((rest) => `0833-2${rest}`);
    const division = fc
      .tuple(fc.constantFrom('511102', '511123', '511181'), digits(6))
      .map((two) => two.join(''));
    const date = fc
      .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const coordinates = fc.tuple(digits(5), digits(5)).map(([a, b]) => `103.${a}, 29.${b}`);
    const one = fc.oneof(telephone, division, date, coordinates);
    const list = fc.tuple(
      fc.array(one, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('、', ' ', '，', '\n', ' | '),
    );
    fc.assert(
      fc.property(list, ([items, between]) => {
        expect(kindsIn(items.join(between))).toEqual([]);
      }),
      { numRuns: 500, examples: [[[['511102190010', '2018-01-01', '511102000000'], '、']]] },
    );
  });

  it('never shows the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL, '张三丰', '12345678@qq.com'), (value) => {
        expect(mask(value)).not.toContain(value);
        expect([...mask(value)].filter((char) => /\d/.test(char)).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('how well it does on published test numbers and decoys', () => {
  const kinds = PRIVACY_KIND_NAMES.filter((kind) => kind !== 'location');

  it('every kind that can stand in a text is measured', () => {
    expect(measurePrivacy().map(({ kind }) => kind)).toEqual(kinds);
  });

  it('of every kind it finds 97 of 100 at least', () => {
    for (const one of measurePrivacy())
      expect(recallOf(one), one.missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('of 100 alarms of every kind 97 are right', () => {
    for (const one of measurePrivacy())
      expect(precisionOf(one), one.alarms.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
