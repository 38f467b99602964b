import type { Path } from '../schemas/walk.ts';

/** One step from a value to the next: something set, added to or taken from an object or a list. */
export type Change =
  | {
      readonly does: 'set' | 'insert';
      readonly path: Path;
      readonly before?: unknown;
      readonly after: unknown;
    }
  | { readonly does: 'remove'; readonly path: Path; readonly before: unknown };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for values that JSON writes alike, whatever the order of their fields. */
export function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => alike(one, b[at]));
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && alike(a[key], b[key]))
  );
}

/**
 * The fewest plain steps from one JSON value to another, to be taken one after the other. In a list, what stands
 * unchanged at its ends is left alone; of the rest, entries with the same `id` (or the same place) are compared.
 */
export function changesBetween(before: unknown, after: unknown, path: Path = []): Change[] {
  if (alike(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return changesOfList(before, after, path);
  if (isFields(before) && isFields(after)) return changesOfFields(before, after, path);
  return [{ does: 'set', path, before, after }];
}

function changesOfFields(before: Fields, after: Fields, path: Path): Change[] {
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...removed.map((key): Change => ({ does: 'remove', path: [...path, key], before: before[key] })),
    ...Object.keys(after).flatMap((key): Change[] =>
      Object.hasOwn(before, key)
        ? changesBetween(before[key], after[key], [...path, key])
        : [{ does: 'insert', path: [...path, key], after: after[key] }],
    ),
  ];
}

const idOf = (value: unknown): unknown => (isFields(value) ? (value['id'] ?? value['month']) : undefined);

/** Whether two entries of a list are the same thing, changed or not. */
export const isSame = (a: unknown, b: unknown) => {
  const id = idOf(a);
  return id !== undefined && id === idOf(b);
};

function changesOfList(before: readonly unknown[], after: readonly unknown[], path: Path): Change[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && alike(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && alike(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const olds = before.slice(start, before.length - end);
  const news = after.slice(start, after.length - end);
  const kept = pair(olds, news);
  const gone = olds.flatMap((one, at): Change[] =>
    kept.some(([old]) => old === at) ? [] : [{ does: 'remove', path: [...path, start + at], before: one }],
  );
  const come = news.flatMap((one, at): Change[] =>
    kept.some(([, next]) => next === at) ? [] : [{ does: 'insert', path: [...path, start + at], after: one }],
  );
  return [
    ...kept.flatMap(([old, next]) => changesBetween(olds[old], news[next], [...path, start + old])),
    ...gone.reverse(),
    ...come,
  ];
}

/** Which old entry became which new one, both in rising order: by id; where neither has one, by place. */
function pair(olds: readonly unknown[], news: readonly unknown[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let from = 0;
  for (const [at, one] of olds.entries()) {
    const byId = news.findIndex((next, index) => index >= from && (isSame(one, next) || alike(one, next)));
    const byPlace =
      idOf(one) === undefined && from < news.length && idOf(news[from]) === undefined ? from : -1;
    const found = byId >= 0 ? byId : byPlace;
    if (found < 0) continue;
    pairs.push([at, found]);
    from = found + 1;
  }
  return pairs;
}

/** Takes the steps, one after the other, on a copy. A step whose place is no longer there is left out. */
export function applyChanges(value: unknown, changes: readonly Change[]): unknown {
  const root = { value: structuredClone(value) };
  for (const change of changes) {
    const path = ['value', ...change.path];
    const last = path.at(-1) ?? '';
    const parent = path
      .slice(0, -1)
      .reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
        root,
      );
    if (Array.isArray(parent)) applyToList(parent, Number(last), change);
    else if (isFields(parent)) applyToFields(parent, last, change);
  }
  return root.value;
}

function applyToFields(fields: Fields, key: string | number, change: Change): void {
  if (change.does === 'remove') Reflect.deleteProperty(fields, key);
  else Reflect.set(fields, key, structuredClone(change.after));
}

function applyToList(list: unknown[], at: number, change: Change): void {
  if (change.does === 'remove') list.splice(at, 1);
  else list.splice(at, change.does === 'set' ? 1 : 0, structuredClone(change.after));
}
