import { describe, expect, it } from 'vitest';
import { alarmJudge, alarmSigns, kindsOf, placeOfSign, unbroken } from '../../src/domain/search/alarm.ts';
import { alarm } from '../helpers/search-index.ts';

describe('what was learnt', () => {
  it('adds up over the signs of a text, each once, whatever stands between them', () => {
    const index = alarm(0.5, { 烟: 1, 大: -0.5 });
    expect(alarmJudge(index)('烟')).toBe(1.5);
    expect(alarmJudge(index)('烟烟')).toBe(1.5);
    expect(alarmJudge(index)('烟 大')).toBe(alarmJudge(index)('烟，大！'));
    expect(alarmJudge(index)('')).toBe(0.5);
  });

  it('a sign falls on the same place always, within the places that there are', () => {
    expect(placeOfSign('着火')).toBe(placeOfSign('着火'));
    const places = alarmSigns('房子着火了怎么办').map(placeOfSign);
    expect(places.every((place) => Number.isInteger(place) && place >= 0)).toBe(true);
    // The file of the site is written with these: another place would read another weight.
    expect(['火', '着火', '老公'].map(placeOfSign)).toEqual([3980, 18155, 727]);
  });

  it('the kinds that are as likely, but for one character, are shown together; twice as telling counts twice', () => {
    expect(kindsOf(alarm(0, {}, [['着火'], ['火'], ['']]), '着火了')).toEqual([0, 1]);
    expect(kindsOf(alarm(0, {}, [['着火'], [''], ['']]), '着火了')).toEqual([0]);
    expect(kindsOf(alarm(0, {}, [['', '火'], ['着火'], ['']]), '着火了')).toEqual([0, 1]);
    expect(kindsOf(alarm(0, {}, [['', '', '火'], ['着'], ['']]), '着火火火了')).toEqual([0]);
  });

  it('spaces and signs are no part of words', () => {
    expect(unbroken('着 火！了 119')).toBe('着火了119');
  });
});
