/** What the search knows of a small site, written by hand. */
import { FINENESS, packVotes, placeOfSign, type Alarm } from '../../src/domain/search/alarm.ts';
import type { InstantGuide, InstantIndex } from '../../src/domain/search/types.ts';

const guide = (path: string, title: string, more: Partial<InstantGuide> = {}): InstantGuide => ({
  path,
  title,
  kind: '办事与问答',
  text: '',
  ...more,
});
export const index: InstantIndex = {
  pages: 9,
  guides: [
    guide('/services/aid/', '申请法律援助', { also: '请不起律师 打官司没钱', letters: 'falvyuanzhu flyz' }),
    guide('/services/mediation/', '申请人民调解', { also: '邻里纠纷', text: '邻居吵架、土地边界、噪音扰民' }),
    guide('/functions/mediation/', '人民调解', { text: '主持调解' }),
    guide('/rules/visits/', '接待群众制度', { kind: '制度与法律' }),
    guide('/services/wages/', '追讨工资'),
  ],
  words: [
    { say: '讨薪 老板不给钱', to: [4, 0] },
    { say: '扯皮', to: [1] },
  ],
};

/** An alarm that knows a few signs: how much each tells. */
export function alarm(bias: number, signs: Record<string, number>, kinds: string[][] = []): Alarm {
  const votes = Object.entries(signs).map(
    ([sign, weight]) => [placeOfSign(sign), weight * FINENESS] as const,
  );
  return { bias, weights: packVotes(new Map(votes)), kinds };
}
