import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASKED_FILES, askedFile, askedFrom, askedJudge, filesFor } from '../../src/domain/search/asked.ts';
import { createInstant, saysInFull } from '../../src/domain/search/instant.ts';
import type { InstantIndex } from '../../src/domain/search/types.ts';
import { askedIndex, instantIndex } from '../../src/exports/search.ts';
import { problemsOf } from '../helpers/content.ts';
import { catalogue, weight } from '../helpers/finder.ts';

const questions = (
  JSON.parse(readFileSync(new URL('../fixtures/unseen.json', import.meta.url), 'utf8')) as readonly {
    readonly question: string;
  }[]
).map(({ question }) => question);

const INDEX: InstantIndex = {
  pages: 3,
  guides: [
    { path: '/a/', title: '申请低保', kind: '办事与问答', text: '', also: '困难补助' },
    { path: '/b/', title: '办公证', kind: '办事与问答', text: '' },
    { path: '/law/', title: '公证法', kind: '制度与法律', text: '' },
  ],
  words: [{ say: '吃不起饭', to: [0] }],
};
const ASKED = askedFrom(
  INDEX,
  new Map([
    ['/a/', ['家里揭不开锅', '老人没有收入']],
    ['/b/', ['出国留学要盖公证章']],
    ['/law/', ['公证法全文']],
    ['', ['明天下不下雨']],
  ]),
);

describe('a question that nobody has put in just these words', () => {
  const judge = askedJudge(ASKED);

  it('is told by how others have asked', () => {
    const likely = judge('屋头揭不开锅了老人又没收入');
    expect([...likely.keys()]).toEqual(['/a/']);
    const words = instantIndex(catalogue);
    const instant = createInstant(words);
    const learnt = askedJudge(askedIndex(catalogue));
    expect(instant('骨折了做几级伤残', learnt('骨折了做几级伤残'))[0]?.path).toBe(
      '/services/forensic-guide/',
    );
    expect(instant('骨折了做几级伤残')).toEqual([]);
  });

  it('learns from titles and everyday words too, and never leads to a law', () => {
    expect([...judge('吃不起饭怎么办').keys()]).toEqual(['/a/']);
    expect([...judge('公证法全文').keys()]).toEqual(['/b/']);
  });

  it('is told nothing where no pair of characters was ever heard, or where it is nobody’s business here', () => {
    expect(judge('量子力学').size).toBe(0);
    expect(judge('').size).toBe(0);
    expect(judge('后天下雨不').size).toBe(0);
  });

  it('is learnt the same from the same words', () => {
    expect(askedIndex(catalogue)).toEqual(askedIndex(catalogue));
  });

  it('is worth less the more of it was never heard', () => {
    const whole = judge('揭不开锅').get('/a/') ?? 0;
    expect(judge('揭不开锅量子力学课程表').get('/a/') ?? 0).toBeLessThan(whole);
  });
});

describe('what others have asked', () => {
  it('is not fetched for a question that says in full what leads to a guide', () => {
    const says = saysInFull(INDEX);
    expect(says('我要申请低保')).toBe(true);
    expect(says('这样吃不起饭了')).toBe(true);
    expect(says('屋头揭不开锅了')).toBe(false);
  });

  const index = askedIndex(catalogue);

  it('leads to guides that the search knows', () => {
    const known = new Set(instantIndex(catalogue).guides.map(({ path }) => path));
    expect(index.paths.filter((path) => path && !known.has(path))).toEqual([]);
  });

  it('is fetched in parts: a question costs 9 kB on average, a phone that keeps all 49 kB', () => {
    const weights = new Map(ASKED_FILES.map((file) => [file, weight(askedFile(index, file))]));
    const cost = (files: readonly string[]) =>
      files.reduce((sum, file) => sum + (weights.get(file) ?? NaN), 0);
    const costs = questions.map((text) => cost(['answers', ...filesFor(text)]));
    expect(costs.reduce((sum, one) => sum + one, 0) / costs.length).toBeLessThan(9_000);
    expect(cost(ASKED_FILES)).toBeLessThan(49_000);
  });

  it('tells a question by its parts what it tells by all of them', () => {
    const judge = askedJudge(index);
    const inPart = (text: string) => {
      const signs = filesFor(text).map((file) => askedFile(index, file));
      return askedJudge({ ...index, signs: signs.join('\n') })(text);
    };
    const some = questions.filter((_, at) => at % 50 === 0);
    expect(some.length).toBeGreaterThan(50);
    expect(some.map(inPart)).toEqual(some.map(judge));
  });

  const asked = (...list: readonly object[]) => ({ 'words.json': () => ({ words: [], asked: list }) });

  it('leads to one thing that there is', () => {
    expect(problemsOf(asked({ service: 'mediation', say: ['找人评理'] }))).toEqual([]);
    expect(problemsOf(asked({ service: 'mediatoin', say: ['找人评理'] })).join()).toMatch(
      /没有“mediatoin”这个办事指南.*是不是 "service": "mediation"/,
    );
    expect(problemsOf(asked({ elsewhere: 'nowhere', say: ['开证明'] })).join()).toContain(
      '没有“nowhere”这个不归司法所管的事',
    );
    expect(problemsOf(asked({ say: ['开证明'] })).join()).toContain('写一个，只写一个');
  });
});
