import { costOfSound, readingsOf } from '../finder/near.ts';
import { wordOf } from '../finder/places.ts';
import type { Sounds } from '../finder/sounds.ts';
import { coreOf } from './stop.ts';
import { isHan } from './tokens.ts';
import { listOf, type Answer, type InstantIndex } from './types.ts';

const MOST = 3;
/** What a name costs in which something else comes first: it is found by chance. */
const CHANCE = 12;

/**
 * The guides whose names, or ways to say what they are for, sound like a text that nothing fits: 人民调节 for
 * 人民调解. `sounds` tells how characters are read.
 */
export function guidesBySound({ guides, words }: InstantIndex, sounds: Sounds, text: string): Answer[] {
  const asked = coreOf(text);
  if (!isHan(asked) || [...asked].length < 2) return [];
  const typed = readingsOf(asked, sounds);
  const costOf = (name: string) => costOfSound(asked, typed, wordOf(name, sounds)) ?? Infinity;
  const near = guides.map(({ path, title, kind, also, text: about }, at) => {
    const leading = words.filter(({ to }) => to[0] === at).flatMap(({ say }) => listOf(say));
    const names = [title.replace(/^申请/u, ''), ...listOf(also), ...leading].map((name) => ({
      name,
      cost: costOf(name),
    }));
    const { name, cost } = names.reduce((best, one) => (one.cost < best.cost ? one : best));
    return { cost, answer: { path, title, kind, text: `读音相近：${name}。${about}` } };
  });
  return near
    .filter(({ cost }) => cost < CHANCE)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST)
    .map(({ answer }) => answer);
}
