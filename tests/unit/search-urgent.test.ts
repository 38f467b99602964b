import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dangerHearing, leavesNoTrace, mayOffer } from '../../src/domain/search/urgent.ts';
import { alarmJudge, kindsOf, packVotes, placeOfSign } from '../../src/domain/search/alarm.ts';
import { packUrgent, unpackUrgent } from '../../src/domain/search/urgent-file.ts';
import { alarmFrom } from '../../src/domain/search/lessons.ts';
import { urgentIndex } from '../../src/exports/urgent.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { aContent, problemsOf } from '../helpers/content.ts';
import { folders } from '../../src/command/command.ts';
import { sayDanger } from '../../src/client/search/words.ts';

const { catalogue } = loadContent(folders({}).content, { today: '2026-11-28' });
if (!catalogue) throw new Error('the content has errors');
const index = urgentIndex(catalogue);
const hear = dangerHearing(index);
const dangersIn = (text: string) => hear(text).sure;
const titles = (text: string) => dangersIn(text).map(({ title }) => title);
const read = (file: string) => readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');

interface Cases {
  readonly urgent: readonly { readonly text: string; readonly kind: string }[];
  readonly calm: readonly string[];
}
/** `unheard` was written last and is learnt from nowhere: all 82 dangers were recognised at first sight. */
const { urgent, calm, unheard } = JSON.parse(read('urgent.json')) as Cases & { readonly unheard: Cases };
const questions = JSON.parse(read('questions.json')) as readonly { readonly question: string }[];

const unseen = JSON.parse(read('unseen.json')) as readonly {
  readonly question: string;
  readonly group: string;
  readonly want: readonly string[];
}[];

/** Of the plain questions, the ones that speak of danger themselves. */
const DANGEROUS = /老公打我|家暴|打起来|诈骗|被骗|被人骗/;

describe('people in danger', () => {
  it('are told each number once, also where their words speak of several dangers', () => {
    const dangers = dangersIn('他要杀我');
    expect(dangers.length).toBeGreaterThan(1);
    expect(sayDanger(dangers)).toBe('报警打110，急救打120。');
    expect(sayDanger([])).toBe('');
  });

  it(`are understood in ${urgent.length} ways of saying it, those of Sichuan among them`, () => {
    expect(urgent.length).toBeGreaterThanOrEqual(60);
    expect(urgent.filter(({ text, kind }) => !titles(text).includes(kind))).toEqual([]);
  });

  it('are told 110, 119 or 120, and what to do at once', () => {
    for (const { call, now } of index.urgent) {
      expect(call.map(({ number }) => number)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^1(10|19|20)$/)]),
      );
      expect(now.length).toBeGreaterThan(0);
    }
  });

  it('are never sent to mediation with whom they fear, but to the protection order', () => {
    for (const text of ['老公打我怎么办', '有人要杀我']) {
      const dangers = dangersIn(text);
      expect(dangers.flatMap(({ guides }) => guides)[0]?.path).toBe('/services/protection-order/');
      for (const path of ['/services/people-mediation/', '/functions/people-mediation/'])
        expect(mayOffer(dangers)({ path })).toBe(false);
    }
    expect(mayOffer([])({ path: '/services/people-mediation/' })).toBe(true);
  });

  it('are sent to no mediation where somebody wants to end his life', () => {
    const offered = mayOffer(dangersIn('喝农药'));
    for (const guide of ['people-mediation', 'specialised-mediation', 'mediation-linkage'])
      expect(offered({ path: `/services/${guide}/` }), guide).toBe(false);
    expect(offered({ path: '/elsewhere/#ambulance' })).toBe(true);
  });
});

describe('people in danger whom nobody has heard in these words', () => {
  it('are taught to the search by nobody', () => {
    const taught = new Set([...catalogue.urgent.flatMap(({ heard = [] }) => heard), ...catalogue.calm]);
    const all = [...unheard.urgent.map(({ text }) => text), ...unheard.calm];
    expect(all.length).toBeGreaterThanOrEqual(140);
    expect(all.filter((text) => taught.has(text))).toEqual([]);
  });

  it('are understood all the same, and told what is right for their danger', () => {
    expect(unheard.urgent.filter(({ text }) => titles(text).length === 0)).toEqual([]);
    const wrong = unheard.urgent.filter(({ text, kind }) => !titles(text).includes(kind));
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05 * unheard.urgent.length);
  });

  it('are told the numbers where their words are known but may be harmless', () => {
    const asked = unseen.filter(({ group }) => group !== 'emergency').map(({ question }) => question);
    const unsure = asked.filter((text) => hear(text).possible);
    expect(unsure.length).toBeGreaterThan(0);
    expect(unsure.filter((text) => hear(text).sure.length > 0)).toEqual([]);
    expect(unsure.filter((text) => !leavesNoTrace(hear(text)))).toEqual([]);
  });
});

describe('people who are in no danger', () => {
  it(`are not alarmed: ${calm.length} everyday matters that sound like it`, () => {
    expect(calm.filter((text) => titles(text).length > 0).map((text) => [text, ...titles(text)])).toEqual([]);
  });

  it('are not alarmed where nothing like it was heard, and the line about danger is rare', () => {
    expect(unheard.calm.filter((text) => titles(text).length > 0)).toEqual([]);
    const asked = unseen
      .filter(({ group, want }) => group !== 'emergency' && !want.includes('urgent'))
      .map(({ question }) => question);
    const share = (list: readonly string[]) => list.length / asked.length;
    expect(share(asked.filter((text) => titles(text).length > 0))).toBeLessThan(0.03);
    expect(share(asked.filter((text) => hear(text).possible))).toBeLessThan(0.03);
  });

  it('are not alarmed by plain questions', () => {
    const asked = questions.map(({ question }) => question).filter((text) => !DANGEROUS.test(text));
    expect(asked.filter((text) => titles(text).length > 0).map((text) => [text, ...titles(text)])).toEqual(
      [],
    );
  });

  it('are not alarmed by the name of any place, guide or line of work', () => {
    const names = [
      ...catalogue.offices.flatMap(({ record, townships, communities }) => [
        record.name,
        ...townships.map((one) => one.record.name),
        ...communities.map((one) => one.record.name),
      ]),
      ...catalogue.services.map(({ data }) => data.title),
      ...catalogue.functions.map(({ data }) => data.title),
    ];
    expect(names.filter((name) => titles(name).length > 0).map((name) => [name, ...titles(name)])).toEqual(
      [],
    );
  });
});

describe('what the search learns of dangers', () => {
  const fire = ['房子着火了', '楼上着火了', '灶房着火'];
  const lost = ['娃儿不见了', '老人不见了', '孩子走丢不见了'];
  const calmly = ['火灾保险怎么赔', '孩子上学', '老人证怎么办', '楼上漏水', '房子漏水', '灶房改造'];
  const alarm = alarmFrom([fire, lost], calmly);
  const alarmOf = alarmJudge(alarm);

  it('tells a danger from what only sounds like it, and one danger from the other', () => {
    expect(alarmOf('柴房着火了')).toBeGreaterThan(0);
    expect(alarmOf('楼上漏水怎么办')).toBeLessThan(0);
    expect(kindsOf(alarm, '柴房着火了')).toEqual([0]);
    expect(kindsOf(alarm, '老人走丢不见了')).toEqual([1]);
  });

  it('is written by distance, and read as it was', () => {
    const votes = new Map([
      [placeOfSign('火'), 3],
      [placeOfSign('水'), -2],
    ]);
    const judge = alarmJudge({ bias: 0, weights: packVotes(votes), kinds: [] });
    expect(['火', '水', '木', '水火'].map(judge)).toEqual([1.5, -1, 0, 0.5]);
  });

  it('is the same every time', () => {
    expect(alarmFrom([fire, lost], calmly)).toEqual(alarm);
  });

  it('weighs no more than 7.1 kB with all cards', () => {
    expect(gzipSync(packUrgent(index), { level: 9 }).length).toBeLessThan(7_100);
  });

  it('is read as it was written', () => {
    expect(unpackUrgent(packUrgent(index))).toEqual(index);
  });

  it('is what a place adds to it too, and not what a place calls an everyday matter', () => {
    const danger = (heard: readonly string[]) => ({
      title: '着火',
      say: ['着火'],
      heard,
      call: [{ number: '119', name: '火警' }],
      now: ['先离开'],
    });
    const base = {
      'words.json': () => ({ words: [], urgent: [danger(['房子着火', '要熏腊肉了'])], calm: ['火灾保险'] }),
    };
    const own = (value: object) => ({ ...base, 'own-words.json': () => value });
    const here = aContent(
      own({ heard: [{ title: '着火', say: ['屋头燃了'] }], calm: ['要熏腊肉了'] }),
    ).catalogue;
    expect(here?.urgent[0]?.heard).toEqual(['房子着火', '屋头燃了']);
    expect(here?.calm).toEqual(['火灾保险', '要熏腊肉了']);
    expect(problemsOf(own({ heard: [{ title: '起火', say: ['屋头燃了'] }] })).join()).toMatch(
      /own-words\.json:\d+:\d+ reference .*words\.json 里没有“起火”这种危险 \| 照着写：着火/,
    );
  });
});
