/** Learns from sentences, while the site is built, what tells dangers from everyday matters and from each other. */
import { FINENESS, alarmPlaces, NOTHING, placesOf, charactersOf, type Alarm } from './alarm.ts';
import { unique } from './tokens.ts';

/** A sentence by what is seen of it, and which of the classes it is. */
interface Example<Sign> {
  readonly signs: readonly Sign[];
  readonly is: number;
}

/** What was learnt: by sign how much it speaks for each class, and how common the classes are. */
interface Learnt<Sign> {
  readonly weights: ReadonlyMap<Sign, Float64Array>;
  readonly bias: Float64Array;
}

const ROUNDS = 30;
const PACE = 0.03;
/** Keeps weights small. */
const RESTRAINT = 1e-4;
/** No weight is written larger. */
const LARGEST = 12;
/** No character speaks more for a kind. */
const LEVELS = 6;
/** A character heard less often than this tells nothing of the kind. */
const SELDOM = 3;

/** An order that looks like chance, and is the same every time. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const mixed = [...list];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e_37_79_b9) | 0;
    const other = (state >>> 0) % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** A row of numbers that learns: each by how much it has moved before. */
class Row {
  readonly values: Float64Array;
  private readonly moved: Float64Array;
  private readonly remembered: Float64Array;
  private times = 0;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.moved = new Float64Array(size).fill(1e-8);
    this.remembered = new Float64Array(size);
  }

  /** Keeps how things stand for the average, which depends less on the order of the sentences. */
  remember(): void {
    this.times += 1;
    this.values.forEach((value, at) => (this.remembered[at] = (this.remembered[at] ?? 0) + value));
  }

  get average(): Float64Array {
    return this.remembered.map((sum) => sum / this.times);
  }

  /** One step against the errors. */
  step(errors: Float64Array, restraint: number): void {
    errors.forEach((error, at) => {
      const value = this.values[at] ?? 0;
      const slope = error + restraint * value;
      const moved = (this.moved[at] ?? 0) + slope * slope;
      this.moved[at] = moved;
      this.values[at] = value - (PACE / Math.sqrt(moved)) * slope;
    });
  }
}

/** How likely each class is, for scores of any size. */
function shares(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const all = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / all);
}

/** Logistic regression over the signs of sentences, by as many classes as there are. */
function learn<Sign>(examples: readonly Example<Sign>[], classes: number): Learnt<Sign> {
  const rows = new Map<Sign, Row>();
  for (const { signs } of examples)
    for (const sign of signs) if (!rows.has(sign)) rows.set(sign, new Row(classes));
  const bias = new Row(classes);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { signs, is } of shuffled(examples, round)) {
      const own = [...signs].flatMap((sign) => rows.get(sign) ?? []);
      const scores = bias.values.map((value, at) =>
        own.reduce((sum, { values }) => sum + (values[at] ?? 0), value),
      );
      const errors = shares(scores).map((share, at) => share - (at === is ? 1 : 0));
      for (const row of own) row.step(errors, RESTRAINT);
      bias.step(errors, 0);
    }
    for (const row of round > ROUNDS / 2 ? [bias, ...rows.values()] : []) row.remember();
  }
  return { weights: new Map([...rows].map(([sign, { average }]) => [sign, average])), bias: bias.average };
}

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The two classes of the first lesson, as one number each: how much more danger than not. */
function dangerLesson(dangers: readonly string[], calm: readonly string[]): Pick<Alarm, 'bias' | 'weights'> {
  const seen = (is: number) => (text: string) => ({ signs: placesOf(text), is });
  const learnt = learn([...calm.map(seen(0)), ...dangers.map(seen(1))], 2);
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
  const { weights } = learn(examples, heard.length);
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
