import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayOffer, urgentMatcher } from '../../src/domain/search/urgent.ts';
import { urgentIndex } from '../../src/exports/search.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { folders } from '../../src/command/command.ts';

const { catalogue } = loadContent(folders({}).content, { today: '2026-11-28' });
if (!catalogue) throw new Error('the content has errors');
const index = urgentIndex(catalogue);
const dangersIn = urgentMatcher(index);
const titles = (text: string) => dangersIn(text).map(({ title }) => title);
const read = (file: string) => readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');

interface Cases {
  readonly urgent: readonly { readonly text: string; readonly kind: string }[];
  readonly calm: readonly string[];
}
const { urgent, calm } = JSON.parse(read('urgent.json')) as Cases;
const questions = JSON.parse(read('questions.json')) as readonly { readonly question: string }[];

/** Of the plain questions, the ones that speak of danger themselves. */
const DANGEROUS = /老公打我|家暴|打起来|诈骗|被骗|被人骗/;

describe('people in danger', () => {
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
});

describe('people who are in no danger', () => {
  it(`are not alarmed: ${calm.length} everyday matters that sound like it`, () => {
    expect(calm.filter((text) => titles(text).length > 0).map((text) => [text, ...titles(text)])).toEqual([]);
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
