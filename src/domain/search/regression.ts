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

/** A row of weights that learns: each by how much it has moved before. */
class Row {
  readonly values: Float64Array;
  private readonly moved: Float64Array;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.moved = new Float64Array(size).fill(1e-8);
  }

  /** One step against the errors. */
  step(errors: Float64Array, { pace, sparse = 0 }: Manner, restraint: number): void {
    for (let at = 0; at < errors.length; at += 1) {
      const error = errors[at] ?? 0;
      if (sparse > 0 && Math.abs(error) < NEGLIGIBLE) continue;
      const value = this.values[at] ?? 0;
      const slope = error + restraint * value;
      const moved = (this.moved[at] ?? 0) + slope * slope;
      this.moved[at] = moved;
      const own = pace / Math.sqrt(moved);
      const next = value - own * slope;
      this.values[at] = restraint ? Math.sign(next) * Math.max(0, Math.abs(next) - own * sparse) : next;
    }
  }
}

/** How likely each class is, for scores of any size. */
function shares(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const all = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / all);
}

/** Learns which of so many classes a sentence is: the same for the same examples. */
export function learn<Sign>(
  examples: readonly Example<Sign>[],
  classes: number,
  manner: Manner,
): Learnt<Sign> {
  const rows = new Map<Sign, Row>();
  for (const { signs } of examples)
    for (const sign of signs) if (!rows.has(sign)) rows.set(sign, new Row(classes));
  const bias = new Row(classes);
  for (let round = 1; round <= manner.rounds; round += 1)
    for (const { signs, is } of shuffled(examples, round)) {
      const own = signs.flatMap((sign) => rows.get(sign) ?? []);
      const scores = bias.values.slice();
      for (const { values } of own)
        for (let at = 0; at < classes; at += 1) scores[at] = (scores[at] ?? 0) + (values[at] ?? 0);
      const errors = shares(scores);
      errors[is] = (errors[is] ?? 0) - 1;
      for (const row of own) row.step(errors, manner, RESTRAINT);
      bias.step(errors, manner, 0);
    }
  return { weights: new Map([...rows].map(([sign, { values }]) => [sign, values])), bias: bias.values };
}
