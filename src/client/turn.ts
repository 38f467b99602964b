/** Gives something back in a turn of its own, before which the page answers a finger. */
export const inOwnTurn = <T>(made: T): Promise<T> => new Promise((go) => setTimeout(go, 0, made));
