import { describe, expect, it } from 'vitest';
import { cutter } from '../../src/domain/search/cut.ts';
import { createPlanner, type Vocabulary } from '../../src/domain/search/planner.ts';
import { gramsOf, phoneDigits, runsOf, termsOf } from '../../src/domain/search/tokens.ts';

describe('Chinese text is cut', () => {
  it.each([
    ['黑竹沟镇', ['黑竹', '竹沟', '沟镇']],
    ['燕', ['燕']],
    ['12348', ['12348']],
  ])('%s into overlapping pairs', (run, grams) => {
    expect(gramsOf(run)).toEqual(grams);
  });

  it('at everything that is no word, half-width and in lower case', () => {
    expect(runsOf('苏稽镇，ＡＢＣ　0833-2123')).toEqual(['苏稽镇', 'abc', '0833', '2123']);
    expect(termsOf('法律法律')).toEqual(['法律', '律法']);
  });

  it.each([
    ['0833-2123456', '08332123456'],
    ['(0833) 212 3456', '08332123456'],
    ['0833—2123456', '08332123456'],
    ['2024年', undefined],
    ['12348', undefined],
  ])('%s as a telephone number', (text, digits) => {
    expect(phoneDigits(text)).toBe(digits);
  });

  it('with known words whole and words of asking left out', () => {
    const cut = cutter(['法律援助', '社区矫正']);
    const words = cut('请问怎么申请法律援助').map(({ text }) => text);
    expect(words).toContain('法律援助');
    expect(words.join('')).not.toMatch(/请问|怎么/);
  });
});

const PAGES: Readonly<Record<string, string>> = {
  aid: '申请法律援助 请不起律师 国家派律师',
  wages: '劳动争议 拖欠工资 仲裁',
  notice: '关于法律援助的公告',
};

const NOTHING: Vocabulary = { pages: 3, words: [], synonyms: new Map() };

function plannerOf(vocabulary: Partial<Vocabulary> = {}) {
  const asked: string[] = [];
  const find = (terms: readonly string[]) => {
    asked.push(terms.join(' '));
    const ids = Object.entries(PAGES).filter(([, text]) => terms.every((term) => text.includes(term)));
    return Promise.resolve(ids.map(([id]) => ({ id, score: 1 })));
  };
  const isPrimary = ({ id }: { readonly id: string }) => ['aid', 'wages'].includes(id);
  return { asked, ask: createPlanner({ find, isPrimary }, { ...NOTHING, ...vocabulary }) };
}

const idsOf = async (answer: Promise<readonly { readonly hit: { readonly id: string } }[]>) =>
  (await answer).map(({ hit }) => hit.id);

describe('a question in plain words', () => {
  it('finds the pages that hold all of it, guides before notices', async () => {
    expect(await idsOf(plannerOf().ask('法律援助'))).toEqual(['aid', 'notice']);
  });

  it('is understood through what people say instead', async () => {
    const { ask } = plannerOf({ synonyms: new Map([['讨薪', ['拖欠工资']]]) });
    expect(await idsOf(ask('讨薪'))).toEqual(['wages']);
  });

  it('that no page answers in full still leads to the nearest one, marked as partial', async () => {
    const { ask } = plannerOf({ words: ['法律援助', '外星人'] });
    const found = await ask('外星人法律援助');
    expect(found[0]?.hit.id).toBe('aid');
    expect(found.every(({ full }) => !full)).toBe(true);
  });

  it('asks the engine nothing twice, and nothing at all for punctuation', async () => {
    const { ask, asked } = plannerOf();
    expect(await ask('？！')).toEqual([]);
    expect(asked).toEqual([]);
    await ask('法律援助');
    const once = asked.length;
    await ask('法律援助');
    expect(asked).toHaveLength(once);
    expect(new Set(asked).size).toBe(once);
  });
});
