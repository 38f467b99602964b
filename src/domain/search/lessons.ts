/** Learns from sentences, while the site is built, what tells dangers from everyday matters and from each other. */
import { FINENESS, alarmPlaces, NOTHING, placesOf, charactersOf, type Alarm } from './alarm.ts';
import { learn } from './regression.ts';
import { unique } from './tokens.ts';

/** Slowly, so that few of the sentences are learnt by heart. */
const MANNER = { rounds: 30, pace: 0.03 };
/** No weight is written larger. */
const LARGEST = 12;
/** No character speaks more for a kind. */
const LEVELS = 6;
/** A character heard less often than this tells nothing of the kind. */
const SELDOM = 3;

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The two classes of the first lesson, as one number each: how much more danger than not. */
function dangerLesson(dangers: readonly string[], calm: readonly string[]): Pick<Alarm, 'bias' | 'weights'> {
  const seen = (is: number) => (text: string) => ({ signs: placesOf(text), is });
  const learnt = learn([...calm.map(seen(0)), ...dangers.map(seen(1))], 2, MANNER);
  const written = Array.from({ length: alarmPlaces }, (_, place) => {
    const [against = 0, speaksFor = 0] = learnt.weights.get(place) ?? [];
    return String.fromCharCode(
      NOTHING + between(Math.round((speaksFor - against) * FINENESS), -LARGEST, LARGEST),
    );
  });
  const [against = 0, speaksFor = 0] = learnt.bias;
  return { bias: Math.round((speaksFor - against) * 10) / 10, weights: written.join('') };
}

/** The characters that speak for each kind, by how much. */
function kindLesson(heard: readonly (readonly string[])[]): Alarm['kinds'] {
  const examples = heard.flatMap((texts, is) =>
    texts.map((text) => ({ signs: unique(charactersOf(text)), is })),
  );
  const times = new Map<string, number>();
  for (const sign of examples.flatMap(({ signs }) => signs)) times.set(sign, (times.get(sign) ?? 0) + 1);
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
