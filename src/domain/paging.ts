interface Sheet<T> {
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
  readonly items: readonly T[];
}

/** A list in sheets of at most `size`; an empty list is one empty sheet. */
export function inSheets<T>(items: readonly T[], size: number): Sheet<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    count,
    items: items.slice(at * size, (at + 1) * size),
  }));
}
