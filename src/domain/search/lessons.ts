/** Learns from sentences, while the site is built, what tells dangers from everyday matters and from each other. */
import { alarmSigns, charactersOf, FINENESS, packVotes, placeOfSign, type Alarm } from './alarm.ts';
import { learn } from './regression.ts';
import { unique } from './tokens.ts';

/** Slowly, so that few of the sentences are learnt by heart. */
const MANNER = { rounds: 30, pace: 0.03, averaged: 15 };
/** No weight is written larger, and none that is smaller (in votes), or that is too small for how seldom it counts. */
const LARGEST = 12;
const SMALLEST = 0.6;
const TELLING = 1.5;
/** A sign heard once tells of its sentence alone. */
const OFTEN = 2;
/** No character speaks more for a kind. */
const LEVELS = 6;
/** A character heard less often than this tells nothing of the kind. */
const SELDOM = 3;

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** How many of some lists hold each thing. */
function timesIn<T>(lists: readonly (readonly T[])[]): ReadonlyMap<T, number> {
  const times = new Map<T, number>();
  for (const one of lists.flat()) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** The two classes of the first lesson, as one number each: how much more danger than not. */
function dangerLesson(dangers: readonly string[], calm: readonly string[]): Pick<Alarm, 'bias' | 'weights'> {
  const texts = [...calm, ...dangers].map(alarmSigns);
  const times = timesIn(texts);
  const examples = texts.map((all, at) => ({
    signs: unique(all.filter((sign) => (times.get(sign) ?? 0) >= OFTEN).map(placeOfSign)),
    is: at < calm.length ? 0 : 1,
  }));
  const learnt = learn(examples, 2, MANNER);
  const counted = timesIn(examples.map(({ signs }) => signs));
  const votes = [...learnt.weights].map(([place, [against = 0, speaksFor = 0]]) => {
    const weight = (speaksFor - against) * FINENESS;
    const least = Math.max(SMALLEST, TELLING / Math.sqrt(counted.get(place) ?? 1));
    return [place, Math.abs(weight) < least ? 0 : between(Math.round(weight), -LARGEST, LARGEST)] as const;
  });
  const [against = 0, speaksFor = 0] = learnt.bias;
  return { bias: Math.round((speaksFor - against) * 10) / 10, weights: packVotes(new Map(votes)) };
}

/** The characters that speak for each kind, by how much. */
function kindLesson(heard: readonly (readonly string[])[]): Alarm['kinds'] {
  const examples = heard.flatMap((texts, is) =>
    texts.map((text) => ({ signs: unique(charactersOf(text)), is })),
  );
  const times = timesIn(examples.map(({ signs }) => signs));
  const { weights } = learn(examples, heard.length, MANNER);
  return heard.map((_, kind) => {
    const levels = Array.from({ length: LEVELS }, () => '');
    for (const [sign, values] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const level = between(Math.round((values[kind] ?? 0) * FINENESS), 0, LEVELS);
      if (level > 0 && (times.get(sign) ?? 0) >= SELDOM) levels[level - 1] += sign;
    }
    return levels;
  });
}

/** What the search learns of what people in danger have said, by kind, and of what others ask. */
export function alarmFrom(heard: readonly (readonly string[])[], calm: readonly string[]): Alarm {
  const said = new Set(heard.flat());
  return {
    ...dangerLesson(
      [...said],
      unique(calm).filter((text) => !said.has(text)),
    ),
    kinds: kindLesson(heard),
  };
}
