import { describe, expect, it } from 'vitest';
import { isDialable, isSampleNumber, fixPhone, telLink } from '../../src/domain/phones.ts';

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
});
