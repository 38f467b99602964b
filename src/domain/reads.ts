/**
 * What a page reads of the content while it is made is noted, so that it is made again only when that changes. Whoever
 * keeps something that several pages ask for keeps the notes with it. Pages are bundled apart from the program: the
 * notes hang on the process, not on a module.
 */
const slots = globalThis as { [current]?: Set<Read> | undefined; [keeping]?: Keeper | undefined };
const current = Symbol.for('open-office.reads');
const keeping = Symbol.for('open-office.keeper');

/** What was read: by its number, or all that went into something that is shared. */
export type Read = number | Reads;
export type Reads = ReadonlySet<Read>;

/** Fewer reads than these are no group of their own. */
const FEW = 12;

/** Notes that something was read; nothing is noted while no page is made. */
export const note = (read: Read): void => {
  slots[current]?.add(read);
};

/** Notes all that went into something. */
function noteAll(reads: Reads): void {
  if (reads.size >= FEW) note(reads);
  else for (const read of reads) note(read);
}

/** What `make` makes, and all that it read for it. */
export function noting<T>(make: () => T): readonly [made: T, reads: Reads] {
  const outer = slots[current];
  const reads = (slots[current] = new Set<Read>());
  try {
    return [make(), reads];
  } finally {
    slots[current] = outer;
    noteAll(reads);
  }
}

/** The same for what is made over time; nothing else may be made meanwhile. */
export async function notingAll<T>(make: () => Promise<T>): Promise<readonly [made: T, reads: Reads]> {
  const reads = (slots[current] = new Set<Read>());
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
export function once<T>(make: () => T, before: Reads): () => T {
  let known: readonly [made: T, reads: Reads] | undefined;
  const ask = () => {
    known ??= noting(make);
    for (const reads of [before, known[1]]) noteAll(reads);
    return known[0];
  };
  return Object.assign(ask, { [NOTED]: true });
}

/** What is made of a thing, or of it for an instant, once for all who ask; everyone has then read what went into it. */
export function oncePer<K extends object, A extends readonly [now?: Date], T>(
  make: (of: K, ...at: A) => T,
): (of: K, ...at: A) => T {
  const known = new WeakMap<K, { readonly now: number | undefined; readonly ask: () => T }>();
  return (of, ...at) => {
    const now = at[0]?.getTime();
    const last = known.get(of);
    if (last && last.now === now) return last.ask();
    const ask = once(() => make(of, ...at), new Set());
    known.set(of, { now, ask });
    return ask();
  };
}

/** Keeps from one build to the next what was made of the content, with what was read for it. */
export interface Keeper {
  /** What was made under a name of just what can be read now. */
  readonly recall: (name: string) => { readonly made: unknown; readonly reads: Reads } | undefined;
  readonly keep: (name: string, made: unknown, reads: Reads) => void;
}

/** Has somebody keep things while pages are made, and nobody afterwards, also where that fails. */
export async function keepWith<T>(keeper: Keeper, make: () => T | Promise<T>): Promise<T> {
  slots[keeping] = keeper;
  try {
    return await make();
  } finally {
    slots[keeping] = undefined;
  }
}

/** What `make` makes, or made for an earlier build of the same reads: something that JSON can write. */
export function kept<T>(name: string, make: () => T): T {
  const known = slots[keeping]?.recall(name);
  if (known) {
    noteAll(known.reads);
    return known.made as T;
  }
  const [made, reads] = noting(make);
  slots[keeping]?.keep(name, made, reads);
  return made;
}

const NOTED = Symbol.for('open-office.noted');

/** Whether a function tells of all that it reads. */
export const isNoted = (value: object): boolean => NOTED in value;
