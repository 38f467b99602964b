import { describe, expect, it } from 'vitest';
import {
  fixPhone,
  internationalPhone,
  isDialable,
  isSampleNumber,
  telLink,
  toHalfWidth,
} from '../../src/domain/phones.ts';
import { wrongPhone } from '../../src/domain/wrong-phone.ts';

describe('a telephone number', () => {
  it.each(['0833-2123456', '0833-2123456-801', '028-86123456', '12348', '110', '0833-0123456'])(
    '%s is accepted',
    (number) => {
      expect(isDialable(number)).toBe(true);
    },
  );

  it.each(['13800138000', '2123456', '0833-1123456', '08332123456', '０８３３-2123456', '12349'])(
    '%s is refused',
    (number) => {
      expect(isDialable(number)).toBe(false);
    },
  );

  it.each([
    ['０８３３－２１２３４５６', '0833-2123456'],
    ['(0833)2123456', '0833-2123456'],
    ['（0833）2123456', '0833-2123456'],
    ['0833 2123456', '0833-2123456'],
    ['08332123456', '0833-2123456'],
    ['0833—2123456', '0833-2123456'],
    ['028 8612 3456', '028-86123456'],
  ])('%s is mended to %s', (typed, fixed) => {
    expect(fixPhone(typed)).toBe(fixed);
  });

  it('is not guessed where too little was typed', () => {
    expect(fixPhone('12')).toBeUndefined();
    expect(fixPhone('13800138000')).toBeUndefined();
    expect(fixPhone(undefined)).toBeUndefined();
    expect(fixPhone(['12348'])).toBeUndefined();
    expect(fixPhone('甲0833-2123456')).toBeUndefined();
    expect(fixPhone('0833-21234567890')).toBeUndefined();
    expect(fixPhone('转(0833)2123456')).toBeUndefined();
  });

  it.each([
    [12348, '12348'],
    ['1 2 3 4 8', '12348'],
    ['0833.2123456', '0833-2123456'],
    ['0833-2123456-801', '0833-2123456-801'],
    ['0833-212-3456', '0833-2123456'],
  ])('typed as %j it is %s', (typed, fixed) => {
    expect(fixPhone(typed)).toBe(fixed);
  });

  it('has hyphens of one kind, whatever dash was typed, and half-width digits', () => {
    expect(toHalfWidth('０８３３－２１‐‑‒–—―~～２：ａ')).toBe('0833-21--------2:a');
  });

  it('of a sample can never be dialled', () => {
    expect(isSampleNumber('0833-0123456')).toBe(true);
    expect(telLink('0833-0123456')).toBeUndefined();
  });

  it('is dialled without its hyphen, the extension after a pause', () => {
    expect(telLink('0833-2123456')).toBe('tel:08332123456');
    expect(telLink('0833-2123456-801')).toBe('tel:08332123456,801');
    expect(telLink('12348')).toBe('tel:12348');
  });

  it('is dialled from abroad without the nought of its area; short numbers stay as they are', () => {
    expect(internationalPhone('0833-2123456')).toBe('+86-833-2123456');
    expect(internationalPhone('020-20123456-801')).toBe('+86-20-20123456;ext=801');
    expect(internationalPhone('12348')).toBe('12348');
  });
});

describe('a number that is none of an office', () => {
  const mobile = (text: string) => ({ message: `“${text}”是手机号，不公开`, remedy: '请写办公室的固定电话' });

  it.each(['13800138000', '138 0013-8000', '１３８００１３８０００', '8613800138000'])(
    '%s: a mobile',
    (text) => {
      expect(wrongPhone(text)).toEqual(mobile(text));
    },
  );

  it('without its area: what to type is told, with the area where it is known', () => {
    const message = '“212 3456”区号不全';
    expect(wrongPhone('212 3456', '0833')).toMatchObject({ message, remedy: '改成 0833-2123456' });
    expect(wrongPhone('212 3456')).toMatchObject({ message, remedy: '前面加上区号和横线' });
    expect(wrongPhone('21234567', '0833')?.remedy).toBe('改成 0833-21234567');
  });

  it.each([
    '12348',
    '1123456',
    '212345',
    '212345678',
    '138001380001',
    '913800138000',
    '电话2123456',
    '2123456转1',
  ])('nothing is said of %s', (text) => {
    expect(wrongPhone(text, '0833')).toBeUndefined();
  });
});
