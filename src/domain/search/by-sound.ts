import { costOfSound, readingsOf } from '../finder/near.ts';
import { wordOf } from '../finder/places.ts';
import { blur, joinSounds, parseSounds, type Sounds } from '../finder/sounds.ts';
import { coreOf } from './stop.ts';
import { isHan } from './tokens.ts';
import { listOf, type Answer, type InstantIndex } from './types.ts';

const MOST = 3;
/** What a name costs in which something else comes first: it is found by chance. */
const CHANCE = 12;
/** From so many on, letters are pinyin; fewer are the initials of anything. */
const LETTERS = /^[a-z]{4,}$/;

/**
 * Characters that are written by hand or by stroke for one that looks alike, with how that one is read: 律帅 for 律师,
 * 瞻养 for 赡养, 法律缓助 for 法律援助.
 */
const LOOKALIKE = parseSounds('cai栽chang赏dai货jiao桥pian编shan瞻shen由shi帅译yi遣yuan缓zhai责zhi冶zhong伸');

/**
 * The guides whose names, or ways to say what they are for, sound like a text that nothing fits, or look like it:
 * 人民调节 for 人民调解, `lihun` for 离婚. `sounds` tells how characters are read.
 */
export function guidesBySound({ guides, words }: InstantIndex, sounds: Sounds, text: string): Answer[] {
  const asked = coreOf(text);
  if (!LETTERS.test(asked) && !(isHan(asked) && [...asked].length >= 2)) return [];
  const typed = readingsOf(asked, joinSounds(sounds, LOOKALIKE));
  const initials = (LETTERS.test(asked) ? [blur(asked)] : (typed[0] ?? [])).map((one) => one[0]);
  // Most names begin otherwise, and a phone need not read them to the end.
  const begins = (name: string) =>
    (sounds.get(name.charAt(0)) ?? []).some((one) => initials.includes(blur(one)[0]));
  const costOf = (name: string) =>
    (begins(name) ? costOfSound(asked, typed, wordOf(name, sounds)) : undefined) ?? Infinity;
  const leading = new Map<number | undefined, string[]>();
  for (const { say, to } of words) leading.set(to[0], [...(leading.get(to[0]) ?? []), ...listOf(say)]);
  const near = guides.map(({ path, title, kind, also, text: about }, at) => {
    const names = [title.replace(/^申请/u, ''), ...listOf(also), ...(leading.get(at) ?? [])];
    const costs = names.map((name) => ({ name, cost: costOf(name) }));
    const { name, cost } = costs.reduce((best, one) => (one.cost < best.cost ? one : best));
    return { cost, answer: { path, title, kind, text: `相近的词：${name}。${about}` } };
  });
  return near
    .filter(({ cost }) => cost < CHANCE)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST)
    .map(({ answer }) => answer);
}
