/** Logistic regression by stochastic gradient descent with a pace of its own for each weight (AdaGrad). */

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

/** How to learn. */
interface Manner {
  /** How often each sentence is heard. */
  readonly rounds: number;
  readonly pace: number;
  /** How much a sign must matter to weigh anything; 0 keeps all. */
  readonly sparse?: number;
  /** Over how many of the last rounds the weights are averaged: then they depend less on the order of the sentences. */
  readonly averaged?: number;
}

/** Keeps weights small. */
const RESTRAINT = 1e-4;
/** Where only what matters is kept, smaller errors teach nothing. */
const NEGLIGIBLE = 2e-3;

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

/** Weights that learn, each by how much it has moved before: one for each class, then as many for each sign. */
class Weights {
  private readonly values: Float64Array;
  private readonly moved: Float64Array;
  private readonly sums: Float64Array;
  private readonly classes: number;

  constructor(signs: number, classes: number) {
    this.classes = classes;
    this.values = new Float64Array((signs + 1) * classes);
    this.moved = this.values.map(() => 1e-8);
    this.sums = this.values.slice();
  }

  /** What the classes score by how common they are and by the signs that are seen. */
  scores(signs: readonly number[]): Float64Array {
    const { values, classes } = this;
    const scores = values.slice(0, classes);
    for (const sign of signs)
      for (let at = 0, here = sign * classes; at < classes; at += 1, here += 1)
        scores[at] = (scores[at] ?? 0) + (values[here] ?? 0);
    return scores;
  }

  /** One step of a sign's weights against the errors. */
  step(sign: number, errors: Float64Array, { pace, sparse = 0 }: Manner, restraint: number): void {
    const { values, moved, classes } = this;
    for (let at = 0, here = sign * classes; at < classes; at += 1, here += 1) {
      const error = errors[at] ?? 0;
      if (sparse > 0 && Math.abs(error) < NEGLIGIBLE) continue;
      const value = values[here] ?? 0;
      const slope = error + restraint * value;
      const all = (moved[here] ?? 0) + slope * slope;
      moved[here] = all;
      const own = pace / Math.sqrt(all);
      const next = value - own * slope;
      values[here] = restraint ? Math.sign(next) * Math.max(0, Math.abs(next) - own * sparse) : next;
    }
  }

  /** Keeps the weights of a round. */
  keep(): void {
    for (let at = 0; at < this.sums.length; at += 1)
      this.sums[at] = (this.sums[at] ?? 0) + (this.values[at] ?? 0);
  }

  /** The average of a sign's weights over so many rounds. */
  average(sign: number, rounds: number): Float64Array {
    return this.sums.slice(sign * this.classes, (sign + 1) * this.classes).map((sum) => sum / rounds);
  }
}

/** Turns scores of any size into how likely each class is. */
function toShares(scores: Float64Array): void {
  let [most, all] = [-Infinity, 0];
  for (const score of scores) if (score > most) most = score;
  for (let at = 0; at < scores.length; at += 1) all += scores[at] = Math.exp((scores[at] ?? 0) - most);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / all;
}

/** The number of what is common to all sentences. */
const COMMON = 0;

/** Learns which of so many classes a sentence is: the same for the same examples. */
export function learn<Sign>(
  examples: readonly Example<Sign>[],
  classes: number,
  manner: Manner,
): Learnt<Sign> {
  const numbers = new Map<Sign, number>();
  for (const { signs } of examples)
    for (const sign of signs) if (!numbers.has(sign)) numbers.set(sign, numbers.size + 1);
  const numbered = examples.map(({ signs, is }) => ({
    signs: signs.map((sign) => numbers.get(sign) ?? COMMON),
    is,
  }));
  const weights = new Weights(numbers.size, classes);
  const { rounds, averaged = 1 } = manner;
  for (let round = 1; round <= rounds; round += 1) {
    for (const { signs, is } of shuffled(numbered, round)) {
      const errors = weights.scores(signs);
      toShares(errors);
      errors[is] = (errors[is] ?? 0) - 1;
      for (const sign of signs) weights.step(sign, errors, manner, RESTRAINT);
      weights.step(COMMON, errors, manner, 0);
    }
    if (round > rounds - averaged) weights.keep();
  }
  const averages = [...numbers].map(([sign, number]) => [sign, weights.average(number, averaged)] as const);
  return { weights: new Map(averages), bias: weights.average(COMMON, averaged) };
}
