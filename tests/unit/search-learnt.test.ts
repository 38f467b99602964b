import { describe, expect, it } from 'vitest';
import { alarmFrom } from '../../src/domain/search/lessons.ts';
import {
  alarmOf,
  alarmPlaces,
  FINENESS,
  kindsOf,
  NOTHING,
  placeOfSign,
  placesOf,
  unbroken,
  type Alarm,
} from '../../src/domain/search/alarm.ts';

/** An alarm that knows a few signs: how much each tells, in the fineness of the file. */
function alarm(bias: number, signs: Record<string, number>, kinds: string[][] = []): Alarm {
  const weights = Array.from({ length: alarmPlaces }, () => NOTHING);
  for (const [sign, weight] of Object.entries(signs))
    weights[placeOfSign(sign)] = NOTHING + weight * FINENESS;
  return {
    bias,
    weights: String.fromCharCode(...weights),
    kinds,
  };
}

describe('what was learnt', () => {
  it('adds up over the signs of a text, each once, whatever stands between them', () => {
    const index = alarm(0.5, { 烟: 1, 大: -0.5 });
    expect(alarmOf(index, '烟')).toBe(1.5);
    expect(alarmOf(index, '烟烟')).toBe(1.5);
    expect(alarmOf(index, '烟 大')).toBe(alarmOf(index, '烟，大！'));
    expect(alarmOf(index, '')).toBe(0.5);
  });

  it('a sign falls on the same place always, within the places that there are', () => {
    expect(placeOfSign('着火')).toBe(placeOfSign('着火'));
    const places = placesOf('房子着火了怎么办');
    expect(new Set(places).size).toBe(places.length);
    expect(places.every((place) => Number.isInteger(place) && place >= 0 && place < alarmPlaces)).toBe(true);
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

describe('what the search learns of dangers', () => {
  const fire = ['房子着火了', '楼上着火了', '灶房着火'];
  const lost = ['娃儿不见了', '老人不见了', '孩子走丢不见了'];
  const calmly = ['火灾保险怎么赔', '孩子上学', '老人证怎么办', '楼上漏水', '房子漏水', '灶房改造'];
  const alarm = alarmFrom([fire, lost], calmly);

  it('tells a danger from what only sounds like it, and one danger from the other', () => {
    expect(alarmOf(alarm, '柴房着火了')).toBeGreaterThan(0);
    expect(alarmOf(alarm, '楼上漏水怎么办')).toBeLessThan(0);
    expect(kindsOf(alarm, '柴房着火了')).toEqual([0]);
    expect(kindsOf(alarm, '老人走丢不见了')).toEqual([1]);
  });

  it('is the same every time', () => {
    expect(alarmFrom([fire, lost], calmly)).toEqual(alarm);
  });
});
