/**
 * What a page reads of the content while it is made is noted, so that it is made again only when that changes. Whoever
 * keeps something that several pages ask for keeps the notes with it. Pages are bundled apart from the program: the
 * notes hang on the process, not on a module.
 */
const slots = globalThis as { [current]?: Set<number> | undefined };
const current = Symbol.for('open-office.reads');

/** Notes that something was read; nothing is noted while no page is made. */
export const note = (read: number): void => {
  slots[current]?.add(read);
};

/** What `make` makes, and all that it read for it. */
export function noting<T>(make: () => T): readonly [made: T, reads: ReadonlySet<number>] {
  const outer = slots[current];
  const reads = (slots[current] = new Set<number>());
  try {
    return [make(), reads];
  } finally {
    slots[current] = outer;
    if (outer) for (const read of reads) outer.add(read);
  }
}

/** The same for what is made over time; nothing else may be made meanwhile. */
export async function notingAll<T>(
  make: () => Promise<T>,
): Promise<readonly [made: T, reads: ReadonlySet<number>]> {
  const reads = (slots[current] = new Set<number>());
  try {
    return [await make(), reads];
  } finally {
    slots[current] = undefined;
  }
}

/**
 * Whoever asks again gets what was made at first; everyone has then read what went into it, and what was read `before`,
 * when it was decided what to make.
 */
export function once<T>(make: () => T, before: ReadonlySet<number>): () => T {
  let known: readonly [made: T, reads: ReadonlySet<number>] | undefined;
  const ask = () => {
    known ??= noting(make);
    for (const reads of [before, known[1]]) reads.forEach(note);
    return known[0];
  };
  return Object.assign(ask, { [NOTED]: true });
}

const NOTED = Symbol.for('open-office.noted');

/** Whether a function tells of all that it reads. */
export const isNoted = (value: object): boolean => NOTED in value;
