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

/** Rows of weights that learn, one after the other in one list: each weight by how much it has moved before. */
class Rows {
  private readonly values: Float64Array;
  private readonly moved: Float64Array;
  private readonly sums: Float64Array;
  private readonly classes: number;

  constructor(rows: number, classes: number) {
    this.classes = classes;
    this.values = new Float64Array(rows * classes);
    this.moved = new Float64Array(rows * classes).fill(1e-8);
    this.sums = new Float64Array(rows * classes);
  }

  /** Adds a row to the scores. */
  addTo(scores: Float64Array, row: number): void {
    const { values, classes } = this;
    const from = row * classes;
    for (let at = 0; at < classes; at += 1) scores[at] = (scores[at] ?? 0) + (values[from + at] ?? 0);
  }

  /** Keeps the weights of a round. */
  keep(): void {
    const { values, sums } = this;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
  }

  /** The average of the weights of a row over so many rounds. */
  average(row: number, rounds: number): Float64Array {
    return this.sums.slice(row * this.classes, (row + 1) * this.classes).map((sum) => sum / rounds);
  }

  /** One step of a row against the errors. */
  step(row: number, errors: Float64Array, { pace, sparse = 0 }: Manner, restraint: number): void {
    const { values, moved } = this;
    for (let at = 0, own = row * this.classes; at < errors.length; at += 1, own += 1) {
      const error = errors[at] ?? 0;
      if (sparse > 0 && Math.abs(error) < NEGLIGIBLE) continue;
      const value = values[own] ?? 0;
      const slope = error + restraint * value;
      const most = (moved[own] ?? 0) + slope * slope;
      moved[own] = most;
      const step = pace / Math.sqrt(most);
      const next = value - step * slope;
      values[own] = restraint ? Math.sign(next) * Math.max(0, Math.abs(next) - step * sparse) : next;
    }
  }
}

/** Makes of scores of any size how likely each class is. */
function toShares(scores: Float64Array): void {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let all = 0;
  for (let at = 0; at < scores.length; at += 1) all += scores[at] = Math.exp((scores[at] ?? 0) - most);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / all;
}

/** Learns which of so many classes a sentence is: the same for the same examples. */
export function learn<Sign>(
  examples: readonly Example<Sign>[],
  classes: number,
  manner: Manner,
): Learnt<Sign> {
  const signs = [...new Set(examples.flatMap((example) => example.signs))];
  const rowOf = new Map(signs.map((sign, row) => [sign, row]));
  const heard = examples.map((one) => ({ rows: one.signs.map((sign) => rowOf.get(sign) ?? 0), is: one.is }));
  const [rows, bias] = [new Rows(signs.length, classes), new Rows(1, classes)];
  const { rounds, averaged = 1 } = manner;
  const errors = new Float64Array(classes);
  for (let round = 1; round <= rounds; round += 1) {
    for (const { rows: own, is } of shuffled(heard, round)) {
      errors.fill(0);
      bias.addTo(errors, 0);
      for (const row of own) rows.addTo(errors, row);
      toShares(errors);
      errors[is] = (errors[is] ?? 0) - 1;
      for (const row of own) rows.step(row, errors, manner, RESTRAINT);
      bias.step(0, errors, manner, 0);
    }
    if (round > rounds - averaged) for (const one of [bias, rows]) one.keep();
  }
  const weights = new Map(signs.map((sign, row) => [sign, rows.average(row, averaged)]));
  return { weights, bias: bias.average(0, averaged) };
}
