import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../src/domain/search/alarm.ts';
import {
  dangerHearing,
  leavesNoTrace,
  mayOffer,
  NO_DANGER,
  type Urgent,
} from '../../src/domain/search/urgent.ts';
import { alarm } from '../helpers/search-index.ts';

const danger = (title: string, say: string[], more: Partial<Urgent> = {}): Urgent => ({
  title,
  say,
  except: [],
  call: [{ number: '110', name: '报警' }],
  now: [],
  guides: [],
  avoid: [],
  hide: false,
  ...more,
});
const fire = danger('着火', ['着火', '燃了/燃起来']);
const beaten = danger('挨打', ['打…我'], { hide: true, except: ['打扰', '打扰一下'] });
const lost = danger('走失', ['不见了，']);
const kinds = [['着火燃'], ['打挨'], ['见走丢']];

const hear = (index: Alarm, text: string) => {
  const { sure, possible } = dangerHearing({ alarm: index, urgent: [fire, beaten, lost] })(text);
  return [...sure.map(({ title }) => title), ...(possible ? ['也许'] : [])];
};
/** Nothing was learnt: what is said alone decides. */
const untaught = alarm(-1, {}, kinds);

describe('a danger that is said in known words', () => {
  it.each([
    ['房子着火了', ['着火']],
    ['房子 着-火！', ['着火']],
    ['屋头燃起来', ['着火']],
    ['屋头燃了', ['着火']],
    ['老公打我', ['挨打']],
    ['老公打了一下我', ['挨打']],
    ['老公打了我们一家我', ['挨打']],
    ['娃儿不见了', ['走失']],
  ])('%s', (text, wanted) => {
    expect(hear(untaught, text)).toEqual(wanted);
  });

  it('is no danger where the words stand too far apart, within others, or not at the end', () => {
    for (const text of ['老公打官司要去告我', '打扰我', '打扰一下我', '不见了身份证', '司法所'])
      expect(hear(untaught, text), text).not.toContain('挨打');
    expect(hear(untaught, '不见了身份证')).toEqual(['也许']);
  });

  it('two dangers are both told, in the order of the list', () => {
    expect(hear(untaught, '打我，房子着火')).toEqual(['着火', '挨打']);
  });
});

describe('a danger that nobody said in known words', () => {
  const taught = (weight: number, bias = 0) => alarm(bias, { 烟: weight }, kinds);

  it('is told where what was learnt is sure of it, by the kind it sounds like', () => {
    expect(hear(taught(2), '烟大得很，着燃')).toEqual(['着火']);
    expect(hear(taught(2), '烟大得很，挨打')).toEqual(['挨打']);
  });

  it('what sounds like danger a little is a line, what does not is nothing', () => {
    expect(hear(taught(-0.5), '烟大得很')).toEqual(['也许']);
    expect(hear(taught(-1), '烟大得很')).toEqual(['也许']);
    expect(hear(taught(-1.5), '烟大得很')).toEqual([]);
  });

  it('known words in a clearly everyday matter are a line, or nothing', () => {
    expect(hear(alarm(-3, {}, kinds), '房子着火了')).toEqual([]);
    expect(hear(alarm(-2, {}, kinds), '房子着火了')).toEqual(['也许']);
  });

  it('less than three characters tell nothing by themselves: somebody is still writing', () => {
    expect(hear(alarm(5, {}, kinds), '司法')).toEqual([]);
    expect(hear(alarm(5, {}, kinds), '着火')).toEqual(['着火']);
    expect(hear(alarm(-0.5, {}, kinds), '12345ab')).toEqual([]);
  });

  it('what sounds like every kind of danger, and clearly like none, is a line', () => {
    const four = [fire, beaten, lost, danger('落水', ['落水'])];
    const told = (bias: number, letters: string[][]) => {
      const { sure, possible } = dangerHearing({ alarm: alarm(bias, {}, letters), urgent: four })('救人要紧');
      return [sure.length, possible];
    };
    expect(told(0.5, [['救'], ['救'], ['救'], ['救']])).toEqual([0, true]);
    expect(told(1, [['救'], ['救'], ['救'], ['救']])).toEqual([4, false]);
    expect(told(0.5, [['救人要'], ['救人要'], ['救人要'], ['']])).toEqual([3, false]);
  });
});

describe('at the edges', () => {
  it('three characters are enough, and what is just sure is sure, what is just possible possible', () => {
    expect(hear(alarm(0, { 烟: 2 }, kinds), '烟着燃')).toEqual(['着火']);
    expect(hear(alarm(-0.2, {}, kinds), '着燃烟')).toEqual(['着火']);
    expect(hear(alarm(-1.2, {}, kinds), '司法所')).toEqual(['也许']);
  });

  it('what is said in known words is told, though it sounds like every other kind', () => {
    const four = [fire, beaten, lost, danger('落水', ['落水'])];
    const index = alarm(0.5, {}, [['救'], ['救'], ['救'], ['救']]);
    const { sure } = dangerHearing({ alarm: index, urgent: four })('落水了救人');
    expect(sure.map(({ title }) => title)).toContain('落水');
  });

  it('signs in a way of saying are signs, and harmless words are taken away whole', () => {
    const odd = danger('怪', ['a.c'], { except: ['甲', '甲乙'] });
    const said = (say: string[], text: string) =>
      dangerHearing({ alarm: untaught, urgent: [{ ...odd, say }] })(text).sure.length;
    expect(said(['a.c'], 'abc')).toBe(0);
    expect(said(['乙丙'], '甲乙丙')).toBe(0);
    expect(said(['丁丙'], '丁甲乙丙')).toBe(0);
  });

  it('a page that is to be avoided in one of the dangers is not offered', () => {
    const may = mayOffer([fire, { ...beaten, avoid: ['/a/'] }]);
    expect([may({ path: '/a/' }), may({ path: '/b/' })]).toEqual([false, true]);
    expect(mayOffer([])({ path: '/a/' })).toBe(true);
  });
});

describe('whether words may stay in an address', () => {
  it('not where a danger is possible, or one must be hidden', () => {
    expect(leavesNoTrace(NO_DANGER)).toBe(false);
    expect(leavesNoTrace({ sure: [], possible: true })).toBe(true);
    expect(leavesNoTrace({ sure: [fire], possible: false })).toBe(false);
    expect(leavesNoTrace({ sure: [fire, beaten], possible: false })).toBe(true);
  });
});
