/** Gives what was made in a turn of its own, before which the page answers a finger. */
const inOwnTurn = <T>(made: T): Promise<T> => new Promise((go) => setTimeout(go, 0, made));

/** Makes something once and keeps it; after a failure it is made anew when it is next asked for. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (kept) return kept;
    const made = make().then(inOwnTurn);
    kept = made;
    made.catch(() => (kept = undefined));
    return made;
  };
}

/** Undefined instead of a failure: the rest goes on without it. */
export const orNothing = <T>(promise: Promise<T>): Promise<T | undefined> => promise.catch(() => undefined);
