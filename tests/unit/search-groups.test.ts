import { describe, expect, it } from 'vitest';
import { askedFrom, askedJudge } from '../../src/domain/search/asked.ts';
import { guideMatcher } from '../../src/domain/search/guides.ts';
import { groupName, groupOfLine, kindOfGroup } from '../../src/domain/search/shards.ts';
import { index } from '../helpers/search-index.ts';

describe('how others have asked', () => {
  const asked = new Map([
    ['/services/aid/', ['没钱请律师', '穷人打官司', '法院要开庭没有律师']],
    ['/services/mediation/', ['隔壁占了我家地', '邻居吵架', '两家人闹矛盾']],
    ['', ['天气预报', '火车票']],
  ]);
  const learnt = askedFrom(index, asked);
  const likely = (text: string) => [...askedJudge(learnt)(text)].sort(([, a], [, b]) => b - a);

  it('leads where the words were never put just so, and nowhere with what is nobody’s business here', () => {
    expect(learnt.paths).toEqual(['/services/aid/', '/services/mediation/', '']);
    expect(likely('开庭请不起律师')[0]?.[0]).toBe('/services/aid/');
    expect(likely('隔壁邻居占地')[0]?.[0]).toBe('/services/mediation/');
    expect(likely('火车票')).toEqual([]);
    expect(likely('量子')).toEqual([]);
    expect(likely('').length).toBe(0);
    const scores = guideMatcher(index)('隔壁占地', askedJudge(learnt)('隔壁占地')).sort(
      (a, b) => b.score - a.score,
    );
    expect(scores[0]?.answer.path).toBe('/services/mediation/');
  });

  it('is learnt the same every time', () => {
    expect(askedFrom(index, asked)).toEqual(learnt);
  });
});

describe('groups of the full text', () => {
  it('are named by kind and county', () => {
    expect([groupName('司法所', 'shili'), groupName('制度与法律')]).toEqual(['1-shili', '3']);
    expect(['1-shili', '3', '0', 'x'].map(kindOfGroup)).toEqual([
      '司法所',
      '制度与法律',
      '办事与问答',
      '制度与法律',
    ]);
    expect(groupOfLine('1-shili|甲:a|')).toBe('1-shili');
  });
});
